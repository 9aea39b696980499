package cz.koplan.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResolutionServiceTest extends ApplicationTest {

    private Region region;
    private Region.Circle own;
    private ResolutionService resolutions;
    private MinutesService minutes;

    @BeforeEach
    void foundRegion() {
        region = new Region(context);
        own = region.own;
        resolutions = service(ResolutionService.class);
        minutes = service(MinutesService.class);
    }

    @Test
    void numbersFollowThoseOfOldMinutes() {
        MeetingId otherYear = region.meeting(own, "Loni", LocalDate.of(2024, 5, 6));

        record(own.meeting(), "První.");
        record(own.meeting(), "Druhé.");
        record(otherYear, "Loňské.");
        as(own.coordinator(), () -> minutes.addResolution(own.meeting(), new ResolutionData("9/2025", "Z importu.")));
        as(own.coordinator(), () -> minutes.addResolution(own.meeting(), new ResolutionData("č. 40/2025", "Jinak.")));
        record(own.meeting(), "Třetí.");

        assertThat(numbers(own.meeting()))
                .containsExactly("1/2025", "2/2025", "3/2025", "9/2025", "č. 40/2025", "10/2025");
        assertThat(numbers(otherYear)).containsExactly("1/2024");
    }

    @Test
    void groupsCountForThemselves() {
        record(own.meeting(), "Naše.");
        as(region.foreign.coordinator(), () -> resolutions.record(region.foreign.meeting(), null, "Jejich."));

        assertThat(as(region.foreign.member(), () -> minutes.page(region.foreign.meeting()))
                        .resolutions())
                .extracting(resolution -> resolution.data().number())
                .containsExactly("1/2025", "2/2025");
    }

    @Test
    void aNumberIsNeverGivenTwice() {
        ResolutionId withdrawn = record(own.meeting(), "Stažené.");
        ResolutionId empty = as(own.coordinator(), () -> resolutions.record(own.meeting(), own.topic(), ""));
        as(own.coordinator(), () -> resolutions.withdraw(own.meeting(), withdrawn));
        as(own.coordinator(), () -> minutes.removeResolution(own.meeting(), empty, 1));
        record(own.meeting(), "Další.");

        assertThat(numbers(own.meeting())).containsExactly("1/2025", "2/2025", "4/2025");
        assertThat(as(own.member(), () -> minutes.page(own.meeting())).resolutions())
                .extracting(Resolution::withdrawn)
                .containsExactly(false, true, false);
    }

    @Test
    void aResolutionKeepsItsItem() {
        ResolutionId taken = as(own.coordinator(), () -> resolutions.record(own.meeting(), own.topic(), "Pod bodem."));

        assertThat(as(own.member(), () -> minutes.page(own.meeting())).resolutions())
                .filteredOn(resolution -> resolution.id().equals(taken))
                .extracting(Resolution::agendaItem)
                .containsExactly(own.topic());
        assertThatThrownBy(() -> as(
                        own.coordinator(), () -> resolutions.record(own.meeting(), region.foreign.topic(), "Jinde.")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        as(own.coordinator(), () -> resolutions.withdraw(own.meeting(), region.foreign.resolution())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theFormNumbersAtMeetingsRunHereOnly() {
        as(own.coordinator(), () -> minutes.addResolution(own.meeting(), new ResolutionData(null, "Staré.")));
        db.execute(
                "update meeting set origin = 'DESK' where id = ?", own.meeting().value());
        as(own.coordinator(), () -> minutes.addResolution(own.meeting(), new ResolutionData(null, "Nové.")));

        assertThat(numbers(own.meeting())).containsExactly("1/2025", null, "2/2025");
    }

    @Test
    void theRegisterHoldsWhatOneMayReadTheNewestFirst() {
        MeetingId later = region.meeting(own, "Později", LocalDate.of(2026, 1, 12));
        record(later, "Nejnovější.");

        assertThat(texts(own.member(), ResolutionFilter.ALL))
                .containsExactly("Nejnovější.", "Skupina bere zprávy na vědomí.");
        assertThat(texts(region.planner, ResolutionFilter.ALL)).hasSize(3);
        assertThat(texts(region.admin, ResolutionFilter.ALL)).isEmpty();
        assertThat(as(own.member(), resolutions::years)).containsExactly(2026, 2025);
    }

    @Test
    void theRegisterIsFiltered() {
        ResolutionId withdrawn = record(own.meeting(), "Šachový kroužek se podpoří.");
        as(own.coordinator(), () -> resolutions.withdraw(own.meeting(), withdrawn));
        Actor who = region.planner;

        assertThat(texts(who, new ResolutionFilter(Optional.of(own.group()), Optional.empty(), "", false)))
                .containsExactly("Skupina bere zprávy na vědomí.");
        assertThat(texts(who, new ResolutionFilter(Optional.empty(), Optional.of(2024), "", true)))
                .isEmpty();
        assertThat(texts(who, new ResolutionFilter(Optional.empty(), Optional.of(2025), "sachovy", true)))
                .containsExactly("Šachový kroužek se podpoří.");
        assertThat(texts(who, new ResolutionFilter(Optional.empty(), Optional.empty(), "2/20", true)))
                .hasSize(1);
    }

    private ResolutionId record(MeetingId meeting, String text) {
        return as(own.coordinator(), () -> resolutions.record(meeting, null, text));
    }

    private List<String> numbers(MeetingId meeting) {
        return as(own.member(), () -> minutes.page(meeting)).resolutions().stream()
                .map(resolution -> resolution.data().number())
                .toList();
    }

    private List<String> texts(Actor who, ResolutionFilter filter) {
        List<String> found = as(who, () -> resolutions.register(filter, 0, 50)).stream()
                .map(ResolutionRow::text)
                .toList();
        assertThat(as(who, () -> resolutions.count(filter))).isEqualTo(found.size());
        return found;
    }
}
