package cz.koplan.accounts.ui;

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

/** Signing in; a fresh installation is led to its first administrator instead. */
@Route(value = "sign-in", autoLayout = false)
@AnonymousAllowed
public class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final AccountService accounts;
    private final LoginForm form = new LoginForm();

    public SignInView(AccountService accounts) {
        this.accounts = accounts;
        addClassName("gate");
        form.setI18n(texts());
        form.setAction("sign-in");
        form.setForgotPasswordButtonVisible(false);
        add(new H1("Koplán"), new Paragraph(getTranslation("signIn.claim")), form);
    }

    private LoginI18n texts() {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getForm().setTitle(getTranslation("signIn.title"));
        texts.getForm().setUsername(getTranslation("people.email"));
        texts.getForm().setPassword(getTranslation("accounts.password"));
        texts.getForm().setSubmit(getTranslation("signIn.action"));
        texts.getErrorMessage().setTitle(getTranslation("signIn.failed.title"));
        texts.getErrorMessage().setMessage(getTranslation("signIn.failed.text"));
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
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("signIn.title") + " – Koplán";
    }
}
