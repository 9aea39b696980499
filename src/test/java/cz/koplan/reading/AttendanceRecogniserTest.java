package cz.koplan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceRecogniserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Přítomni: Nová, Malý, Kos | Nová; Malý; Kos",
                "Přítomní: Nová a Malý | Nová; Malý",
                "Účastníci: Mgr. Jan Nový, Ph.D., Bc. Eva Malá, DiS. | Mgr. Jan Nový, Ph.D.; Bc. Eva Malá, DiS.",
                "Přítomni: Jan Nový (Domov Lípa), Eva Malá (Fokus, z.s.) | Jan Nový @Domov Lípa; Eva Malá @Fokus, z.s.",
                "Přítomni: Jan Nový – Domov Lípa; Naděje – Eva Malá | Jan Nový @Domov Lípa; Eva Malá @Naděje",
                "Přítomni: Naděje: Jan Nový, Eva Malá; ČvT: Petr Suk | Jan Nový @Naděje; Eva Malá @Naděje; Petr Suk @ČvT",
                "Přítomni: Jan Kos: Naděje | Jan Kos @Naděje",
                "Přítomni: Jan Kos, Domov a zahrada; Eva Malá, Fokus | Jan Kos @Domov a zahrada; Eva Malá @Fokus",
                "Přítomni: Jan Kos (omluven), Eva Malá | Jan Kos EXCUSED; Eva Malá",
                "Přítomni: Jan Kos; omluveni: Eva Malá, hosté: Petr Suk | Jan Kos; Eva Malá EXCUSED; Petr Suk GUEST",
                "Omluvena: Eva Malá | Eva Malá EXCUSED",
                "Nepřítomni: Jan Kos | Jan Kos ABSENT",
                "Hosté (1): Petr Suk | Petr Suk GUEST",
                "Přítomni: nikdo | ''",
                "Přítomni: viz prezenční listina | ''"
            })
    void readsTheUsualLists(String line, String expected) throws Exception {
        String text = "Zápis z jednání\n1. 2. 2023\n\n" + line + "\n\nZapsal: Petr Psal\n";
        ReadMinutes minutes =
                Accounting.of("a.txt", text.getBytes(StandardCharsets.UTF_8)).minutes();
        String read = minutes.attendance().stream()
                .map(attendee -> attendee.name()
                        + (attendee.organisation() == null ? "" : " @" + attendee.organisation())
                        + (attendee.kind().name().equals("PRESENT") ? "" : " " + attendee.kind()))
                .collect(Collectors.joining("; "));
        assertThat(read).isEqualTo(expected);
    }
}
