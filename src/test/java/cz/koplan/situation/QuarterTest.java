package cz.koplan.situation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarterTest {

    @ParameterizedTest
    @CsvSource({"2025-01-01,2025-1", "2025-03-31,2025-1", "2025-04-01,2025-2", "2025-12-31,2025-4"})
    void aDayLiesInItsQuarter(LocalDate day, String quarter) {
        assertThat(Quarter.of(day)).hasToString(quarter);
        assertThat(Quarter.read(quarter)).contains(Quarter.of(day));
        assertThat(day).isBetween(Quarter.of(day).firstDay(), Quarter.of(day).lastDay());
    }

    @Test
    void quartersFollowOverTheYear() {
        assertThat(new Quarter(2024, 4).to(new Quarter(2025, 2)))
                .containsExactly(new Quarter(2024, 4), new Quarter(2025, 1), new Quarter(2025, 2));
        assertThat(new Quarter(2025, 2).to(new Quarter(2025, 1))).isEmpty();
        assertThat(new Quarter(2025, 1).plus(-1)).isEqualTo(new Quarter(2024, 4));
    }

    @ParameterizedTest
    @CsvSource({"2025-5", "25-1", "x", "''", "'2025-1 '"})
    void whateverElseIsNoQuarter(String written) {
        assertThat(Quarter.read(written)).isEmpty();
    }
}
