package cz.koplan.mail.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import cz.koplan.mail.MailId;
import cz.koplan.mail.MailPage;
import cz.koplan.mail.MailRow;
import cz.koplan.mail.MailService;
import cz.koplan.mail.MailState;
import cz.koplan.mail.Outbox;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.Words;
import org.jspecify.annotations.Nullable;

/** A mail as it was written, without the personal link, and what became of it. */
class MailDialog extends Dialog {

    private final MailService mails;
    private final Runnable changed;
    private final Paragraph error = new Paragraph();

    MailDialog(MailService mails, MailId id, Runnable changed) {
        this.mails = mails;
        this.changed = changed;
        MailPage page = mails.page(id);
        setHeaderTitle(page.mail().subject());
        setWidth("min(44rem, 100%)");

        error.addClassName("form-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        Div text = new Div(page.text().replace(Outbox.LINK, getTranslation("mail.link.masked")));
        text.addClassName("mail-text");
        Div body = new Div(error, facts(page), text);
        body.addClassName("form");
        add(body);

        getFooter().add(new Button(getTranslation("action.close"), click -> close()));
        if (page.resendable()) {
            Button resend = new Button(getTranslation("mail.resend"), click -> resend(id));
            if (page.mail().state() == MailState.FAILED) {
                resend.addThemeVariants(ButtonVariant.PRIMARY);
            }
            resend.setDisableOnClick(true);
            resend.setTooltipText(getTranslation("mail.resend.where"));
            getFooter().add(resend);
        }
    }

    private DescriptionList facts(MailPage page) {
        MailRow mail = page.mail();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("mail-facts");
        add(facts, "mail.recipient", mail.recipientName() + " <" + mail.recipientAddress() + ">");
        facts.add(new DescriptionList.Term(getTranslation("mail.state")));
        facts.add(new DescriptionList.Description(MailNavigation.state(this, mail.state())));
        String answer = MailNavigation.answer(this, mail);
        add(facts, "mail.answer", answer.isEmpty() ? null : answer);
        add(facts, "mail.kind", Words.of(this, mail.kind()));
        add(facts, "groups.group", mail.groupName());
        add(facts, "mail.written", MailNavigation.moment(mail.createdAt(), getLocale()) + ", " + mail.createdBy());
        if (mail.sentAt() != null) {
            add(facts, "mail.sent", MailNavigation.moment(mail.sentAt(), getLocale()));
        }
        if (mail.state() == MailState.WAITING) {
            add(facts, "mail.next", MailNavigation.moment(mail.nextAttemptAt(), getLocale()));
        }
        if (mail.attempts() > 1) {
            add(facts, "mail.attempts", String.valueOf(mail.attempts()));
        }
        add(facts, "mail.files", page.files().isEmpty() ? null : String.join(", ", page.files()));
        return facts;
    }

    private void add(DescriptionList facts, String key, @Nullable String value) {
        if (value != null) {
            facts.add(new DescriptionList.Term(getTranslation(key)));
            facts.add(new DescriptionList.Description(new Span(value)));
        }
    }

    private void resend(MailId id) {
        try {
            mails.resend(id);
            close();
            changed.run();
        } catch (InvalidInputException e) {
            error.setText(getTranslation(e.messageKey(), e.arguments()));
            error.setVisible(true);
        }
    }
}
