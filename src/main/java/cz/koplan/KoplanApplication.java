package cz.koplan;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.server.AppShellSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
@StyleSheet("aura/aura.css")
@StyleSheet("styles/tokens.css")
@StyleSheet("styles/koplan.css")
public class KoplanApplication implements AppShellConfigurator {

    /** Without any network a browser calls itself offline and Flow would not even load from the machine itself. */
    private static final String LOOPBACK_IS_ONLINE = """
            if (['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname)) {
                Object.defineProperty(Navigator.prototype, 'onLine', { get: () => true });
            }""";

    public static void main(String[] args) {
        SpringApplication.run(KoplanApplication.class, args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/koplan.svg", "any");
        settings.addInlineWithContents(Inline.Position.PREPEND, LOOPBACK_IS_ONLINE, Inline.Wrapping.JAVASCRIPT);
    }
}
