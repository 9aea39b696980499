package cz.koplan.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.DelegateKind;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AgendaService;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.AttendeeData;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.pdf.PdfChecks;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.tasks.Task;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.UpdateData;
import cz.koplan.updates.UpdateOutcome;
import cz.koplan.updates.UpdateService;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevisionServiceTest extends ApplicationTest {

    private Region region;
    private Region.Circle own;
    private MinutesService minutes;
    private RevisionService revisions;
    private Set<Finding.Id> overruled;

    @BeforeEach
    void foundRegion() {
        region = new Region(context);
        own = region.own;
        minutes = service(MinutesService.class);
        revisions = service(RevisionService.class);
        overruled = Set.of(new Finding.Id(FinishCheck.TASK_WITHOUT_DUE, Place.of(own.task())));
    }

    private MinutesPage page() {
        return as(own.coordinator(), () -> minutes.page(own.meeting()));
    }

    private int finish(Set<Finding.Id> decided) {
        return as(own.coordinator(), () -> revisions.finish(own.meeting(), decided));
    }

    private void state(MeetingState state) {
        db.execute(
                "update meeting set state = ? where id = ?",
                state.name(),
                own.meeting().value());
    }

    @Test
    void finishingKeepsTheMinutesAndWhatWasOverruled() {
        state(MeetingState.IN_PROGRESS);
        OrganisationId late = region.organisation("Pozdní");
        as(own.coordinator(), () -> {
            service(MeetingService.class)
                    .addAttendee(own.meeting(), new AttendeeData("", null, late, null, AttendanceKind.EXPECTED));
            minutes.addEntry(own.meeting(), own.topic(), "Smaže se.");
        });
        db.execute("update minutes_entry set body = '' where body = 'Smaže se.'");

        assertThat(as(own.coordinator(), () -> revisions.findings(own.meeting())))
                .extracting(finding -> finding.check() + " " + finding.subject())
                .containsExactly("ATTENDANCE_NOT_NOTED Pozdní", "TASK_WITHOUT_DUE Rozeslat dotazník.");
        assertRefused("minutes.finish.open", () -> finish(overruled));
        assertThat(as(own.member(), () -> revisions.list(own.meeting()))).isEmpty();

        int number = finish(Set.of(
                new Finding.Id(FinishCheck.ATTENDANCE_NOT_NOTED, Place.ATTENDANCE),
                new Finding.Id(FinishCheck.TASK_WITHOUT_DUE, Place.of(own.task()))));

        MinutesPage page = page();
        assertThat(page.meeting().state()).isEqualTo(MeetingState.HELD);
        assertThat(page.attendance())
                .extracting(attendee -> attendee.data().kind())
                .containsExactly(AttendanceKind.PRESENT, AttendanceKind.ABSENT);
        assertThat(page.entries()).extracting(Entry::text).containsExactly("Příští rok se připraví plán.");
        assertThat(as(own.member(), () -> revisions.list(own.meeting())))
                .extracting(row -> row.number() + " " + row.reason() + " " + row.createdBy())
                .containsExactly(number + " FINISHED Klára Tichá");
        MinutesContent kept = as(own.member(), () -> revisions.content(own.meeting(), number));
        assertThat(kept.overruled())
                .extracting(finding -> finding.check() + " " + finding.subject())
                .containsExactly("ATTENDANCE_NOT_NOTED Pozdní", "TASK_WITHOUT_DUE Rozeslat dotazník.");
        assertThat(kept.withOverruled(List.of())).isEqualTo(page.content());
    }

    @Test
    void finishedMinutesAreFinishedAgainAfterAStepBack() {
        assertThat(finish(overruled)).isEqualTo(1);
        as(own.member(), () -> minutes.pdf(own.meeting(), Audience.PUBLIC));
        state(MeetingState.IN_PROGRESS);
        assertThat(finish(overruled)).isEqualTo(2);
    }

    @Test
    void aMeetingThatHasNotBegunIsNotFinished() {
        for (MeetingState state : Set.of(MeetingState.PLANNED, MeetingState.INVITED, MeetingState.CANCELLED)) {
            state(state);
            assertRefused("minutes.finish.notBegun", () -> finish(overruled));
        }
    }

    @Test
    void aRevisionStaysReadableAsItWas() {
        int number = finish(overruled);
        as(own.coordinator(), () -> minutes.updateEntry(own.meeting(), own.entry(), 1, "Jinak, {{tajně}}."));

        assertThat(as(own.member(), () -> revisions.content(own.meeting(), number))
                        .items()
                        .getLast()
                        .entries())
                .extracting(MinutesContent.Entry::text)
                .containsExactly("Příští rok se připraví plán.");
        for (Audience audience : Audience.values()) {
            byte[] pdf = as(own.member(), () -> revisions.pdf(own.meeting(), number, audience))
                    .content();
            PdfChecks.assertSound(pdf);
            assertThat(String.join("\n", PdfChecks.texts(pdf)).replace('\u00A0', ' '))
                    .contains("Příští rok se připraví plán.")
                    .doesNotContain("Jinak");
        }
        assertThatThrownBy(() -> as(own.member(), () -> revisions.content(own.meeting(), number + 1)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRevisionOfEarlierDaysIsReadAndBecomesPdf() {
        db.execute(
                "insert into minutes_revision (meeting_id, number, reason, content, created_at) values (?, 1, 'IMPORTED', ?, utc_timestamp)",
                own.meeting().value(),
                RevisionJsonTest.OLD);

        assertThat(as(own.member(), () -> revisions.list(own.meeting())))
                .extracting(row -> row.number() + " " + row.createdBy())
                .containsExactly("1 null");
        byte[] pdf = as(own.member(), () -> revisions.pdf(own.meeting(), 1, Audience.INTERNAL))
                .content();
        PdfChecks.assertSound(pdf);
        assertThat(PdfChecks.texts(pdf)).contains("Druhý.");
    }

    private void assertRefused(String messageKey, Runnable work) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> as(own.coordinator(), work))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(messageKey);
    }

    /** A row of every kind with everything that can be noted, kept as a revision. */
    private int fullRevision() {
        as(own.coordinator(), () -> {
            EntryId decision = minutes.addEntry(own.meeting(), own.topic(), "Rozhodlo se.");
            var entries = service(EntryService.class);
            entries.setKind(own.meeting(), decision, EntryKind.DECISION);
            entries.setVote(own.meeting(), decision, new Vote(3, 2, 1, "Pramen"));
            entries.setVote(own.meeting(), own.resolution(), new Vote(1, 0, 0, null));
            service(TaskService.class)
                    .add(
                            own.meeting(),
                            own.topic(),
                            new TaskData("Pod bodem.", null, own.member().person(), null, Region.DAY, TaskState.OPEN));
            service(UpdateService.class).setInternal(own.meeting(), own.update(), true);
            service(MeetingService.class)
                    .addAttendee(
                            own.meeting(),
                            new AttendeeData(
                                    "Jan Host",
                                    null,
                                    null,
                                    "Jinde",
                                    AttendanceKind.GUEST,
                                    null,
                                    DelegateKind.DEPUTY,
                                    own.topic(),
                                    null));
        });
        return region.revision();
    }

    private MinutesContent content(int number) {
        return as(own.member(), () -> revisions.content(own.meeting(), number));
    }

    private Restored restore(int number, boolean withoutLater) {
        return as(own.coordinator(), () -> revisions.restore(own.meeting(), number, withoutLater));
    }

    private static void assertSame(MinutesContent one, MinutesContent other) {
        assertThat(Comparison.of(one, other).sections().stream()
                        .flatMap(section -> Stream.concat(Stream.of(section.heading()), section.rows().stream()))
                        .filter(Comparison.Row::differs))
                .isEmpty();
    }

    @Test
    void whatWasChangedIsRestored() {
        int number = fullRevision();
        as(own.coordinator(), () -> {
            MinutesPage now = page();
            for (Entry entry : now.entries()) {
                minutes.updateEntry(own.meeting(), entry.id(), entry.version(), "Jinak.");
                service(EntryService.class).setVote(own.meeting(), entry.id(), null);
                service(EntryService.class).setInternal(own.meeting(), entry.id(), true);
            }
            var entries = service(EntryService.class);
            entries.setVote(own.meeting(), own.resolution(), null);
            entries.setInternal(own.meeting(), own.resolution(), true);
            service(ResolutionService.class).withdraw(own.meeting(), own.resolution());
            service(UpdateService.class).setInternal(own.meeting(), own.update(), false);
            service(UpdateService.class).setOutcome(own.meeting(), own.update(), UpdateOutcome.NO_NEWS);
            for (Task task : now.tasks()) {
                service(TaskService.class)
                        .update(
                                own.meeting(),
                                task.id(),
                                task.version(),
                                new TaskData("Jiný.", "Někdo", null, null, Region.DAY.plusDays(1), TaskState.DONE));
            }
            var meetings = service(MeetingService.class);
            AgendaItem topic = now.agenda().getLast();
            meetings.updateAgendaItem(
                    own.meeting(),
                    topic.id(),
                    topic.version(),
                    new AgendaItemData(9, "Jinak", AgendaItemKind.STRATEGY));
            service(AgendaService.class).moveItem(own.meeting(), topic.id(), 1);
            for (var attendee : now.attendance()) {
                meetings.updateAttendee(
                        own.meeting(),
                        attendee.id(),
                        attendee.version(),
                        new AttendeeData("Jiný", null, null, "Jinde", AttendanceKind.ABSENT));
            }
            meetings.update(
                    own.meeting(),
                    now.meeting().version(),
                    new MeetingData("Jiné", Region.DAY.plusDays(1), null, null, null, "Jinde", null, null, null));
            minutes.updateSignatories(own.meeting(), now.version(), new Signatories(null, "Jiný"));
        });
        MinutesContent changed = page().content();

        Restored restored = restore(number, false);

        assertThat(restored.stayed()).isEmpty();
        assertSame(content(number), page().content());
        assertSame(content(number), content(restored.number()));
        assertThat(page().tasks()).extracting(task -> task.data().state()).containsOnly(TaskState.DONE);
        assertThat(as(own.member(), () -> revisions.list(own.meeting())))
                .extracting(row -> row.number() + " " + row.reason())
                .containsExactly(number + 2 + " RESTORED", number + 1 + " REPLACED", number + " IMPORTED");
        assertThat(content(number + 1)).isEqualTo(changed);
    }

    @Test
    void rowsThatAreGoneAreMadeAnew() {
        int number = fullRevision();
        as(own.coordinator(), () -> {
            MinutesPage now = page();
            now.entries().forEach(entry -> minutes.removeEntry(own.meeting(), entry.id(), entry.version()));
            now.tasks().forEach(task -> service(TaskService.class).remove(own.meeting(), task.id(), task.version()));
            now.resolutions().forEach(gone -> minutes.removeResolution(own.meeting(), gone.id(), gone.version()));
            now.updates()
                    .forEach(gone -> service(UpdateService.class).remove(own.meeting(), gone.id(), gone.version()));
            now.attendance()
                    .forEach(gone ->
                            service(MeetingService.class).removeAttendee(own.meeting(), gone.id(), gone.version()));
            while (!page().agenda().isEmpty()) {
                AgendaItem gone = page().agenda().getLast();
                service(AgendaService.class).removeItem(own.meeting(), gone.id(), gone.version());
            }
        });

        restore(number, false);

        MinutesPage page = page();
        assertSame(content(number), page.content());
        assertThat(page.entries()).extracting(Entry::vote).contains(new Vote(3, 2, 1, "Pramen"));
        assertThat(page.attendance().getFirst().data().person())
                .isEqualTo(own.member().person());
        assertThat(page.attendance().getLast().data().joinedAt())
                .isEqualTo(page.agenda().getLast().id());
        assertThat(page.updates().getFirst().data().organisation()).isEqualTo(own.organisation());
        assertThat(page.tasks())
                .extracting(task -> task.data().ownerOrganisation())
                .contains(own.organisation());
    }

    @Test
    void whatCameLaterStaysAndIsNamedUnlessItShallGo() {
        int number = fullRevision();
        OrganisationId other = region.organisation("Pozdní");
        as(own.coordinator(), () -> {
            minutes.addEntry(own.meeting(), own.topic(), "Později řečeno.");
            minutes.addResolution(own.meeting(), new ResolutionData("2/2025", "Pozdější usnesení."));
            minutes.addResolution(own.meeting(), new ResolutionData(null, "Bez čísla."));
            service(TaskService.class)
                    .add(own.meeting(), new TaskData("Pozdější úkol.", null, null, other, null, TaskState.OPEN));
            service(UpdateService.class)
                    .add(own.meeting(), own.roundTable(), new UpdateData(other, null, "Pozdní zpráva."));
            service(MeetingService.class)
                    .addAttendee(own.meeting(), new AttendeeData("", null, other, null, AttendanceKind.PRESENT));
        });

        assertThat(restore(number, false).stayed())
                .containsExactly(
                        "Pozdní",
                        "Pozdní: Pozdní zpráva.",
                        "Později řečeno.",
                        "2/2025: Pozdější usnesení.",
                        "Bez čísla.",
                        "Pozdější úkol.");
        assertThat(page().entries()).hasSize(3);

        assertThat(restore(number, true).stayed()).containsExactly("2/2025: Pozdější usnesení.");
        MinutesPage page = page();
        assertThat(page.resolutions())
                .extracting(resolution -> resolution.data().number() + " " + resolution.withdrawn())
                .containsExactly("1/2025 false", "2/2025 true");
        assertThat(page.entries()).hasSize(2);
        assertThat(page.tasks()).hasSize(2);
        assertThat(page.updates()).hasSize(1);
        assertThat(page.attendance()).hasSize(2);
    }

    @Test
    void whatAMemberHandedInIsNeverRemoved() {
        int number = fullRevision();
        OrganisationId other = region.organisation("Pozdní");
        as(
                own.coordinator(),
                () -> service(UpdateService.class)
                        .add(own.meeting(), own.roundTable(), new UpdateData(other, null, "Upraveno.")));
        db.execute("update provider_update set submitted_text = 'Posláno.' where organisation_id = ?", other.value());

        assertThat(restore(number, true).stayed()).containsExactly("Pozdní: Upraveno.");
        assertThat(page().updates()).hasSize(2);
    }

    @Test
    void aRevisionOfEarlierDaysIsRestored() {
        db.execute(
                "insert into minutes_revision (meeting_id, number, reason, content, created_at) values (?, 1, 'IMPORTED', ?, utc_timestamp)",
                own.meeting().value(),
                RevisionJsonTest.OLD);

        restore(1, true);

        MinutesPage page = page();
        assertThat(Comparison.of(content(1), page.content()).sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .filter(row -> row.change() != RowChange.SAME))
                .isEmpty();
        assertThat(page.agenda()).extracting(AgendaItem::id).contains(own.roundTable(), own.topic());
        assertThat(page.updates()).extracting(update -> update.id()).containsExactly(own.update());
        assertThat(page.resolutions()).extracting(Resolution::id).containsExactly(own.resolution());
        assertThat(page.attendance()).extracting(attendee -> attendee.id()).containsExactly(own.attendee());
    }
}
