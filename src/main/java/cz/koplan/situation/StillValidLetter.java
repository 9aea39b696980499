package cz.koplan.situation;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.mail.MailKind;
import cz.koplan.mail.NewMail;
import cz.koplan.mail.Outbox;
import cz.koplan.shared.text.CzechDates;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The mail that asks one person about everything of theirs that is due.
 *
 * @param address where the installation is reached, without a slash at its end
 * @param door the link by which somebody without an account comes in; null when there is none
 */
record StillValidLetter(
        StillValidRepository.Recipient recipient,
        List<Item> items,
        String address,
        StillValidRepository.@Nullable Door door) {

    private static final int QUOTED_CHARACTERS = 400;

    /** An update that is asked about and whoever coordinates its group. */
    record Item(StillValidRepository.LastUpdate update, StillValidRepository.@Nullable Contact coordinator) {}

    NewMail write(I18NProvider texts) {
        Locale locale = Locale.of(recipient.language());
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(texts.getTranslation("situation.mail.greeting", locale));
        paragraphs.add(texts.getTranslation("situation.mail.ask", locale, items.size()));
        for (Item item : items) {
            paragraphs.add(introduction(item.update(), texts, locale));
            paragraphs.add("„" + quoted(item.update().text()) + "“");
            if (recipient.signsIn() && item.update().organisation() != null) {
                paragraphs.add(address + "/organisations/"
                        + item.update().organisation().value() + "/page");
            }
        }
        paragraphs.add(how(texts, locale));
        boolean oneGroup =
                items.stream().map(item -> item.update().group()).distinct().count() == 1;
        return new NewMail(
                MailKind.STILL_VALID,
                // A mail about several groups is for none of their coordinators to read.
                oneGroup ? items.getFirst().update().group() : null,
                null,
                recipient.person(),
                recipient.name(),
                String.valueOf(recipient.email()),
                replyTo(),
                recipient.language(),
                texts.getTranslation("situation.mail.subject", locale),
                String.join("\n\n", paragraphs) + "\n",
                html(paragraphs, locale),
                null,
                !byAccount() && door != null ? door.link() : null,
                "still-valid:" + recipient.person().value(),
                List.of());
    }

    private boolean byAccount() {
        return recipient.signsIn()
                && items.stream().anyMatch(item -> item.update().organisation() != null);
    }

    private String how(I18NProvider texts, Locale locale) {
        if (byAccount()) {
            return texts.getTranslation("situation.mail.signIn", locale);
        }
        if (door != null) {
            return texts.getTranslation("situation.mail.link", locale) + "\n" + Outbox.LINK;
        }
        return texts.getTranslation("situation.mail.reply", locale);
    }

    private @Nullable String replyTo() {
        for (Item item : items) {
            if (item.coordinator() != null && item.coordinator().email() != null) {
                return item.coordinator().email();
            }
        }
        return null;
    }

    private static String introduction(StillValidRepository.LastUpdate update, I18NProvider texts, Locale locale) {
        String day = day(SaidRepository.localDay(update.submittedAt()), locale);
        return update.organisationName() == null
                ? texts.getTranslation("situation.mail.update", locale, day, update.groupName())
                : texts.getTranslation(
                        "situation.mail.update.of", locale, day, update.groupName(), update.organisationName());
    }

    private static String day(LocalDate day, Locale locale) {
        return locale.getLanguage().equals("en")
                ? day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.UK))
                : CzechDates.inWords(day);
    }

    /** A mail may be passed on, so internal passages stay out of it. */
    private static String quoted(String markdown) {
        String text = Markdown.plainText(InternalPassages.publicText(markdown)).strip();
        return text.length() <= QUOTED_CHARACTERS ? text : text.substring(0, QUOTED_CHARACTERS) + "…";
    }

    private static String html(List<String> paragraphs, Locale locale) {
        var html = new StringBuilder("<!doctype html><html lang=\"" + locale.getLanguage() + "\"><body>");
        for (String paragraph : paragraphs) {
            html.append("<p>");
            for (String line : paragraph.split("\n")) {
                String shown = HtmlUtils.htmlEscape(line, "UTF-8");
                boolean address = line.equals(Outbox.LINK) || line.matches("https?://\\S+");
                html.append(address ? "<a href=\"" + shown + "\">" + shown + "</a>" : shown)
                        .append("<br>");
            }
            html.setLength(html.length() - "<br>".length());
            html.append("</p>");
        }
        return html.append("</body></html>").toString();
    }
}
