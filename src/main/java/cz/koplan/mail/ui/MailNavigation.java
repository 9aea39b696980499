package cz.koplan.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.mail.MailId;
import cz.koplan.mail.MailRow;
import cz.koplan.mail.MailService;
import cz.koplan.mail.MailState;
import cz.koplan.shared.ui.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;

/** The ways into the screens of mails, and how other screens say what became of one. */
public final class MailNavigation {

    public static final Class<? extends Component> LIST = MailsView.class;

    /** Answers of our own are keys of the bundles. */
    private static final String OWN_ANSWER = "mail.answer.";

    private MailNavigation() {}

    /** @param changed runs when the mail was sent once more */
    public static void open(MailService mails, MailId mail, Runnable changed) {
        new MailDialog(mails, mail, changed).open();
    }

    public static Span state(Component where, MailState state) {
        Span tag = Words.tag(
                switch (state) {
                    case WAITING -> VaadinIcon.CLOCK;
                    case SENT -> VaadinIcon.CHECK;
                    case FAILED -> VaadinIcon.WARNING;
                    case REPLACED -> VaadinIcon.ARCHIVE;
                },
                Words.of(where, state));
        tag.setClassName("late", state == MailState.FAILED);
        tag.setClassName("done", state == MailState.SENT);
        return tag;
    }

    /** Returns what the server said last; empty when it was not asked yet. */
    public static String answer(Component where, MailRow mail) {
        String answer = mail.answer() == null ? "" : mail.answer();
        if (!answer.startsWith(OWN_ANSWER)) {
            return answer;
        }
        String[] parts = answer.split(" ", 2);
        return where.getTranslation(parts[0], parts.length == 2 ? parts[1] : "");
    }

    /** Returns the day and the time in Prague. */
    public static String moment(Instant instant, Locale locale) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneId.of("Europe/Prague"));
        return Words.day(local.toLocalDate(), locale) + " " + Words.time(local.toLocalTime(), locale);
    }
}
