package cz.koplan;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
@StyleSheet("aura/aura.css")
@StyleSheet("styles/tokens.css")
@StyleSheet("styles/koplan.css")
public class KoplanApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(KoplanApplication.class, args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/koplan.svg", "any");
    }
}
