package cz.koplan.invitations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import cz.koplan.groups.GroupId;
import cz.koplan.invitations.GroupWords;
import cz.koplan.invitations.InvitationService;
import cz.koplan.invitations.MailWords;
import cz.koplan.invitations.MailWordsService;
import cz.koplan.invitations.Placeholder;
import cz.koplan.mail.MailKind;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The words of the group's mails, with how they read for the meeting one came from. */
@Route("meetings/:" + InvitationsView.MEETING + "([0-9]{1,18})/mail-words")
@PermitAll
class MailWordsView extends Screen implements BeforeEnterObserver {

    private final InvitationService invitations;
    private final MailWordsService words;
    private final Select<MailKind> kind = new Select<>();
    private final Select<String> language = new Select<>();
    private final TextField subject = new TextField();
    private final TextArea text = new TextArea();
    private final Paragraph error = new Paragraph();
    private final Paragraph said = new Paragraph();
    private final MailPreviewBox preview = new MailPreviewBox();
    private final Button usual = new Button();
    private MeetingId id = new MeetingId(0);
    private GroupId group = new GroupId(0);
    private int version;

    MailWordsView(InvitationService invitations, MailWordsService words) {
        this.invitations = invitations;
        this.words = words;
        kind.setLabel(getTranslation("invitations.words.kind"));
        kind.setItems(MailWordsService.KINDS);
        kind.setItemLabelGenerator(this::nameOf);
        kind.setValue(MailKind.INVITATION);
        kind.addValueChangeListener(change -> load());
        language.setLabel(getTranslation("shell.language"));
        language.setItems("cs", "en");
        language.setItemLabelGenerator(value -> value.equals("en") ? "English" : "Čeština");
        language.setValue("cs");
        language.addValueChangeListener(change -> load());
        subject.setLabel(getTranslation("invitations.words.subject"));
        subject.setMaxLength(200);
        subject.setValueChangeMode(ValueChangeMode.LAZY);
        subject.addValueChangeListener(change -> preview());
        text.setLabel(getTranslation("invitations.words.body"));
        text.setHelperText(getTranslation(
                "invitations.words.help",
                Arrays.stream(Placeholder.values())
                        .map(placeholder -> placeholder.written() + " = " + Words.of(this, placeholder))
                        .collect(Collectors.joining(", "))));
        text.setMaxLength(20_000);
        text.setMinRows(12);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> preview());
        error.addClassName("form-error");
        error.getElement().setAttribute("role", "alert");
        said.addClassNames("said-last", "secondary");
        said.getElement().setAttribute("role", "status");
        usual.setText(getTranslation("invitations.words.usual"));
        usual.addClickListener(click -> {
            words.useUsual(group, kind.getValue(), language.getValue());
            load();
            said.setText(getTranslation("invitations.words.usualAgain"));
        });

        Div choice = new Div(kind, language);
        choice.addClassName("fields");
        Div form = new Div(choice, error, subject, text);
        form.addClassName("form");
        Div columns = new Div(form, preview);
        columns.addClassName("side-by-side");
        Paragraph always = new Paragraph(getTranslation("invitations.words.always"));
        always.addClassName("secondary");
        add(said, always, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters()
                .getLong(InvitationsView.MEETING)
                .map(MeetingId::new)
                .orElseThrow(() -> new NotFoundException(InvitationsView.MEETING));
        Meeting meeting = invitations.page(id).meeting();
        group = meeting.group();
        setHeading(getTranslation("invitations.words.title"));
        setSubtitle(meeting.groupName());
        Button save = new Button(getTranslation("action.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        setActions(InvitationsNavigation.link(getTranslation("invitations.title"), id), usual, save);
        load();
    }

    private String nameOf(MailKind mail) {
        return switch (mail) {
            case INVITATION -> getTranslation("invitations.words.invitation");
            case CHANGE -> getTranslation("invitations.words.change");
            case CANCELLATION -> getTranslation("invitations.words.cancellation");
            case REMINDER -> getTranslation("invitations.words.reminder");
            case STILL_VALID, PASSWORD_INVITATION, PASSWORD_RESET -> "";
        };
    }

    private void load() {
        GroupWords now = words.get(group, kind.getValue(), language.getValue());
        version = now.version();
        usual.setVisible(version > 0);
        said.setText("");
        subject.setValue(now.words().subject());
        text.setValue(now.words().body());
        preview();
    }

    /** Shows how the words read; while they can't be accepted, what to mend, and the last ones that could. */
    private void preview() {
        try {
            preview.show(invitations.preview(id, language.getValue(), typed()));
            error.setVisible(false);
        } catch (InvalidInputException e) {
            error.setText(getTranslation(e.messageKey(), e.arguments()));
            error.setVisible(true);
        }
    }

    private MailWords typed() {
        return new MailWords(subject.getValue(), text.getValue());
    }

    private void save() {
        words.save(group, kind.getValue(), language.getValue(), version, typed());
        load();
        said.setText(getTranslation("invitations.words.saved"));
    }
}
