package cz.koplan.accounts;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.links.LinkId;
import cz.koplan.links.PersonalLinks;
import cz.koplan.mail.MailKind;
import cz.koplan.mail.NewMail;
import cz.koplan.mail.Outbox;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Mails with a link to set a password: the invitation of a new account, and the help for who forgot. */
@Component
class PasswordMails {

    private static final Duration INVITATION = Duration.ofDays(7);
    private static final Duration RESET = Duration.ofHours(1);

    private final PersonalLinks links;
    private final Outbox outbox;
    private final I18NProvider words;
    private final Clock clock;

    PasswordMails(PersonalLinks links, Outbox outbox, I18NProvider words, Clock clock) {
        this.links = links;
        this.outbox = outbox;
        this.words = words;
        this.clock = clock;
    }

    /** Sends what fits: an invitation while the account waits for its first password, otherwise a reset. */
    void post(SignedIn account) {
        if (account.passwordHash() == null) {
            post(
                    account,
                    MailKind.PASSWORD_INVITATION,
                    INVITATION,
                    "accounts.invitation.subject",
                    List.of("accounts.invitation.why", "accounts.invitation.what"),
                    "accounts.invitation.after");
        } else {
            post(
                    account,
                    MailKind.PASSWORD_RESET,
                    RESET,
                    "accounts.reset.subject",
                    List.of("accounts.reset.why"),
                    "accounts.reset.after");
        }
    }

    private void post(
            SignedIn account, MailKind kind, Duration valid, String subject, List<String> before, String after) {
        AccountId id = account.actor().account();
        PersonId person = account.actor().person();
        Locale language = Locale.of(account.preferences().language());
        LinkId link = links.open(
                LinkPurpose.PASSWORD,
                id.value(),
                person,
                LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).plus(valid));
        List<String> introduction = before.stream()
                .map(key -> words.getTranslation(key, language, account.email()))
                .toList();
        String greeting = words.getTranslation("accounts.mail.greeting", language);
        String end = words.getTranslation(after, language);
        String text =
                greeting + "\n\n" + String.join("\n\n", introduction) + "\n\n" + Outbox.LINK + "\n\n" + end + "\n";
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"" + language.getLanguage()
                + "\"><head><meta charset=\"utf-8\"></head><body>");
        html.append(paragraph(greeting));
        introduction.forEach(paragraph -> html.append(paragraph(paragraph)));
        html.append("<p><a href=\"")
                .append(Outbox.LINK)
                .append("\">")
                .append(HtmlUtils.htmlEscape(words.getTranslation("accounts.mail.link", language), "UTF-8"))
                .append("</a></p>")
                .append(paragraph(end))
                .append("</body></html>");
        outbox.post(new NewMail(
                kind,
                null,
                null,
                person,
                account.actor().name(),
                account.email(),
                null,
                language.getLanguage(),
                words.getTranslation(subject, language),
                text,
                html.toString(),
                null,
                link,
                "password:" + id.value(),
                List.of()));
    }

    private static String paragraph(String text) {
        return "<p>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</p>";
    }
}
