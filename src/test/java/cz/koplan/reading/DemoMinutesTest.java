package cz.koplan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.meetings.AgendaItemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The older minutes of the demonstration are understood to the last word. */
class DemoMinutesTest {

    private static final Path MINUTES = Path.of("src/main/resources/demo/starsi-zapis.txt");

    @Test
    void areFullyUnderstood() throws Exception {
        Accounting accounting = Accounting.of("starsi-zapis.txt", Files.readAllBytes(MINUTES));
        accounting.check();
        ReadMinutes minutes = accounting.minutes();
        assertThat(minutes.unused()).isEmpty();
        assertThat(minutes.questions()).isEmpty();
        assertThat(minutes.items())
                .extracting(ReadMinutes.Item::kind)
                .containsExactly(AgendaItemKind.ROUND_TABLE, AgendaItemKind.TOPIC);
        assertThat(minutes.items().getFirst().updates()).hasSize(8);
        assertThat(minutes.items().get(1).paragraphs()).hasSize(2);
        assertThat(minutes.tasks())
                .extracting(ReadMinutes.Task::due)
                .containsExactly(LocalDate.of(2019, 5, 31), LocalDate.of(2019, 6, 14));
        assertThat(minutes.author()).isEqualTo("Petra Mokřadová");
    }
}
