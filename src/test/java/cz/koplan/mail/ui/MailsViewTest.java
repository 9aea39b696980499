package cz.koplan.mail.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import cz.koplan.ScreenTest;
import cz.koplan.mail.MailService;
import cz.koplan.mail.MailState;
import cz.koplan.shared.ui.EmptyState;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MailsViewTest extends ScreenTest {

    private void fail() {
        db.execute(
                "update mail set state = 'FAILED', server_answer = '550 5.1.1 user unknown' where id = ?",
                region.sentMail.value());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static String row(int index) {
        Grid<Object> grid = _get(Grid.class);
        Object item = GridKt._get(grid, index);
        return grid.getColumns().stream()
                .skip(1)
                .map(Grid.Column::getRenderer)
                .filter(ComponentRenderer.class::isInstance)
                .map(renderer -> text((Component) ((ComponentRenderer) renderer).createComponent(item)))
                .collect(Collectors.joining(" | "));
    }

    private static int rows() {
        return GridKt._size(_get(Grid.class));
    }

    private static String dialog() {
        return text(_get(MailDialog.class));
    }

    @Test
    void coordinatorSeesWhatTheServerSaidAndSendsAgain() {
        fail();
        open(region.own.coordinator(), "mail");

        assertThat(heading()).isEqualTo("Pošta");
        assertThat(row(0))
                .contains("Pozvánka: Senioři")
                .contains(region.own.member().name())
                .contains("marek@priklad.cz")
                .contains("Neodesláno")
                .contains("550 5.1.1 user unknown");
        MailNavigation.open(service(MailService.class), region.sentMail, () -> {});
        assertThat(dialog()).contains("Přijďte prosím: [osobní odkaz").doesNotContain("{{");

        click("Poslat znovu");

        _assertNone(MailDialog.class);
        press("Načíst znovu");
        assertThat(rows()).isEqualTo(2);
        assertThat(row(0)).contains("Čeká");
    }

    @Test
    void listIsNarrowed() {
        open(region.own.coordinator(), "mail");
        assertThat(rows()).isEqualTo(1);

        Select<MailState> state = _get(Select.class);
        _setValue(state, MailState.FAILED);
        _assertOne(EmptyState.class);
        _setValue(state, null);
        _setValue(_get(TextField.class), "senio");
        assertThat(rows()).isEqualTo(1);
        assertThat(_find(ComboBox.class)).as("one group needs no choice").isEmpty();
    }

    @Test
    void administratorIsToldThatMailsBecomeFiles() {
        open(region.admin, "mail");
        assertThat(_find(Paragraph.class).stream().map(Paragraph::getText))
                .anyMatch(text -> text.startsWith("Pošta se ukládá do souborů"));
        open(region.own.coordinator(), "mail");
        assertThat(_find(Paragraph.class).stream().map(Paragraph::getText))
                .noneMatch(text -> text.startsWith("Pošta se ukládá do souborů"));
    }

    @Test
    void fileIsNamedInWords() {
        db.execute(
                "update mail set server_answer = 'mail.answer.file 2026-07-01-42.eml' where id = ?",
                region.sentMail.value());
        open(region.admin, "mail");

        MailNavigation.open(service(MailService.class), region.sentMail, () -> {});

        assertThat(dialog()).contains("Uloženo do souboru 2026-07-01-42.eml").contains("Odesláno");
    }

    @Test
    void memberHasNoMailScreen() {
        open(region.own.member(), "mail");
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
    }
}
