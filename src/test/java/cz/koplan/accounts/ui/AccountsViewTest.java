package cz.koplan.accounts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.QueryParameters;
import cz.koplan.ScreenTest;
import cz.koplan.organisations.PersonRow;
import cz.koplan.organisations.PersonService;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

class AccountsViewTest extends ScreenTest {

    private List<String> mails() {
        return db.fetch("select kind, recipient_address from mail where kind like 'PASSWORD%' order by id")
                .map(mail -> mail.get(0) + " " + mail.get(1));
    }

    @SuppressWarnings("unchecked")
    private void fillIn(String email, String password) {
        open(region.admin, "accounts");
        click("Přidat účet");
        PersonRow stranger = as(
                region.admin,
                () -> service(PersonService.class).rows("Neznámý", 0, 10).getFirst());
        _setValue((ComboBox<PersonRow>) _get(ComboBox.class, spec -> spec.withLabel("Osoba")), stranger);
        _setValue(_get(EmailField.class), email);
        _setValue(_get(PasswordField.class), password);
        click("Uložit");
    }

    @Test
    void anAccountWithoutAPasswordIsInvited() {
        fillIn("novy@priklad.cz", "");

        assertThat(mails()).containsExactly("PASSWORD_INVITATION novy@priklad.cz");
        assertThat(states()).contains("Čeká na nastavení hesla");
    }

    @Test
    void anAccountWithAPasswordIsNot() {
        fillIn("novy@priklad.cz", "dostatečně dlouhé");

        assertThat(mails()).isEmpty();
        assertThat(states()).doesNotContain("Čeká na nastavení hesla");
    }

    private static void pressInRow(String label) {
        Grid<?> grid = _get(Grid.class);
        IntStream.range(0, GridKt._size(grid))
                .mapToObj(row -> GridKt._getCellComponent(grid, row, "actions"))
                .flatMap(cell -> cell.getChildren())
                .filter(button ->
                        ((Button) button).getAriaLabel().filter(label::equals).isPresent())
                .forEach(button -> ((Button) button).click());
    }

    private List<String> states() {
        Grid<?> grid = _get(Grid.class);
        return IntStream.range(0, GridKt._size(grid))
                .mapToObj(row -> String.join(" ", GridKt._getFormattedRow(grid, row)))
                .map(row -> row.contains("Čeká na nastavení hesla") ? "Čeká na nastavení hesla" : row)
                .toList();
    }

    @Test
    void aLinkIsSentAfterAsking() {
        open(region.admin, "accounts");
        pressInRow("Poslat odkaz k nastavení hesla: " + region.planner.name());
        assertThat(mails()).isEmpty();
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(mails()).singleElement().asString().startsWith("PASSWORD_RESET");
    }

    @Test
    void anAccountIsSignedOutEverywhere() {
        open(region.admin, "accounts");
        pressInRow("Odhlásit na všech zařízeních: " + region.planner.name());
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(db.fetchSingle(
                                "select session_epoch from account where id = ?",
                                region.planner.account().value())
                        .get(0, int.class))
                .isEqualTo(1);
        assertThat(_find(ConfirmDialog.class)).isEmpty();
    }

    @Test
    void theSignInPageSaysWhenToComeBackAndHelpsWhoForgot() {
        open(region.admin, "");
        SecurityContextHolder.clearContext();
        UI.getCurrent().navigate("sign-in", QueryParameters.simple(Map.of("wait", "3")));

        LoginForm form = _get(LoginForm.class);
        assertThat(form.isError()).isTrue();
        assertThat(form.isForgotPasswordButtonVisible()).isTrue();
    }
}
