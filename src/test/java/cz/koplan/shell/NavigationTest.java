package cz.koplan.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import cz.koplan.ScreenTest;
import cz.koplan.shared.actor.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;

class NavigationTest extends ScreenTest {

    private List<String> places(Actor who) {
        open(who, "");
        UI.getCurrent().add(context.getAutowireCapableBeanFactory().createBean(MainLayout.class));
        return _get(SideNav.class).getItems().stream()
                .map(SideNavItem::getLabel)
                .toList();
    }

    @Test
    void everybodyFindsTheirPlaces() {
        assertThat(places(region.own.member()))
                .containsExactly(
                        "Domů", "Setkání", "Úkoly", "Usnesení", "Skupiny", "Barometr sítě", "Organizace", "Služby");
    }

    @Test
    void coordinatorImportsAndKeepsPeople() {
        assertThat(places(region.own.coordinator()))
                .containsExactly(
                        "Domů",
                        "Setkání",
                        "Úkoly",
                        "Usnesení",
                        "Skupiny",
                        "Barometr sítě",
                        "Import zápisů",
                        "Pošta",
                        "Organizace",
                        "Služby",
                        "Lidé");
    }

    @Test
    void administratorKeepsAccounts() {
        assertThat(places(region.admin)).contains("Číselníky", "Účty", "Pošta").doesNotContain("Import zápisů");
    }

    @Test
    void unknownPlaceIsSaidInWords() {
        open(region.own.member(), "groups/999999");
        assertThat(heading()).isEqualTo("Tahle stránka tu není");
        open(region.own.member(), "accounts");
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
    }
}
