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
                "K-centrum. Otevřeno. | K-centrum | Otevřeno.",
                "Mateřská škola Kapela. Má místo. | Mateřská škola Kapela | Má místo.",
                "Světlo. Hledá byt. | Světlo | Hledá byt.",
                "Festival Mezi ploty. Zve všechny. | Festival Mezi ploty | Zve všechny.",
                "Divadlo a umělecká díla. Bez změny. | Divadlo a umělecká díla | Bez změny.",
                "Gabriela Zapletalová: mluvila | Gabriela Zapletalová | mluvila",
                "Navrátil. Byl nemocen. | Navrátil | Byl nemocen.",
                "OCHL. Má místo. | OCHL | Má místo.",
                "Pohl. Byl nemocen. | Pohl | Byl nemocen.",
                "Skupina ROOD. Bez novinek. | Skupina ROOD | Bez novinek."
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
                "Skupina prošla návrh osnovy plánu. Většina členů chce méně opatření.",
                "Předseda prošel návrh osnovy. Připomínky poslal.",
                "Paní Malá upozornila na chybějící byty. Doplní je.",
                "Starosta přinesl jiný návrh. Souhlasili.",
                "Starosta navrhl jiný postup. Souhlasili.",
                "Poradny požádaly o delší lhůtu. Bude v květnu.",
                "Zazněla obava z dluhů. Bude řešena.",
                "Obce chtějí méně opatření. Kraj souhlasí.",
                "Členové bez připomínek. Děkujeme.",
                "Většina pro návrh. Jeden proti.",
                "Skupina: bez připomínek",
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
