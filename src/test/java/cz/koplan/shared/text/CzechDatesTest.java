package cz.koplan.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CzechDatesTest {

    private static final LocalDate DAY = LocalDate.of(2021, 6, 21);

    @Test
    void datesInWords() {
        assertThat(CzechDates.inWords(DAY)).isEqualTo("21. června 2021");
        assertThat(IntStream.rangeClosed(1, 12).mapToObj(month -> CzechDates.inWords(LocalDate.of(2020, month, 1))))
                .containsExactly(
                        "1. ledna 2020",
                        "1. února 2020",
                        "1. března 2020",
                        "1. dubna 2020",
                        "1. května 2020",
                        "1. června 2020",
                        "1. července 2020",
                        "1. srpna 2020",
                        "1. září 2020",
                        "1. října 2020",
                        "1. listopadu 2020",
                        "1. prosince 2020");
    }

    @Test
    void times() {
        assertThat(CzechDates.time(LocalTime.of(9, 5))).isEqualTo("9.05");
        assertThat(CzechDates.span(LocalTime.of(14, 0), LocalTime.of(15, 30))).isEqualTo("14.00–15.30 hod.");
    }

    @Test
    void meetings() {
        assertThat(CzechDates.meeting(DAY, null, null)).isEqualTo("21. června 2021");
        assertThat(CzechDates.meeting(DAY, LocalTime.of(14, 0), null)).isEqualTo("21. června 2021 v 14.00 hod.");
        assertThat(CzechDates.meeting(DAY, LocalTime.of(14, 0), LocalTime.of(15, 30)))
                .isEqualTo("21. června 2021, 14.00–15.30 hod.");
    }

    @Test
    void weekdays() {
        assertThat(IntStream.range(0, 7).mapToObj(DAY::plusDays).map(CzechDates::weekday))
                .containsExactly("pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle");
        assertThat(IntStream.range(0, 7).mapToObj(DAY::plusDays).map(CzechDates::onWeekday))
                .containsExactly("v pondělí", "v úterý", "ve středu", "ve čtvrtek", "v pátek", "v sobotu", "v neděli");
    }
}
