package cz.koplan.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextMeetingTest {

    private static final TemplateData OPEN = new TemplateData(null, null, null, null, null, List.of());

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            LAST,       ANNOUNCED,  TODAY,      NEXT
            2026-09-21, 2026-10-12, 2026-09-21, 2026-10-12
            2026-09-21, ,           2026-09-21, 2026-10-19
            2026-09-21, ,           2026-12-01, 2026-12-21
            2026-09-21, 2026-10-12, 2026-10-13, 2026-10-19
            2026-09-30, ,           2026-09-30, 2026-10-28
            2026-11-30, ,           2026-11-30, 2026-12-28
            2026-01-29, ,           2026-01-29, 2026-02-26
            2027-01-04, ,           2026-11-24, 2027-02-01
            """)
    void theDayIsTheAnnouncedOneOrTheSameWeekdayOfTheMonth(
            LocalDate last, LocalDate announced, LocalDate today, LocalDate next) {
        var before = new MeetingData("Senioři", last, null, null, null, null, announced, null, null);

        assertThat(NextMeeting.propose(Optional.of(before), OPEN, "Skupina", today)
                        .heldOn())
                .isEqualTo(next);
    }

    @Test
    void theTemplateGoesBeforeTheHabitAndTheAnnouncementBeforeBoth() {
        var template = new TemplateData(
                "Jednání", LocalTime.of(9, 0), LocalTime.of(11, 0), MeetingMode.HYBRID, "Radnice", List.of());
        var last = new MeetingData(
                "Senioři",
                LocalDate.of(2026, 9, 21),
                LocalTime.of(14, 0),
                LocalTime.of(15, 30),
                MeetingMode.ONLINE,
                "Knihovna",
                null,
                LocalTime.of(10, 0),
                "Klub");
        LocalDate today = LocalDate.of(2026, 9, 22);

        assertThat(NextMeeting.propose(Optional.of(last), OPEN, "Skupina", today))
                .isEqualTo(new MeetingData(
                        "Senioři",
                        LocalDate.of(2026, 10, 19),
                        LocalTime.of(10, 0),
                        LocalTime.of(15, 30),
                        MeetingMode.ONLINE,
                        "Klub",
                        null,
                        null,
                        null));
        assertThat(NextMeeting.propose(Optional.of(last), template, "Skupina", today))
                .isEqualTo(new MeetingData(
                        "Jednání",
                        LocalDate.of(2026, 10, 19),
                        LocalTime.of(10, 0),
                        LocalTime.of(11, 0),
                        MeetingMode.HYBRID,
                        "Klub",
                        null,
                        null,
                        null));
        assertThat(NextMeeting.propose(Optional.empty(), OPEN, "Skupina", today))
                .isEqualTo(new MeetingData("Skupina", today.plusDays(14), null, null, null, null, null, null, null));
    }

    @Test
    void anEndThatWouldNotFollowTheStartIsLeftOpen() {
        var last = new MeetingData(
                "Senioři",
                LocalDate.of(2026, 9, 21),
                LocalTime.of(8, 0),
                LocalTime.of(9, 0),
                null,
                null,
                null,
                LocalTime.of(16, 0),
                null);

        assertThat(NextMeeting.propose(Optional.of(last), OPEN, "Skupina", LocalDate.of(2026, 9, 22))
                        .endsAt())
                .isNull();
    }

    @Test
    void aTitleWithMonthAndYearMovesOn() {
        var last = new MeetingData(
                "Setkání, prosinec 2026 (12026)", LocalDate.of(2026, 12, 14), null, null, null, null, null, null, null);

        assertThat(NextMeeting.propose(Optional.of(last), OPEN, "Skupina", LocalDate.of(2026, 12, 15))
                        .title())
                .isEqualTo("Setkání, leden 2027 (12026)");
    }
}
