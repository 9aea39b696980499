package cz.koplan.meetings;

import static cz.koplan.Region.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.changes.StaleVersionException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeetingServiceTest extends ApplicationTest {

    private Region region;
    private Region.Circle own;
    private MeetingService meetings;

    @BeforeEach
    void foundRegion() {
        region = new Region(context);
        own = region.own;
        meetings = service(MeetingService.class);
    }

    @Test
    void everybodySeesTheMeetingsOfTheOwnGroupsOnly() {
        String ours = "Setkání: Senioři";
        String theirs = "Setkání: Děti a rodina";

        assertThat(titles(own.member(), "setkání")).containsExactly(ours);
        assertThat(titles(own.coordinator(), "setkání")).containsExactly(ours);
        assertThat(titles(region.foreign.member(), "setkání")).containsExactly(theirs);
        assertThat(titles(region.foreign.coordinator(), "setkání")).containsExactly(theirs);
        assertThat(titles(region.planner, "setkání")).containsExactly(theirs, ours);
        assertThat(titles(region.admin, "setkání")).isEmpty();
    }

    @Test
    void countTellsAsManyAsTheList() {
        for (Actor actor : List.of(own.member(), region.planner, region.admin)) {
            assertThat(as(actor, () -> meetings.count(MeetingFilter.ANY)))
                    .as(actor.name())
                    .isEqualTo(titles(actor, "").size());
        }
    }

    @Test
    void theNewestComesFirst() {
        region.meeting(own, "Nejstarší", DAY.minusYears(3));
        region.meeting(own, "Nejnovější", DAY.plusDays(1));

        assertThat(titles(own.member(), "")).containsExactly("Nejnovější", "Setkání: Senioři", "Výjezd", "Nejstarší");
    }

    @Test
    void titlesAreFoundWithoutDiacritics() {
        region.meeting(own, "Šťastné stáří", DAY);

        assertThat(titles(own.member(), "stastne stari")).containsExactly("Šťastné stáří");
        assertThat(titles(own.member(), "ŠŤASTNÉ")).containsExactly("Šťastné stáří");
    }

    @Test
    void signsOfPatternsMeanThemselves() {
        region.meeting(own, "100% zájem", DAY);

        assertThat(titles(own.member(), "%")).containsExactly("100% zájem");
        assertThat(titles(own.member(), "_")).isEmpty();
    }

    @Test
    void theGroupChosenNarrowsTheListButOpensNoOther() {
        var theirs = new MeetingFilter("", Optional.of(region.foreign.group()));

        assertThat(as(region.planner, () -> meetings.count(theirs))).isEqualTo(2);
        assertThat(as(own.member(), () -> meetings.count(theirs))).isZero();
        assertThat(as(own.member(), () -> meetings.rows(theirs, 0, 10))).isEmpty();
    }

    @Test
    void presentPeopleAreCounted() {
        as(own.coordinator(), () -> attendee("Jan Pozvaný", AttendanceKind.EXCUSED));
        as(own.coordinator(), () -> attendee("Eva Přítomná", AttendanceKind.PRESENT));

        assertThat(as(own.member(), () -> meetings.rows(new MeetingFilter("Setkání", Optional.empty()), 0, 10)))
                .extracting(MeetingRow::present)
                .containsExactly(2);
    }

    private AttendanceId attendee(String name, AttendanceKind kind) {
        return meetings.addAttendee(own.meeting(), new AttendeeData(name, null, null, null, kind));
    }

    @Test
    void theSecondEditorIsToldAndOverwritesNothing() {
        as(own.coordinator(), () -> meetings.update(own.meeting(), 1, titled("První")));
        as(own.coordinator(), () -> meetings.updateAgendaItem(own.meeting(), own.topic(), 1, item("První")));

        assertStale(() -> meetings.update(own.meeting(), 1, titled("Druhé")));
        assertStale(() -> meetings.updateAgendaItem(own.meeting(), own.topic(), 1, item("Druhé")));
        assertStale(() -> meetings.removeAttendee(own.meeting(), own.attendee(), 2));
        assertThat(as(own.member(), () -> meetings.get(own.meeting())).data().title())
                .isEqualTo("První");
        assertThat(as(own.member(), () -> meetings.agenda(own.meeting())))
                .extracting(item -> item.data().title())
                .containsExactly("Kolečko", "První");
        assertThat(as(own.member(), () -> meetings.attendance(own.meeting()))).hasSize(1);
    }

    @Test
    void whatBelongsToAForeignMeetingIsOutOfReachThroughTheOwn() {
        Region.Circle theirs = region.foreign;

        assertStale(() -> meetings.updateAgendaItem(own.meeting(), theirs.topic(), 1, item("Cizí")));
        assertStale(() -> meetings.removeAttendee(own.meeting(), theirs.attendee(), 1));
        assertThat(as(theirs.member(), () -> meetings.attendance(theirs.meeting())))
                .hasSize(1);
    }

    @Test
    void malformedInputIsRefusedBeforeItIsStored() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new MeetingData(
                        "A", DAY, LocalTime.of(15, 0), LocalTime.of(14, 0), null, null, null, null, null))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo("meetings.end.beforeStart");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new AttendeeData(" ", null, null, "", AttendanceKind.PRESENT))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo("meetings.attendee.nobody");
    }

    @Test
    void meetingsOfADayAreFound() {
        assertThat(as(own.coordinator(), () -> meetings.on(own.group(), DAY))).containsExactly(own.meeting());
        assertThat(as(own.coordinator(), () -> meetings.on(own.group(), DAY.plusDays(1))))
                .isEmpty();
    }

    private void assertStale(Runnable work) {
        assertThatThrownBy(() -> as(own.coordinator(), work)).isInstanceOf(StaleVersionException.class);
    }

    private static MeetingData titled(String title) {
        return new MeetingData(title, DAY, null, null, null, null, null, null, null);
    }

    private static AgendaItemData item(String title) {
        return new AgendaItemData(2, title, AgendaItemKind.TOPIC);
    }

    private List<String> titles(Actor actor, String text) {
        return as(actor, () -> meetings.rows(new MeetingFilter(text, Optional.empty()), 0, 50)).stream()
                .map(MeetingRow::title)
                .toList();
    }
}
