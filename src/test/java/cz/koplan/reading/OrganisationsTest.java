package cz.koplan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Naděje. Bez novinek. | Naděje | Bez novinek.",
                "Klub Vlna: má plno | Klub Vlna | má plno",
                "Most – noví lidé – starý dům | Most | noví lidé – starý dům",
                "Návrat, o.p.s. Přijímá muže. | Návrat, o.p.s. | Přijímá muže.",
                "Péče o lidi z. s.: Bez změny. | Péče o lidi z. s. | Bez změny.",
                "Domov sv. Anny. Má místo. | Domov sv. Anny | Má místo.",
                "ČvT. Pracuje. | ČvT | Pracuje.",
                "Jana Nová (Fokus): mluvila | Jana Nová (Fokus) | mluvila",
                "K-centrum. Otevřeno. | K-centrum | Otevřeno."
            })
    void splitsNameAndText(String line, String label, String text) throws Exception {
        var labelled = Objects.requireNonNull(Organisations.split(passage(line), true));
        assertThat(labelled.label().text()).isEqualTo(label);
        assertThat(labelled.text().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pracovní skupina se sešla v novém složení. Vedoucí poděkoval.",
                "Skupina nemá připomínky. Děkuje.",
                "Termín: září",
                "poznámka malým písmem. Text.",
                "Bez tečky a dvojtečky",
                "Na jaře proběhlo velké setkání všech poskytovatelů z celého kraje v Horní Lhotě. Dobré."
            })
    void takesNoSentenceForAName(String line) throws Exception {
        assertThat(Organisations.split(passage(line), true)).isNull();
    }

    private static Passage passage(String line) throws Exception {
        SourceText source = PlainTextReader.read("a.txt", line.getBytes(StandardCharsets.UTF_8));
        return Passage.of(source, List.of(source.lines().getFirst()));
    }
}
