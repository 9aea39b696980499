package cz.koplan.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.shared.InvalidInputException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 01:59, true",
        "2026-03-29, 02:00, false",
        "2026-03-29, 02:59, false",
        "2026-03-29, 03:00, true",
        "2026-03-28, 02:30, true",
        "2026-10-25, 02:30, true"
    })
    void clocksSkipAnHourInMarch(LocalDate day, LocalTime time, boolean exists) {
        assertThat(MeetingTimes.exists(day, time)).isEqualTo(exists);
        if (!exists) {
            assertThatThrownBy(() -> MeetingTimes.plannedEnd(day.atTime(time), 60))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("meetings.time.skipped");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-21T14:00, 90, 2026-09-21T15:30",
        "2026-09-21T23:30, 45, 2026-09-22T00:15",
        "2026-03-28T23:00, 240, 2026-03-29T04:00",
        "2026-03-29T01:30, 30, 2026-03-29T03:00",
        "2026-03-29T03:00, 60, 2026-03-29T04:00",
        "2026-10-25T01:30, 60, 2026-10-25T02:30",
        "2026-10-25T01:30, 120, 2026-10-25T02:30",
        "2026-10-25T02:30, 60, 2026-10-25T02:30",
        "2026-10-24T23:00, 300, 2026-10-25T03:00"
    })
    void minutesAreReal(LocalDateTime start, int minutes, LocalDateTime end) {
        assertThat(MeetingTimes.plannedEnd(start, minutes)).isEqualTo(end);
    }
}
