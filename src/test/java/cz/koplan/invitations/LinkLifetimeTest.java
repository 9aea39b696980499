package cz.koplan.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkLifetimeTest {

    /** The end is a midnight in Prague, given in UTC. */
    @ParameterizedTest
    @CsvSource({
        "2031-01-15,           , 2032-01-15T23:00",
        "2031-01-15, 2031-04-10, 2031-05-10T22:00",
        "2031-01-15, 2031-12-16, 2032-01-15T23:00",
        "2031-01-15, 2031-12-15, 2032-01-14T23:00",
        "2031-01-15, 2033-01-01, 2032-01-15T23:00",
        "2032-02-29,           , 2033-02-28T23:00",
        "2031-01-15, 2031-02-28, 2031-03-30T22:00",
        "2031-06-01, 2031-09-26, 2031-10-26T23:00",
    })
    void endsThirtyDaysAfterTheNextMeetingOrAfterAYear(LocalDate meeting, @Nullable LocalDate next, LocalDateTime end) {
        assertThat(LinkLifetime.end(meeting, Optional.ofNullable(next))).isEqualTo(end);
    }
}
