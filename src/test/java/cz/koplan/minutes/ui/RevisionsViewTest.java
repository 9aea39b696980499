package cz.koplan.minutes.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.ScreenTest;
import cz.koplan.minutes.Entry;
import cz.koplan.minutes.Finding;
import cz.koplan.minutes.FinishCheck;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.minutes.MinutesService;
import cz.koplan.minutes.Place;
import cz.koplan.minutes.RevisionService;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevisionsViewTest extends ScreenTest {

    private MinutesService minutes;

    /** Version 1 was finished, version 2 has another text and one more. */
    @BeforeEach
    void twoRevisions() {
        minutes = service(MinutesService.class);
        var own = region.own;
        as(own.coordinator(), () -> {
            service(RevisionService.class)
                    .finish(own.meeting(), Set.of(new Finding.Id(FinishCheck.TASK_WITHOUT_DUE, Place.of(own.task()))));
            minutes.updateEntry(own.meeting(), own.entry(), 1, "Příští rok se **připraví** <b>strategie</b>.");
            minutes.addEntry(own.meeting(), own.topic(), "Nový odstavec.");
        });
        region.revision();
    }

    private String address(String rest) {
        return "meetings/" + region.own.meeting().value() + "/revisions" + rest;
    }

    private MinutesPage page() {
        return as(region.own.coordinator(), () -> minutes.page(region.own.meeting()));
    }

    private static String all() {
        return text(_get(RevisionsView.class));
    }

    @Test
    void theMeetingLeadsToItsRevisions() {
        open(region.own.member(), "meetings/" + region.own.meeting().value());
        assertThat(_get(RouterLink.class, spec -> spec.withText("Verze zápisu")).getHref())
                .isEqualTo(address(""));

        open(region.own.member(), address(""));
        assertThat(heading()).isEqualTo("Verze zápisu");
        assertThat(_find(RouterLink.class)).extracting(RouterLink::getText).containsSubsequence("Verze 2", "Verze 1");
        assertThat(all()).contains("Dokončení zápisu", "Klára Tichá");
    }

    @Test
    void aRevisionIsReadAsItWas() {
        open(region.own.member(), address("/1"));

        assertThat(heading()).isEqualTo("Verze 1");
        assertThat(all())
                .contains(
                        "Čtete uloženou verzi",
                        "Při dokončení zůstalo tak, jak bylo:Úkol bez termínu: Rozeslat dotazník.",
                        "Marek Dvořák");
        assertThat(_get(RevisionSections.class).getElement().getOuterHTML())
                .contains("Mají volná místa.", "Příští rok")
                .doesNotContain("Nový odstavec.", "strategie");
        assertThat(_find(Anchor.class)).extracting(anchor -> text(anchor)).contains("PDF interní", "PDF veřejné");
        _assertNone(Button.class, spec -> spec.withText("Obnovit tuto verzi"));
    }

    @Test
    void twoRevisionsAreComparedWithTheChangesMarked() {
        open(region.own.member(), address("/1/2"));

        assertThat(heading()).isEqualTo("Porovnání verzí 1 a 2");
        String html = _get(ComparisonSections.class).getElement().getOuterHTML();
        assertThat(html)
                .contains("<del>", "− odebráno: ", "<ins>", "přidáno: ", "&lt;b&gt;strategie&lt;/b&gt;")
                .doesNotContain("<b>");
        assertThat(all()).contains("2 změny", "změněno", "přidáno", "Nový odstavec.");

        click("Další změna (N)");
        assertThat(all()).contains("Změna 1 z 2");
        click("Další změna (N)");
        assertThat(all()).contains("Změna 2 z 2");
        click("Další změna (N)");
        assertThat(all()).contains("Změna 1 z 2");
        click("Předchozí změna (P)");
        assertThat(all()).contains("Změna 2 z 2");
    }

    @Test
    void aRevisionIsTheSameAsItself() {
        open(region.own.member(), address("/2/2"));
        assertThat(all()).contains("Verze se neliší.");
        _assertNone(Button.class, spec -> spec.withText("Další změna (N)"));
    }

    @Test
    void theComparedRevisionsAreChosen() {
        open(region.own.member(), address(""));
        click("Porovnat");
        assertThat(heading()).isEqualTo("Porovnání verzí 1 a 2");
    }

    @Test
    void theCoordinatorRestoresAndReadsWhatStayed() {
        open(region.own.coordinator(), address("/1"));
        click("Obnovit tuto verzi");
        click("Obnovit verzi");

        _assertNoDialogs();
        assertThat(heading()).isEqualTo("Verze 3");
        assertThat(all()).contains("Obnovení starší verze", "Zůstalo v něm, co přibylo později:Nový odstavec.");
        assertThat(page().entries())
                .extracting(Entry::text)
                .containsExactly("Příští rok se připraví plán.", "Nový odstavec.");
    }

    @Test
    void whatCameLaterGoesOnDemand() {
        open(region.own.coordinator(), address("/1"));
        click("Obnovit tuto verzi");
        _setValue(_get(Checkbox.class), true);
        click("Obnovit verzi");

        assertThat(all()).contains("Zápis nyní zní takto.").doesNotContain("Zůstalo v něm");
        assertThat(page().entries()).extracting(Entry::text).containsExactly("Příští rok se připraví plán.");
    }

    @Test
    void strangersSeeNothingOfIt() {
        open(region.foreign.member(), address("/1"));
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
        open(region.foreign.member(), address("/1/2"));
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
    }

    @Test
    void aRevisionThatIsNotThereIsNotFound() {
        open(region.own.member(), address("/7"));
        assertThat(heading()).isEqualTo("Tahle stránka tu není");
    }
}
