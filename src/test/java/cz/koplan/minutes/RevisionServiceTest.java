package cz.koplan.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.AttendeeData;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.pdf.PdfChecks;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import java.util.Set;
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
        db.execute("update meeting set state = ? where id = ?", state.name(), own.meeting().value());
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
        assertThat(kept.withOverruled(java.util.List.of())).isEqualTo(page.content());
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
        for (MeetingState state :
                Set.of(MeetingState.PLANNED, MeetingState.INVITED, MeetingState.CANCELLED)) {
            state(state);
            assertRefused("minutes.finish.notBegun", () -> finish(overruled));
        }
    }

    @Test
    void aRevisionStaysReadableAsItWas() {
        int number = finish(overruled);
        as(
                own.coordinator(),
                () -> minutes.updateEntry(own.meeting(), own.entry(), 1, "Jinak, {{tajně}}."));

        assertThat(as(own.member(), () -> revisions.content(own.meeting(), number))
                        .items()
                        .getLast()
                        .entries())
                .extracting(MinutesContent.Entry::text)
                .containsExactly("Příští rok se připraví plán.");
        for (Audience audience : Audience.values()) {
            byte[] pdf = as(own.member(), () -> revisions.pdf(own.meeting(), number, audience)).content();
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
        byte[] pdf = as(own.member(), () -> revisions.pdf(own.meeting(), 1, Audience.INTERNAL)).content();
        PdfChecks.assertSound(pdf);
        assertThat(PdfChecks.texts(pdf)).contains("Druhý.");
    }

    private void assertRefused(String messageKey, Runnable work) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> as(own.coordinator(), work))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(messageKey);
    }
}
