package cz.koplan.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import cz.koplan.ScreenTest;
import cz.koplan.meetings.BacklogService;
import cz.koplan.meetings.LifeCycleService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.tasks.TaskService;
import cz.koplan.updates.ConversionService;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.Signal;
import cz.koplan.updates.SubmissionData;
import cz.koplan.updates.SubmissionService;
import cz.koplan.updates.UpdateService;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What members hand in, as the coordinator sees it at the desk. */
class ReportAtDeskTest extends ScreenTest {

    @BeforeEach
    void begin() {
        as(
                region.own.coordinator(),
                () -> service(LifeCycleService.class)
                        .step(region.own.meeting(), MeetingState.IN_PROGRESS, "Doplnit zápis."));
    }

    private void openDesk() {
        open(region.own.coordinator(), "desk/" + region.own.meeting().value());
    }

    private void submit(String text) {
        as(
                region.own.member(),
                () -> service(SubmissionService.class)
                        .submit(
                                region.own.meeting(),
                                region.own.membership(),
                                new SubmissionData(
                                        new TextEdit("", text),
                                        Set.of(Signal.STAFFING, Signal.FREE_PLACES),
                                        3,
                                        List.of(),
                                        List.of())));
    }

    private ProviderUpdate line() {
        return as(region.own.coordinator(), () -> service(UpdateService.class).of(region.own.meeting()))
                .getFirst();
    }

    private static void convert() {
        TextEditor editor = _find(TextEditor.class).getFirst();
        editor.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(
                        editor.getElement(),
                        "desk-mark",
                        new JsonMapper().createObjectNode().put("event.detail.mark", Mark.CONVERT.written())));
    }

    @Test
    void theLineSaysWhoHandedInWithSignalsPlacesAndFiles() {
        as(
                region.own.member(),
                () -> service(SubmissionService.class)
                        .addFile(region.own.meeting(), region.own.membership(), "letak.pdf", new byte[] {1, 2}));
        submit("Otevřeli poradnu.");

        openDesk();

        String row = text(_get(UpdateRow.class));
        assertThat(row)
                .contains("Pramen", "Personální obtíže", "Volná místa: 3", "Odevzdáno: Marek Dvořák")
                .doesNotContain("Volná místaVolná místa");
        assertThat(_find(Anchor.class)).extracting(Anchor::getText).contains("letak.pdf");
    }

    @Test
    void aMemberWhoWritesIsMarkedUntilTheReportIsHandedIn() {
        as(
                region.own.member(),
                () -> service(SubmissionService.class)
                        .saveDraft(region.own.meeting(), region.own.membership(), new TextEdit("", "Otevř")));
        openDesk();
        assertThat(text(_get(UpdateRow.class))).contains("Rozepsáno: Marek Dvořák");
        assertThat(text(_get(UpdateRow.class))).doesNotContain("Otevř");

        as(
                region.own.member(),
                () -> service(SubmissionService.class)
                        .submit(
                                region.own.meeting(),
                                region.own.membership(),
                                new SubmissionData(
                                        new TextEdit("Otevř", "Otevřeli."), Set.of(), null, List.of(), List.of())));
        _get(DeskView.class).refresh();

        assertThat(text(_get(UpdateRow.class))).doesNotContain("Rozepsáno").contains("Odevzdáno: Marek Dvořák");
        assertThat(rendered()).contains("Otevřeli.");
    }

    @Test
    void theLaterTextIsTakenOverByOneClickAndThatIsTakenBack() {
        openDesk();
        submit("Napsali to sami.");
        _get(DeskView.class).refresh();
        assertThat(text(_get(UpdateRow.class))).contains("Organizace mezitím poslala nové znění");
        assertThat(rendered()).contains("Napsali to sami.");
        assertThat(line().data().text()).isEqualTo("Mají volná místa.");

        click("Převzít nové znění");
        assertThat(line().data().text()).isEqualTo("Napsali to sami.");
        assertThat(text(_get(UpdateRow.class))).doesNotContain("mezitím");

        click("Vrátit");
        assertThat(line().data().text()).isEqualTo("Mají volná místa.");
        assertThat(text(_get(UpdateRow.class))).contains("mezitím");

        click("Nechat zápis, jak je");
        assertThat(text(_get(UpdateRow.class))).doesNotContain("mezitím");
        assertThat(line().data().text()).isEqualTo("Mají volná místa.");
    }

    @Test
    void theUpdateBecomesATopicAndTheLineSaysSo() {
        MeetingId next = region.meeting(region.own, "Prosincové setkání", cz.koplan.Region.DAY.plusMonths(3));
        db.execute("update meeting set state = 'PLANNED' where id = ?", next.value());
        openDesk();
        convert();
        assertThat(_get(Dialog.class).getHeaderTitle()).isEqualTo("Co dál se zprávou: Pramen");

        click("Na program: Prosincové setkání, 15. prosince 2025");

        _assertNone(Dialog.class);
        assertThat(outcomes()).contains("Bod programu:", "Pramen: Mají volná místa.", "15. prosince 2025", "Otevřeno");
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("meetings/" + next.value() + "/agenda");
        assertThat(_find(Notification.class)).hasSize(1);

        click("Vrátit");
        _assertNone(UnorderedList.class, spec -> spec.withClasses("outcomes"));

        open(region.own.coordinator(), "meetings/" + next.value() + "/agenda");
        assertThat(origins()).isEmpty();
        as(region.own.coordinator(), () -> service(ConversionService.class).toAgendaItem(line().id(), next));
        as(region.own.coordinator(), () -> service(ConversionService.class).toBacklog(line().id()));
        open(region.own.coordinator(), "meetings/" + next.value() + "/agenda");
        assertThat(origins())
                .hasSize(2)
                .extracting(Anchor::getHref)
                .containsOnly("meetings/" + region.own.meeting().value());
    }

    private static List<Anchor> origins() {
        return _find(Anchor.class).stream()
                .filter(link -> link.getText().startsWith("Pramen, 15."))
                .toList();
    }

    /** Returns the texts that are shown with their formatting. */
    private static String rendered() {
        return _find(Html.class).stream().map(Html::getInnerHtml).collect(Collectors.joining());
    }

    private static String outcomes() {
        return text(_get(UnorderedList.class, spec -> spec.withClasses("outcomes")));
    }

    @Test
    void theUpdateBecomesATopicOfTheBacklogATaskAndAProposal() {
        openDesk();
        convert();
        click("Do zásobníku témat");
        convert();
        click("Úkol pro: Pramen");
        convert();
        click("Návrh změny kapacity");

        assertThat(outcomes()).contains("Zásobník témat:", "Úkol:", "Návrh změny kapacity:", "Čeká na svou část");
        assertThat(as(
                        region.own.coordinator(),
                        () -> service(BacklogService.class).open(region.own.group())))
                .hasSize(2);
        assertThat(as(region.own.coordinator(), () -> service(TaskService.class).of(region.own.meeting())))
                .hasSize(2);

        _find(Button.class, spec -> spec.withText("Pramen: Mají volná místa."))
                .getLast()
                .click();
        assertThat(text(_get(Dialog.class)))
                .contains("Návrh, čeká na svou část", "Ze zprávy:", "Založil(a): Klára Tichá");
        assertThat(rendered()).contains("Mají volná místa.");
        click("Zavřít");

        open(region.own.member(), "meetings/" + region.own.meeting().value());
        assertThat(outcomes()).contains("Úkol:");
        _assertNone(Button.class, spec -> spec.withText("Co s tím dál"));
        open(region.own.coordinator(), "meetings/" + region.own.meeting().value());
        click("Co s tím dál");
        assertThat(text(_get(Dialog.class))).contains("Návrh posouzení dopadů");
    }
}
