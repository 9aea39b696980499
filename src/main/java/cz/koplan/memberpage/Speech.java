package cz.koplan.memberpage;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.meetings.MeetingData;
import cz.koplan.shared.text.CzechDates;
import cz.koplan.shared.text.CzechTypography;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the templates say, in the language of the page. */
public record Speech(I18NProvider words, Locale locale) {

    private static final Locale CZECH = Locale.of("cs");
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final DateTimeFormatter CZECH_MOMENT = DateTimeFormatter.ofPattern("d. M. H.mm");
    private static final DateTimeFormatter ENGLISH_MOMENT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);
    private static final DateTimeFormatter ENGLISH_WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);

    /** @param chosen a language of ours; null for the first of ours that the browser asks for */
    static Locale locale(@Nullable String chosen, HttpServletRequest request) {
        if (chosen != null) {
            return Locale.of(chosen);
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("cs") || language.equals("en"))
                .findFirst()
                .map(Locale::of)
                .orElse(CZECH);
    }

    public String language() {
        return locale.getLanguage();
    }

    public boolean czech() {
        return !language().equals("en");
    }

    public String text(String key, Object... arguments) {
        return joined(words.getTranslation(key, locale, arguments));
    }

    private String joined(String text) {
        return czech() ? CzechTypography.nonBreaking(text) : text;
    }

    public String of(Enum<?> constant) {
        return text("enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public String day(LocalDate day) {
        return joined(Words.day(day, locale));
    }

    /** {@code pondělí 21. června 2021, 14.00–15.30 hod.} as far as it is known. */
    public String when(MeetingData meeting) {
        String weekday = czech() ? CzechDates.weekday(meeting.heldOn()) : ENGLISH_WEEKDAY.format(meeting.heldOn());
        if (czech()) {
            return joined(weekday + " " + CzechDates.meeting(meeting.heldOn(), meeting.startsAt(), meeting.endsAt()));
        }
        String time = Words.time(meeting.startsAt(), locale);
        String end = Words.time(meeting.endsAt(), locale);
        return weekday + " " + Words.day(meeting.heldOn(), locale) + (time.isEmpty() ? "" : ", " + time)
                + (end.isEmpty() ? "" : "–" + end);
    }

    /** @param utc the time of the clock in Greenwich */
    public String moment(LocalDateTime utc) {
        var local = utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(PRAGUE);
        return joined((czech() ? CZECH_MOMENT : ENGLISH_MOMENT).format(local));
    }

    /** @param utc the time of the clock in Greenwich */
    public String time(LocalDateTime utc) {
        return Words.time(utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(PRAGUE).toLocalTime(), locale);
    }

    /** Returns the link that a place holds, for online meetings. */
    public Optional<String> address(@Nullable String place) {
        return Optional.ofNullable(place).filter(text -> text.matches("https?://\\S+"));
    }

    public String html(String markdown) {
        return Markdown.html(markdown);
    }
}
