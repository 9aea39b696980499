package cz.koplan.audit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.ScreenTest;
import cz.koplan.organisations.OrganisationData;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeLogViewTest extends ScreenTest {

    private OrganisationId renamed;

    @BeforeEach
    void rename() {
        OrganisationService organisations = service(OrganisationService.class);
        renamed = as(region.planner, () -> organisations.create(OrganisationData.named("Maják")));
        as(region.planner, () -> organisations.update(renamed, 1, OrganisationData.named("Nový maják")));
        open(region.admin, "changes");
    }

    private String first() {
        return text(_find(ChangeCard.class).getFirst());
    }

    @Test
    void theLatestChangeStandsFirstWithBothSides() {
        assertThat(heading()).isEqualTo("Historie změn");
        assertThat(first())
                .contains("Organizace " + renamed.value(), "Změněno", region.planner.name(), "name", "Maják")
                .contains("Nový maják", "Předtím", "Potom");
        assertThat(_find(ChangeCard.class)).hasSize(50);
    }

    @Test
    void olderChangesAreAdded() {
        click("Starší změny");

        assertThat(_find(ChangeCard.class)).hasSizeGreaterThan(50);
    }

    @Test
    void theHistoryOfOneThingIsShownAndLeftAgain() {
        press("Celá historie: Organizace " + renamed.value());
        assertThat(_find(ChangeCard.class)).hasSize(2);

        click("Zrušit výběr");
        assertThat(_find(ChangeCard.class)).hasSize(50);
    }

    @Test
    void changesAreChosen() {
        _setValue(_get(TextField.class, spec -> spec.withLabel("Hledat v hodnotách")), "nový maják");
        assertThat(_find(ChangeCard.class)).hasSize(1);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Hledat v hodnotách")), "nikde nic");
        assertThat(_get(H2.class).getText()).isEqualTo("Nic tu není");
    }

    @Test
    @SuppressWarnings("unchecked")
    void thingsHaveTheirNames() {
        ComboBox<String> what = _get(ComboBox.class, spec -> spec.withLabel("Co"));
        _setValue(what, "person");
        assertThat(first()).contains("Osoba ");
    }

    @Test
    void othersAreTurnedAway() {
        open(region.planner, "changes");
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
    }

    @Test
    void longTextsAreCutToWhereTheyDiffer() {
        String same = "stejné ".repeat(300);
        Excerpt excerpt = Excerpt.of(same + "staré" + same, same + "nové" + same);

        assertThat(excerpt.before())
                .startsWith("…")
                .contains("staré")
                .endsWith("…")
                .hasSizeLessThan(610);
        assertThat(excerpt.after()).contains("nové");
        assertThat(Excerpt.of("a", "b")).isEqualTo(new Excerpt("a", "b"));
        assertThat(Excerpt.of("", "b".repeat(2000)).after()).hasSize(601);
        assertThat(Excerpt.of("b".repeat(2000), "")).isEqualTo(new Excerpt("b".repeat(600) + "…", ""));
    }
}
