package cz.koplan.invitations.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.Region;
import cz.koplan.ScreenTest;
import cz.koplan.groups.GroupService;
import cz.koplan.invitations.Answer;
import cz.koplan.invitations.CalendarService;
import cz.koplan.invitations.InvitationService;
import cz.koplan.invitations.ReportingService;
import cz.koplan.mail.MailKind;
import cz.koplan.meetings.MeetingId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvitationsViewTest extends ScreenTest {

    private MeetingId meeting;

    @BeforeEach
    void planMeeting() {
        meeting = region.planned();
        as(
                region.own.coordinator(),
                () -> service(GroupService.class).addOrganisation(region.own.group(), region.newcomer, Region.SINCE));
    }

    private void open() {
        open(region.own.coordinator(), "meetings/" + meeting.value() + "/invitations");
    }

    private static List<String> buttons() {
        return _find(Button.class).stream().map(Button::getText).toList();
    }

    private static String line(String member) {
        return _find(MemberLine.class).stream()
                .map(ScreenTest::text)
                .filter(line -> line.contains(member))
                .findFirst()
                .orElseThrow();
    }

    private String said() {
        return text(
                _get(InvitationsView.class).getChildren().skip(1).findFirst().orElseThrow());
    }

    @Test
    void theCoordinatorSeesWhomItGoesToAndHowItReadsAndInvites() {
        open();
        assertThat(heading()).isEqualTo("Plánované setkání");
        assertThat(text(_get(InvitationsView.class))).contains("dejte jim prosím vědět jinak: Nový začátek.");
        assertThat(line("Pramen")).contains("Marek Dvořák", "zatím bez pozvánky", "Zpráva: Nic");

        click("Pozvat");
        assertThat(text(_get(InviteDialog.class))).contains("Pozvánku dostane 1 člověk: Marek Dvořák");
        assertThat(text(_get(MailPreviewBox.class))).contains("Předmět: Pozvánka: Plánované setkání,");
        click("Odeslat 1 pozvánku");

        assertThat(said()).isEqualTo("Pozvánka pro 1 člověka odejde během chvíle.");
        assertThat(_find(InviteDialog.class)).isEmpty();
        assertThat(line("Marek Dvořák")).contains("čeká na odeslání");
    }

    @Test
    void whatAnInvitationLacksIsSaidInTheDialog() {
        db.execute("update meeting set place = null where id = ?", meeting.value());
        open();
        click("Pozvat");
        click("Odeslat 1 pozvánku");

        assertThat(text(_get(InviteDialog.class))).contains("Doplňte u setkání místo nebo odkaz.");
    }

    @Test
    void thoseWhoHaveNotReportedAreTickedAndReminded() {
        as(region.own.coordinator(), () -> service(InvitationService.class).invite(meeting));
        open();
        assertThat(text(_get(InvitationsView.class))).contains("0 z 2 poslalo zprávu");
        assertThat(_get(Checkbox.class).getLabel()).isEqualTo("Pramen");
        assertThat(_get(Checkbox.class).getValue()).isTrue();

        _setValue(_get(Checkbox.class), false);
        assertThat(_get(Button.class, spec -> spec.withText("Připomenout vybraným (0)"))
                        .isEnabled())
                .isFalse();
        _setValue(_get(Checkbox.class), true);
        click("Připomenout vybraným (1)");

        assertThat(said()).isEqualTo("Připomínka odejde 1 člověku.");
        assertThat(line("Marek Dvořák")).contains("připomenuto");
    }

    @Test
    void theCoordinatorNotesAnAnswer() {
        open();
        press("Zapsat odpověď za člena Pramen");
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Answer> answer = _get(RadioButtonGroup.class);
        _setValue(answer, Answer.DEPUTY);
        click("Uložit");
        assertThat(text(_get(AnswerDialog.class))).contains("Napište jméno toho, kdo přijde místo vás.");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Jméno zástupce")), "Eva Jiná");
        click("Uložit");

        assertThat(line("Pramen")).contains("Přijde zástupce: Eva Jiná", "zapsáno: Klára Tichá");
        assertThat(text(_get(InvitationsView.class))).contains("přijde 1", "bez odpovědi 1");
    }

    @Test
    void remindersAreSet() {
        open();
        click("Nastavit připomínky");
        _setValue(
                _get(Checkbox.class, spec -> spec.withLabel("Automaticky připomenout členům, kteří zprávu neposlali")),
                true);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Kolik dní před setkáním")), 99);
        click("Uložit");
        assertThat(text(_get(ReportingDialog.class))).contains("Připomínka může odejít 1 až 60 dní před setkáním.");
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Kolik dní před setkáním")), 7);
        click("Uložit");

        assertThat(as(
                                region.own.coordinator(),
                                () -> service(ReportingService.class).get(region.own.group()))
                        .data()
                        .reminderDays())
                .isEqualTo(7);
    }

    @Test
    void theWordsAreChangedWithAPreview() {
        open(region.own.coordinator(), "meetings/" + meeting.value() + "/mail-words");
        TextArea body = _get(TextArea.class);
        assertThat(body.getValue()).contains("{{agenda}}");

        _setValue(body, "Přijďte, {{jmeno}}.");
        assertThat(text(_get(MailWordsView.class))).contains("Zástupný text {{jmeno}} neznáme.");
        _setValue(body, "Přijďte, {{recipient}}.");
        assertThat(_get(MailPreviewBox.class).getElement().getOuterHTML()).contains("Přijďte, Klára Tichá.");
        click("Uložit");
        assertThat(buttons()).contains("Vrátit původní text");

        @SuppressWarnings("unchecked")
        Select<MailKind> kind = _find(Select.class).getFirst();
        _setValue(kind, MailKind.CANCELLATION);
        assertThat(body.getValue()).contains("se ruší");
        _setValue(kind, MailKind.INVITATION);
        assertThat(body.getValue()).isEqualTo("Přijďte, {{recipient}}.");
        click("Vrátit původní text");
        assertThat(body.getValue()).contains("{{agenda}}");
    }

    @Test
    void membersDoNotSeeIt() {
        open(region.own.member(), "meetings/" + meeting.value() + "/invitations");
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
        open(region.foreign.coordinator(), "meetings/" + meeting.value() + "/mail-words");
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
    }

    @Test
    void homeSaysHowReportsComeInAndReminds() {
        as(region.own.coordinator(), () -> service(InvitationService.class).invite(meeting));
        open(region.own.coordinator(), "");
        Div card = _find(Div.class).stream()
                .filter(div -> div.hasClassName("home-reports"))
                .findFirst()
                .orElseThrow();
        assertThat(text(card)).contains("0 z 2 členů poslalo zprávu: Plánované setkání");
        click("Připomenout 1 členovi");
        assertThat(text(card)).isEqualTo("Připomínka odejde 1 člověku.");
    }

    @Test
    void theAddressOfTheCalendarIsShownOnce() {
        open(region.own.member(), "");
        InvitationsNavigation.openCalendarDialog(service(CalendarService.class));
        click("Vytvořit adresu");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Adresa kalendáře"))
                        .getValue())
                .endsWith(".ics")
                .contains("/calendar/");
        click("Zavřít");

        InvitationsNavigation.openCalendarDialog(service(CalendarService.class));
        assertThat(_find(TextField.class)).isEmpty();
        click("Zrušit adresu");
        assertThat(buttons()).contains("Vytvořit adresu");
    }
}
