package cz.koplan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.reading.ReadMinutes.Item;
import cz.koplan.reading.ReadMinutes.Paragraph;
import cz.koplan.reading.ReadMinutes.Update;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionRecogniserTest {

    private static final String HEAD = "Zápis z jednání skupiny Bydlení\n1. 2. 2019\n\nPřítomni: Eva Malá (Naděje)\n\n";
    private static final List<String> SENTENCES = List.of(
            "Skupina prošla návrh osnovy plánu. Většina členů chce méně opatření.",
            "Zástupce města předložil nový rozpočet. Členové ho vzali na vědomí.",
            "Poradny požádaly o delší lhůtu. Lhůta bude do května.");

    @Test
    void endsTheRoundTableWithABulletThatOpensWithASentence() throws Exception {
        List<Item> items = items("""
                Program:
                1. Informace od členů skupiny
                2. Osnova komunitního plánu

                - Naděje. Noclehárna má dvě volná lůžka.
                - Klub Vlna. Hledají lektora.
                """ + bullets());
        assertThat(items.getFirst().updates()).extracting(Update::label).containsExactly("Naděje", "Klub Vlna");
        assertThat(items.getFirst().paragraphs()).isEmpty();
        assertTopicOfSentences(items.get(1));
    }

    @Test
    void keepsSentencesUnderATopicOfTheAgenda() throws Exception {
        List<Item> items = items("Program:\n1. Osnova komunitního plánu\n\n1. Osnova komunitního plánu\n" + bullets());
        assertTopicOfSentences(items.getFirst());
    }

    @Test
    void keepsSentencesUnderTheOnlyPointOfTheAgenda() throws Exception {
        assertTopicOfSentences(
                items("Program:\n1. Osnova komunitního plánu\n\n" + bullets()).getFirst());
    }

    @Test
    void keepsSentencesUnderAHeadingWithoutAgenda() throws Exception {
        assertTopicOfSentences(
                items("1. Osnova komunitního plánu\n" + bullets()).getFirst());
    }

    private static String bullets() {
        return "- " + String.join("\n- ", SENTENCES) + "\n";
    }

    private static void assertTopicOfSentences(Item item) {
        assertThat(item.kind()).isEqualTo(AgendaItemKind.TOPIC);
        assertThat(item.updates()).isEmpty();
        assertThat(item.paragraphs()).extracting(Paragraph::text).containsExactlyElementsOf(SENTENCES);
    }

    private static List<Item> items(String body) throws Exception {
        String source = HEAD + body + "\nZapsal: Petr Psal\n";
        Accounting accounting = Accounting.of("a.txt", source.getBytes(StandardCharsets.UTF_8));
        accounting.check();
        return accounting.minutes().items();
    }
}
