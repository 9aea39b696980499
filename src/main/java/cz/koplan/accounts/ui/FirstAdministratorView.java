package cz.koplan.accounts.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import cz.koplan.accounts.AccountService;
import cz.koplan.accounts.Password;
import cz.koplan.organisations.PersonData;
import cz.koplan.shared.InvalidInputException;

/** The first page of a fresh installation: it makes the first administrator and is closed for good afterwards. */
@Route(value = "first-administrator", autoLayout = false)
@AnonymousAllowed
class FirstAdministratorView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final AccountService accounts;
    private final TextField givenName = new TextField(getTranslation("people.givenName"));
    private final TextField familyName = new TextField(getTranslation("people.familyName"));
    private final EmailField email = new EmailField(getTranslation("people.email"));
    private final PasswordField password = new PasswordField(getTranslation("accounts.password"));
    private final PasswordField again = new PasswordField(getTranslation("accounts.password.again"));
    private final Paragraph error = new Paragraph();

    FirstAdministratorView(AccountService accounts) {
        this.accounts = accounts;
        addClassName("gate");
        error.addClassName("form-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        familyName.setRequiredIndicatorVisible(true);
        email.setRequiredIndicatorVisible(true);
        password.setRequiredIndicatorVisible(true);
        password.setHelperText(getTranslation("accounts.password.rule"));
        again.setRequiredIndicatorVisible(true);

        Button create = new Button(getTranslation("firstAdmin.action"), click -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();

        add(
                new H1(getTranslation("firstAdmin.title")),
                new Paragraph(getTranslation("firstAdmin.text")),
                error,
                givenName,
                familyName,
                email,
                password,
                again,
                create);
    }

    private void create() {
        try {
            if (!password.getValue().equals(again.getValue())) {
                throw new InvalidInputException("accounts.password.differs");
            }
            accounts.createFirstAdministrator(
                    new PersonData(
                            null, givenName.getValue(), familyName.getValue(), null, email.getValue(), null, false),
                    new Password(password.getValue()));
            getUI().ifPresent(ui -> ui.navigate(SignInView.class));
        } catch (InvalidInputException e) {
            error.setText(getTranslation(e.messageKey(), e.arguments()));
            error.setVisible(true);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!accounts.waitsForFirstAdministrator()) {
            event.forwardTo(SignInView.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("firstAdmin.title") + " – Koplán";
    }
}
