package cz.koplan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskRecogniserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Doplnit kapitolu o bydlení. Zodpovídá: Petra Mokřadová, termín: 31. 5. 2019"
                        + " | Doplnit kapitolu o bydlení. | Petra Mokřadová | 2019-05-31",
                "Vybrat příklady z praxe, zodpovídá Jan Kos | Vybrat příklady z praxe | Jan Kos | -",
                "Připravit přehled o bytech z loňska | Připravit přehled o bytech z loňska | - | -",
                "Sepsat podněty (z kraje i z obcí) | Sepsat podněty (z kraje i z obcí) | - | -",
                "Svolat schůzku O bydlení s dětmi | Svolat schůzku O bydlení s dětmi | - | -",
                "Objednat tisk letáků. Z: Eva Malá, T: 3. 4. 2023 | Objednat tisk letáků. | Eva Malá | 2023-04-03",
                "Objednat tisk letáků (O: Eva Malá) | Objednat tisk letáků | Eva Malá | -"
            })
    void readsOwnerAndDueDate(String line, String text, @Nullable String owner, @Nullable String due) throws Exception {
        String source = """
                Zápis z jednání
                1. 2. 2019

                Program:
                1. Různé

                1. Různé
                Úkol: %s

                Zapsal: Petr Psal
                """.formatted(line);
        Accounting accounting = Accounting.of("a.txt", source.getBytes(StandardCharsets.UTF_8));
        accounting.check();
        assertThat(accounting.minutes().tasks()).singleElement().satisfies(task -> {
            assertThat(task.text()).isEqualTo(text);
            assertThat(task.owner()).isEqualTo(owner);
            assertThat(task.due()).isEqualTo(due == null ? null : LocalDate.parse(due));
        });
    }
}
