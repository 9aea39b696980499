package cz.koplan.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.mail.MailKind;
import cz.koplan.shared.InvalidInputException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MailWordsTest {

    private static final Map<Placeholder, String> VALUES = Map.of(
            Placeholder.MEETING, "Setkání *u* {{link}}",
            Placeholder.RECIPIENT, "Jana",
            Placeholder.AGENDA, "1. Zahájení\n2. Různé");

    @Test
    void placeholdersAreFilledIn() {
        var words = new MailWords("{{ meeting }}: program", "Dobrý den, **{{recipient}}**\n\n{{agenda}}\n\n{{link}}");

        assertThat(words.subject(VALUES)).isEqualTo("Setkání *u* {{link}}: program");
        assertThat(words.html(VALUES, "<a>L</a>"))
                .isEqualTo("<p>Dobrý den, <strong>Jana</strong></p>"
                        + "<ol><li><p>Zahájení</p></li><li><p>Různé</p></li></ol><p><a>L</a></p>");
        assertThat(words.text(VALUES, "L")).isEqualTo("Dobrý den, Jana\n\n1. Zahájení\n2. Různé\n\nL");
    }

    @Test
    void valuesAreNeverMarkup() {
        var words = new MailWords("a", "{{meeting}}");

        assertThat(words.html(VALUES, "<a>L</a>")).isEqualTo("<p>Setkání *u* {{link}}</p>".replace(" u", " u"));
        assertThat(new MailWords("a", "{{meeting}}").html(Map.of(Placeholder.MEETING, "\uE000<b>"), "<a>L</a>"))
                .isEqualTo("<p>&lt;b&gt;</p>");
    }

    @Test
    void rawHtmlIsShownAsTyped() {
        assertThat(new MailWords("a", "<script>x</script>").html(Map.of(), ""))
                .isEqualTo("<p>&lt;script&gt;x&lt;/script&gt;</p>");
    }

    @ParameterizedTest
    @CsvSource({"{{setkani}}, a", "a, {{personal-link}}", "a, {{}}", "a, {{Meeting}}"})
    void unknownPlaceholdersAreRefused(String subject, String body) {
        assertThatThrownBy(() -> new MailWords(subject, body))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("invitations.words.unknownPlaceholder");
    }

    @Test
    void subjectAndBodyAreNeeded() {
        assertThatThrownBy(() -> new MailWords(" ", "a")).hasMessage("input.required");
        assertThatThrownBy(() -> new MailWords("a", " \n ")).hasMessage("invitations.words.bodyNeeded");
        assertThatThrownBy(() -> new MailWords("a".repeat(201), "a")).hasMessage("input.tooLong");
        assertThatThrownBy(() -> new MailWords("a", "a".repeat(20_001))).hasMessage("input.tooLong");
    }

    @ParameterizedTest
    @EnumSource(
            value = MailKind.class,
            names = {"INVITATION", "CHANGE", "CANCELLATION", "REMINDER"})
    void everyKindHasWordsInBothLanguages(MailKind kind) {
        assertThat(DefaultWords.of(kind, "cs").body()).contains("{{link}}");
        assertThat(DefaultWords.of(kind, "en").body()).contains("{{link}}");
        assertThat(DefaultWords.ofWithdrawal("cs").body())
                .isNotEqualTo(DefaultWords.ofWithdrawal("en").body());
    }
}
