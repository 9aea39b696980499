package cz.koplan.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.shared.text.CzechDates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How screens say dates, times and names of constants in the language of the person looking. */
public final class Words {

    private Words() {}

    public static String day(LocalDate day, Locale locale) {
        return locale.getLanguage().equals("en")
                ? day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.UK))
                : CzechDates.inWords(day);
    }

    public static String time(@Nullable LocalTime time, Locale locale) {
        if (time == null) {
            return "";
        }
        return locale.getLanguage().equals("en")
                ? time.format(DateTimeFormatter.ofPattern("HH:mm"))
                : CzechDates.time(time);
    }

    /** Returns the translation of a constant, under the key {@code enum.Type.CONSTANT}. */
    public static String of(Component where, Enum<?> constant) {
        return where.getTranslation("enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** A small button with a picture only; {@code label} is what it does, for everybody who does not see it. */
    public static Button iconButton(VaadinIcon icon, String label, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("icon-button");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    /** A short remark beside a thing: a picture and a word, never the picture alone. */
    public static Span tag(VaadinIcon icon, String word) {
        Span tag = new Span(icon.create(), new Span(word));
        tag.addClassName("tag");
        return tag;
    }
}
