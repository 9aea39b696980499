package cz.koplan.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Fields for days and times that read and write them as the language does. */
public final class Pickers {

    private Pickers() {}

    public static DatePicker day(String label) {
        DatePicker picker = new DatePicker(label);
        Locale locale = UI.getCurrent().getLocale();
        picker.setLocale(locale.getLanguage().equals("en") ? Locale.UK : Locale.of("cs", "CZ"));
        picker.setI18n(words(locale)
                .setToday(picker.getTranslation("date.today"))
                .setCancel(picker.getTranslation("action.cancel")));
        return picker;
    }

    private static DatePicker.DatePickerI18n words(Locale locale) {
        List<DayOfWeek> fromSunday =
                IntStream.range(0, 7).mapToObj(i -> DayOfWeek.SUNDAY.plus(i)).toList();
        var words = new DatePicker.DatePickerI18n()
                .setFirstDayOfWeek(1)
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(fromSunday.stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdaysShort(fromSunday.stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
                        .toList());
        return locale.getLanguage().equals("en")
                ? words.setDateFormats("d/M/yyyy", "yyyy-MM-dd")
                : words.setDateFormats("d. M. yyyy", "d.M.yyyy", "yyyy-MM-dd");
    }

    public static TimePicker time(String label) {
        TimePicker picker = new TimePicker(label);
        picker.setLocale(Locale.of("cs", "CZ"));
        picker.setStep(Duration.ofMinutes(15));
        picker.setClearButtonVisible(true);
        return picker;
    }
}
