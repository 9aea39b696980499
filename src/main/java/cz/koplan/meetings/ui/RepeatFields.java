package cz.koplan.meetings.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import cz.koplan.meetings.Recurrence;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.Pickers;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields that make a series of a meeting: how it repeats, counted from its first day, and when it ends. */
class RepeatFields extends Div {

    enum Repeat {
        ONCE,
        WEEKLY,
        MONTHLY_ON_DAY,
        MONTHLY_ON_WEEKDAY
    }

    enum Until {
        COUNT,
        DAY
    }

    private final Select<Repeat> repeat = new Select<>();
    private final IntegerField every = new IntegerField();
    private final RadioButtonGroup<Until> until = new RadioButtonGroup<>();
    private final IntegerField count = new IntegerField(getTranslation("meetings.repeat.count"));
    private final DatePicker lastDay = Pickers.day(getTranslation("meetings.repeat.lastDay"));
    private final Div details;
    private @Nullable LocalDate first;

    RepeatFields() {
        addClassName("form");
        repeat.setLabel(getTranslation("meetings.repeat"));
        repeat.setItems(Repeat.values());
        repeat.setItemLabelGenerator(this::label);
        repeat.setValue(Repeat.ONCE);
        repeat.addValueChangeListener(change -> show());
        every.setValue(1);
        every.setMin(1);
        every.setStepButtonsVisible(true);
        until.setLabel(getTranslation("meetings.repeat.end"));
        until.setItems(Until.values());
        until.setItemLabelGenerator(value ->
                getTranslation(value == Until.COUNT ? "meetings.repeat.end.count" : "meetings.repeat.end.day"));
        until.setValue(Until.COUNT);
        until.addValueChangeListener(change -> show());
        count.setValue(4);
        count.setMin(1);
        count.setMax(Recurrence.LONGEST);
        count.setStepButtonsVisible(true);
        details = MeetingFields.inRow(every, until, count, lastDay);
        add(repeat, details);
        show();
    }

    private String label(Repeat value) {
        return switch (value) {
            case ONCE -> getTranslation("meetings.repeat.once");
            case WEEKLY -> getTranslation("meetings.repeat.weekly");
            case MONTHLY_ON_DAY -> getTranslation("meetings.repeat.monthlyOnDay");
            case MONTHLY_ON_WEEKDAY -> getTranslation("meetings.repeat.monthlyOnWeekday");
        };
    }

    /** Tells the fields the first day, from which the rule follows. */
    void startOn(@Nullable LocalDate day) {
        first = day;
        show();
    }

    private void show() {
        boolean weekly = repeat.getValue() == Repeat.WEEKLY;
        every.setLabel(getTranslation(weekly ? "meetings.repeat.everyWeeks" : "meetings.repeat.everyMonths"));
        details.setVisible(repeat.getValue() != Repeat.ONCE);
        count.setVisible(until.getValue() == Until.COUNT);
        lastDay.setVisible(until.getValue() == Until.DAY);
        repeat.setHelperText(first == null ? "" : explanation(first));
    }

    private String explanation(LocalDate day) {
        String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, getLocale());
        return switch (repeat.getValue()) {
            case ONCE -> "";
            case WEEKLY -> getTranslation("meetings.repeat.on.weekday", weekday);
            case MONTHLY_ON_DAY -> getTranslation("meetings.repeat.on.day", day.getDayOfMonth());
            case MONTHLY_ON_WEEKDAY ->
                nth(day) == Recurrence.MonthlyOnWeekday.LAST
                        ? getTranslation("meetings.repeat.on.last", weekday)
                        : getTranslation("meetings.repeat.on.nth", nth(day), weekday);
        };
    }

    private static int nth(LocalDate day) {
        int nth = (day.getDayOfMonth() - 1) / 7 + 1;
        return nth > 4 ? Recurrence.MonthlyOnWeekday.LAST : nth;
    }

    /** Returns the recurrence from that day on; empty for a single meeting. */
    Optional<Recurrence> recurrence(LocalDate day) {
        if (repeat.getValue() == Repeat.ONCE) {
            return Optional.empty();
        }
        int step = needed(every.getValue());
        Recurrence.Rule rule = switch (repeat.getValue()) {
            case ONCE, WEEKLY -> new Recurrence.Weekly(step, day.getDayOfWeek());
            case MONTHLY_ON_DAY -> new Recurrence.MonthlyOnDay(step, day.getDayOfMonth());
            case MONTHLY_ON_WEEKDAY -> new Recurrence.MonthlyOnWeekday(step, nth(day), day.getDayOfWeek());
        };
        return Optional.of(new Recurrence(
                rule,
                until.getValue() == Until.COUNT
                        ? new Recurrence.Count(needed(count.getValue()))
                        : new Recurrence.Until(needed(lastDay.getValue()))));
    }

    private static <T> T needed(@Nullable T value) {
        if (value == null) {
            throw new InvalidInputException("meetings.repeat.needed");
        }
        return value;
    }
}
