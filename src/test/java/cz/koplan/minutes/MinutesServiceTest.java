package cz.koplan.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.GroupService;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingFilter;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MinutesState;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.organisations.PersonService;
import cz.koplan.pdf.PdfChecks;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.UpdateData;
import cz.koplan.updates.UpdateService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MinutesServiceTest extends ApplicationTest {

    private Region region;
    private Region.Circle own;
    private MinutesService minutes;

    @BeforeEach
    void foundRegion() {
        region = new Region(context);
        own = region.own;
        minutes = service(MinutesService.class);
    }

    @Test
    void thePageHoldsEverythingUnderItsItem() {
        MinutesPage page = as(own.coordinator(), () -> minutes.page(own.meeting()));

        assertThat(page.state()).isEqualTo(MinutesState.DRAFT);
        assertThat(page.writable()).isTrue();
        assertThat(page.updatesUnder(own.roundTable()))
                .extracting(update -> update.label() + ": " + update.data().text())
                .containsExactly("Pramen: Mají volná místa.");
        assertThat(page.updatesUnder(own.topic())).isEmpty();
        assertThat(page.entriesUnder(own.topic()))
                .extracting(Entry::text)
                .containsExactly("Příští rok se připraví plán.");
        assertThat(page.tasks()).extracting(task -> task.organisationName()).containsExactly("Pramen");
        assertThat(page.resolutions()).extracting(Resolution::id).containsExactly(own.resolution());
        assertThat(page.attendance())
                .extracting(attendee -> attendee.organisationName())
                .containsExactly("Pramen");
    }

    @Test
    void onlyCoordinatorsOfTheGroupAreOfferedToWrite() {
        assertThat(as(own.member(), () -> minutes.page(own.meeting())).writable())
                .isFalse();
        assertThat(as(region.planner, () -> minutes.page(own.meeting())).writable())
                .isFalse();
    }

    @Test
    void aMeetingWithoutMinutesHasNoPage() {
        assertThatThrownBy(() -> as(own.member(), () -> minutes.page(own.withoutMinutes())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void noScreenAsksMoreQuestionsWhenThereIsMoreToShow() {
        Map<String, Runnable> screens = new LinkedHashMap<>();
        screens.put("minutes", () -> minutes.page(own.meeting()));
        screens.put("meetings", () -> service(MeetingService.class).rows(MeetingFilter.ANY, 0, 50));
        screens.put("organisations", () -> service(OrganisationService.class).rows("", 0, 50));
        screens.put("people", () -> service(PersonService.class).rows("", 0, 50));
        screens.put("groups", () -> service(GroupService.class).rows());
        screens.put("members", () -> service(GroupService.class).members(own.group()));
        Map<String, Integer> few = count(screens);

        as(own.coordinator(), () -> {
            for (int i = 1; i < 40; i++) {
                OrganisationId organisation = region.organisation("Organizace " + i);
                service(GroupService.class).addOrganisation(own.group(), organisation, Region.SINCE);
                service(UpdateService.class)
                        .add(own.meeting(), own.roundTable(), new UpdateData(organisation, null, "Beze změny."));
                minutes.addEntry(own.meeting(), own.topic(), "Odstavec " + i);
                region.meeting(own, "Setkání " + i, Region.DAY);
            }
        });

        assertThat(as(own.coordinator(), () -> minutes.page(own.meeting())).updates())
                .hasSize(40);
        assertThat(count(screens)).isEqualTo(few);
        assertThat(few).allSatisfy((screen, queries) -> assertThat(queries).isBetween(1, 25));
    }

    private Map<String, Integer> count(Map<String, Runnable> screens) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        screens.forEach((name, screen) -> counts.put(
                name, statements.of(() -> as(own.coordinator(), screen)).size()));
        return counts;
    }

    @Test
    void theSecondEditorIsToldAndOverwritesNothing() {
        as(own.coordinator(), () -> minutes.updateEntry(own.meeting(), own.entry(), 1, "První znění"));
        as(
                own.coordinator(),
                () -> minutes.updateResolution(
                        own.meeting(), own.resolution(), 1, new ResolutionData("1/2025", "První znění")));
        as(own.coordinator(), () -> minutes.updateSignatories(own.meeting(), 1, new Signatories("První", null)));

        assertStale(() -> minutes.updateEntry(own.meeting(), own.entry(), 1, "Druhé znění"));
        assertStale(() -> minutes.removeEntry(own.meeting(), own.entry(), 1));
        assertStale(() -> minutes.updateResolution(
                own.meeting(), own.resolution(), 1, new ResolutionData("2/2025", "Druhé znění")));
        assertStale(() -> minutes.updateSignatories(own.meeting(), 1, new Signatories("Druhý", null)));

        MinutesPage page = as(own.member(), () -> minutes.page(own.meeting()));
        assertThat(page.entries()).extracting(Entry::text).containsExactly("První znění");
        assertThat(page.resolutions()).extracting(kept -> kept.data().text()).containsExactly("První znění");
        assertThat(page.signatories().author()).isEqualTo("První");
    }

    @Test
    void whatBelongsToAForeignMeetingIsOutOfReachThroughTheOwn() {
        Region.Circle theirs = region.foreign;

        assertStale(() -> minutes.updateEntry(own.meeting(), theirs.entry(), 1, "Cizí"));
        assertStale(() -> minutes.removeResolution(own.meeting(), theirs.resolution(), 1));
        assertStale(() -> service(UpdateService.class).remove(own.meeting(), theirs.update(), 1));
        assertStale(() -> service(TaskService.class).remove(own.meeting(), theirs.task(), 1));
        MinutesPage page = as(theirs.member(), () -> minutes.page(theirs.meeting()));
        assertThat(page.entries()).hasSize(1);
        assertThat(page.resolutions()).hasSize(1);
        assertThat(page.updates()).hasSize(1);
        assertThat(page.tasks()).hasSize(1);
    }

    @Test
    void nothingIsPutUnderAnItemOfAnotherMeeting() {
        AgendaItemId theirs = region.foreign.topic();

        assertThatThrownBy(() -> as(own.coordinator(), () -> minutes.addEntry(own.meeting(), theirs, "Cizí")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(
                        own.coordinator(),
                        () -> service(UpdateService.class)
                                .add(own.meeting(), theirs, new UpdateData(region.newcomer, null, "Cizí"))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void anOrganisationHasOneLineInAMeeting() {
        var updates = service(UpdateService.class);
        var again = new UpdateData(own.organisation(), "Pramínek", "Podruhé.");

        assertRefused("updates.organisation.taken", () -> updates.add(own.meeting(), own.roundTable(), again));
        as(own.coordinator(), () -> updates.update(own.meeting(), own.update(), 1, again));
        assertThat(as(own.member(), () -> updates.of(own.meeting())))
                .extracting(update -> update.label() + ": " + update.data().text())
                .containsExactly("Pramínek: Podruhé.");
        assertRefused("updates.nobody", () -> new UpdateData(null, " ", "Text."));
    }

    @Test
    void textsWithoutWordsAreRefused() {
        assertRefused("input.required", () -> minutes.addEntry(own.meeting(), own.topic(), " \n "));
        assertRefused("input.required", () -> minutes.addResolution(own.meeting(), new ResolutionData("1", " ")));
        assertRefused("input.required", () -> new TaskData(" ", null, null, null, null, TaskState.OPEN));
        assertRefused("input.tooLong", () -> minutes.addEntry(own.meeting(), own.topic(), "a".repeat(1_000_001)));
    }

    @Test
    void bothVersionsAreSoundAndThePublicOneHidesNamesAndInternalPassages() {
        as(
                own.coordinator(),
                () -> minutes.updateEntry(
                        own.meeting(), own.entry(), 1, "Plán se připraví {{ ale nejsou na něj peníze }} do léta."));

        byte[] internal = pdf(Audience.INTERNAL);
        byte[] open = pdf(Audience.PUBLIC);

        PdfChecks.assertSound(internal);
        PdfChecks.assertSound(open);
        assertThat(text(internal)).contains("Marek Dvořák", "peníze", "Pramen", "Mají volná místa");
        assertThat(text(open))
                .contains("[…]", "Pramen", "Mají volná místa")
                .doesNotContain("Dvořák", "peníze", "Klára");
    }

    @Test
    void aRevisionIsKeptWhenThereIsSomethingNew() {
        pdf(Audience.INTERNAL);
        pdf(Audience.PUBLIC);
        assertThat(revisions()).containsExactly("RENDERED 1");

        as(own.coordinator(), () -> minutes.addEntry(own.meeting(), own.topic(), "Nový odstavec."));
        pdf(Audience.INTERNAL);
        assertThat(revisions()).containsExactly("RENDERED 1", "RENDERED 2");
    }

    private byte[] pdf(Audience audience) {
        return as(own.member(), () -> minutes.pdf(own.meeting(), audience)).content();
    }

    private static String text(byte[] pdf) {
        return String.join("\n", PdfChecks.texts(pdf)).replace('\u00A0', ' ');
    }

    private List<String> revisions() {
        return db.fetch(
                        "select concat(reason, ' ', number) from minutes_revision where meeting_id = ? order by number",
                        own.meeting().value())
                .map(row -> row.get(0, String.class));
    }

    private void assertStale(Runnable work) {
        assertThatThrownBy(() -> as(own.coordinator(), work)).isInstanceOf(StaleVersionException.class);
    }

    private void assertRefused(String messageKey, Runnable work) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> as(own.coordinator(), work))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(messageKey);
    }
}
