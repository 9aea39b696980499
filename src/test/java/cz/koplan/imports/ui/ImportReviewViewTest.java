package cz.koplan.imports.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertDisabled;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import cz.koplan.ScreenTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImportReviewViewTest extends ScreenTest {

    private static final String MINUTES = """
            Setkání skupiny Senioři

            4. dubna 2022, 13:00 hod, online

            Program:
            1. Informace od členů

            Přítomni: Hana Bílá

            - Nový začátek. Hledá řidiče.
            - Klub Samovar. Má plno.

            Zapsala: Hana Bílá
            """;

    private void drop(String name, byte[] content) {
        open(region.own.coordinator(), "imports");
        UploadKt._upload(_get(Upload.class), name, content);
    }

    @Test
    void everyQuestionIsAnsweredBeforeSaving() {
        drop("zapis.txt", MINUTES.getBytes(StandardCharsets.UTF_8));
        assertThat(heading()).isEqualTo("zapis.txt");
        assertThat(text(_get(QuestionPanel.class))).contains("Otázka 1 z 3", "Které skupiny");
        _assertDisabled(_get(Button.class, spec -> spec.withText("Uložit jako setkání")));

        click("Senioři");
        assertThat(text(_get(QuestionPanel.class))).contains("Kterou organizaci znamená „Klub Samovar“?");
        click("Ponechat jen název");
        assertThat(text(_get(QuestionPanel.class))).contains("Za koho tu byl(a) Hana Bílá?");
        click("Ponechat bez organizace");
        assertThat(text(_get(QuestionPanel.class))).contains("Vše zodpovězeno");

        click("Uložit jako setkání");
        assertThat(heading()).isEqualTo("Setkání skupiny Senioři");
    }

    @Test
    void valuesKnowTheirLines() {
        drop("zapis.txt", MINUTES.getBytes(StandardCharsets.UTF_8));
        assertThat(_find(_get(RecordPanel.class), Div.class).stream()
                        .filter(line -> text(line).contains("Hledá řidiče"))
                        .map(line -> line.getElement().getAttribute("data-lines")))
                .containsExactly("10-10");
    }

    @Test
    void unreadableFileIsRefusedInWords() {
        drop("obrazek.docx", new byte[] {1, 2, 3, 0, 5});
        assertThat(heading()).isEqualTo("Import zápisů");
        assertThat(_find(Div.class).stream().map(ScreenTest::text))
                .contains("Soubor obrazek.docx není text ani dokument Wordu. Nahrajte TXT nebo DOCX.");
    }
}
