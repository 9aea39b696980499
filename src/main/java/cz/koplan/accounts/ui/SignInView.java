package cz.koplan.accounts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import cz.koplan.accounts.AccountService;
import cz.koplan.shared.actor.CurrentActor;
import java.util.Optional;

/** Signing in; a fresh installation is led to its first administrator instead. */
@Route(value = "sign-in", autoLayout = false)
@AnonymousAllowed
public class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final AccountService accounts;
    private final LoginForm form = new LoginForm();

    public SignInView(AccountService accounts) {
        this.accounts = accounts;
        addClassName("gate");
        form.setI18n(texts(Optional.empty()));
        form.setAction("sign-in");
        // A page of its own, without a session.
        form.addForgotPasswordListener(click -> UI.getCurrent().getPage().setLocation("password"));
        add(new H1("Koplán"), new Paragraph(getTranslation("signIn.claim")), form);
    }

    /** @param minutes to wait for before the next attempt, if so */
    private LoginI18n texts(Optional<Integer> minutes) {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getForm().setTitle(getTranslation("signIn.title"));
        texts.getForm().setUsername(getTranslation("people.email"));
        texts.getForm().setPassword(getTranslation("accounts.password"));
        texts.getForm().setSubmit(getTranslation("signIn.action"));
        texts.getForm().setForgotPassword(getTranslation("accounts.forgotten"));
        texts.getErrorMessage()
                .setTitle(getTranslation(minutes.isEmpty() ? "signIn.failed.title" : "signIn.waits.title"));
        texts.getErrorMessage()
                .setMessage(minutes.map(wait -> getTranslation("accounts.wait", wait))
                        .orElseGet(() -> getTranslation("signIn.failed.text")));
        texts.getErrorMessage().setUsername(getTranslation("people.email.malformed"));
        texts.getErrorMessage().setPassword(getTranslation("input.required"));
        return texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (accounts.waitsForFirstAdministrator()) {
            event.forwardTo(FirstAdministratorView.class);
        } else if (CurrentActor.find().isPresent()) {
            event.forwardTo("");
        }
        var parameters = event.getLocation().getQueryParameters().getParameters();
        Optional<Integer> minutes = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("wait")
                .filter(number -> number.matches("[1-9][0-9]{0,2}"))
                .map(Integer::valueOf);
        minutes.ifPresent(wait -> form.setI18n(texts(minutes)));
        form.setError(minutes.isPresent() || parameters.containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("signIn.title") + " – Koplán";
    }
}
