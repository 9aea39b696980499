package cz.koplan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.reading.CzechDates.Doubt;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CzechDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "21. června 2021 | 2021-06-21",
                "21. červen 2021, 14:00 | 2021-06-21",
                "21.6.2021 | 2021-06-21",
                "21. 6. 2021 | 2021-06-21",
                "21. 06. 2021 | 2021-06-21",
                "2021-06-21 | 2021-06-21",
                "21/6/2021 | 2021-06-21",
                "pondělí 21. června 2021 | 2021-06-21",
                "v PONDĚLÍ, 21. ČERVNA 2021 | 2021-06-21",
                "po 21. 6. 2021 | 2021-06-21",
                "dne 1. července 2024 | 2024-07-01",
                "konané dne 29. února 2024 | 2024-02-29",
                "8. listopadu 2022 | 2022-11-08",
                "31. prosince 1999. | 1999-12-31"
            })
    void readsTheUsualWaysToWriteADate(String text, LocalDate date) {
        assertThat(CzechDates.dates(text)).hasSize(1);
        assertThat(CzechDates.dates(text).getFirst().value()).isEqualTo(date);
        assertThat(CzechDates.dates(text).getFirst().doubt()).isEqualTo(Doubt.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "21. 6. 21 | SHORT_YEAR",
                "21. června | NO_YEAR",
                "30. 9. | NO_YEAR",
                "31. 6. 2021 | NO_SUCH_DAY",
                "29. února 2023 | NO_SUCH_DAY",
                "úterý 21. června 2021 | WRONG_WEEKDAY"
            })
    void doubtsWhatIsNotCertain(String text, Doubt doubt) {
        assertThat(CzechDates.dates(text)).hasSize(1);
        assertThat(CzechDates.dates(text).getFirst().doubt()).isEqualTo(doubt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zákon č. 108/2006 Sb.",
                "bod 45.46.",
                "14.00–15.30",
                "§ 60a",
                "1.2.3.4",
                "tel. 485 " + "123 456"
            })
    void takesNothingElseForADate(String text) {
        assertThat(CzechDates.dates(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14:00 | 14:00 |",
                "14.00 hod | 14:00 |",
                "v 9:30 | 09:30 |",
                "od 14 hodin | 14:00 |",
                "14.00–15.30 hod. | 14:00 | 15:30",
                "od 9.00 do 11.30 hod. | 09:00 | 11:30",
                "9-11 hod. | 09:00 | 11:00",
                "21. 6. 2021 14:00 | 14:00 |",
                "8:00 - 9:00 | 08:00 | 09:00"
            })
    void readsTimes(String text, LocalTime from, LocalTime to) {
        var times = CzechDates.times(text, CzechDates.dates(text));
        assertThat(times).hasSize(1);
        assertThat(times.getFirst().from()).isEqualTo(from);
        assertThat(times.getFirst().to()).isEqualTo(to);
    }
}
