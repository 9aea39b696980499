package cz.koplan.shell;

import com.ibm.icu.text.MessageFormat;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The texts of the interface, Czech first, with the plural rules of ICU ({@code 1 člen, 2 členové, 5 členů}). */
@Component
public class KoplanI18n implements I18NProvider {

    public static final Locale CZECH = Locale.of("cs");
    private static final List<Locale> LOCALES = List.of(CZECH, Locale.ENGLISH);
    private static final String BUNDLE = "vaadin-i18n.translations";
    private static final ResourceBundle.Control WITHOUT_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private record Text(String key, Locale locale) {}

    private final Map<Text, String> patterns = new ConcurrentHashMap<>();

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    /** @throws MissingResourceException when there is no such text, which the tests rule out */
    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        Locale known = locale.getLanguage().equals("en") ? Locale.ENGLISH : CZECH;
        String pattern = patterns.computeIfAbsent(
                new Text(key, known),
                text -> ResourceBundle.getBundle(BUNDLE, text.locale(), WITHOUT_FALLBACK)
                        .getString(text.key()));
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, known).format(arguments);
    }
}
