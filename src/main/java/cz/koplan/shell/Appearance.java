package cz.koplan.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import cz.koplan.accounts.AccountService;
import cz.koplan.accounts.Preferences;
import cz.koplan.shared.Incident;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.changes.StaleVersionException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Opens every window in the person's language and brightness, and says in words what went wrong while it was used. */
@Component
class Appearance implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Appearance.class);

    private final AccountService accounts;
    private final KoplanI18n texts;

    Appearance(AccountService accounts, KoplanI18n texts) {
        this.accounts = accounts;
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> dress(init.getUI()));
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this::explain));
    }

    private void dress(UI ui) {
        Optional<Preferences> preferences = CurrentActor.find().map(actor -> accounts.ownPreferences());
        Locale locale = preferences
                .map(Preferences::language)
                .map(Locale::of)
                .orElse(ui.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : KoplanI18n.CZECH);
        ui.setLocale(locale);
        ui.getElement().executeJs("document.documentElement.lang = $0", locale.getLanguage());
        ui.getPage()
                .setColorScheme(
                        switch (preferences
                                .map(Preferences::colorScheme)
                                .orElse(cz.koplan.accounts.ColorScheme.SYSTEM)) {
                            case SYSTEM -> ColorScheme.Value.LIGHT_DARK;
                            case LIGHT -> ColorScheme.Value.LIGHT;
                            case DARK -> ColorScheme.Value.DARK;
                        });
    }

    private void explain(ErrorEvent event) {
        Throwable cause = event.getThrowable();
        while (cause.getCause() != null && !(known(cause))) {
            cause = cause.getCause();
        }
        Locale locale =
                UI.getCurrent() == null ? KoplanI18n.CZECH : UI.getCurrent().getLocale();
        String message;
        if (cause instanceof InvalidInputException invalid) {
            message = texts.getTranslation(invalid.messageKey(), locale, invalid.arguments());
        } else if (cause instanceof StaleVersionException) {
            message = texts.getTranslation("error.stale", locale);
        } else if (cause instanceof AccessDeniedException) {
            message = texts.getTranslation("error.right.text", locale);
        } else {
            String incident = Incident.log(LOG, event.getThrowable());
            message = texts.getTranslation("error.unexpected", locale, incident);
        }
        if (UI.getCurrent() != null) {
            Notification notification = Notification.show(message, 10_000, Notification.Position.TOP_CENTER);
            notification.getElement().setAttribute("role", "alert");
        }
    }

    private static boolean known(Throwable cause) {
        return cause instanceof InvalidInputException
                || cause instanceof StaleVersionException
                || cause instanceof AccessDeniedException;
    }
}
