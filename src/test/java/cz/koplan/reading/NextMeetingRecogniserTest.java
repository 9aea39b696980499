package cz.koplan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextMeetingRecogniserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Příští setkání: 17. září 2019, 14:00 hod, Magistrát města Lhota | Magistrát města Lhota | -",
                "Příští setkání: 17. září 2019 14:00 hod. – Městský úřad Dolní Ves, 2. patro"
                        + " | Městský úřad Dolní Ves, 2. patro | -",
                "Příští setkání: 17. září 2019, 14:00, na Magistrátu města Lhota, Petra Nová"
                        + " | na Magistrátu města Lhota | Petra Nová",
                "Příští setkání: 17. září 2019, 14:00, Komunitní centrum Luh, Lipová 5. Svačina s sebou."
                        + " | Komunitní centrum Luh, Lipová 5 | Svačina s sebou.",
                "Další jednání se koná 17. 9. 2019 v 14.00 v zasedací místnosti č. 2 | v zasedací místnosti č. 2 | -",
                "Příští setkání: 17. září 2019, 14:00 hod, stejné místo | - | stejné místo",
                "Příští setkání: 17. září 2019, 14:00 hod, Petra Nová | - | Petra Nová",
                "Příští setkání: 17. září 2019, 14:00 hod, Magistrát představí návrh | - | Magistrát představí návrh",
                "Příští setkání: 17. září 2019, 14:00 hod, místnost upřesníme | - | místnost upřesníme",
                "Příští setkání: 17. září 2019, 14:00 hod, úřad přinesl 2 návrhy | - | úřad přinesl 2 návrhy"
            })
    void readsThePlaceBehindDateAndTime(String line, @Nullable String place, @Nullable String unused) throws Exception {
        String source = "Zápis z jednání\n1. 2. 2019\n\nPřítomni: Eva Malá\n\n" + line + "\n\nZapsal: Petr Psal\n";
        Accounting accounting = Accounting.of("a.txt", source.getBytes(StandardCharsets.UTF_8));
        accounting.check();
        ReadMinutes minutes = accounting.minutes();
        var next = Objects.requireNonNull(minutes.nextMeeting());
        assertThat(next.date()).isEqualTo(LocalDate.of(2019, 9, 17));
        assertThat(next.start()).isEqualTo(LocalTime.of(14, 0));
        assertThat(next.place()).isEqualTo(place);
        assertThat(String.join(
                        "",
                        minutes.unused().stream().map(ReadMinutes.Unused::text).toList()))
                .isEqualTo(unused == null ? "" : unused);
    }
}
