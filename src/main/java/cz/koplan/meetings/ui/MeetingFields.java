package cz.koplan.meetings.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.Pickers;
import cz.koplan.shared.ui.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The fields that say when, where and how a meeting is to be held. */
class MeetingFields extends Div {

    private final TextField title = new TextField(getTranslation("meetings.name"));
    private final DatePicker day = Pickers.day(getTranslation("meetings.heldOn"));
    private final TimePicker startsAt = Pickers.time(getTranslation("meetings.startsAt"));
    private final TimePicker endsAt = Pickers.time(getTranslation("meetings.endsAt"));
    private final Select<MeetingMode> mode = new Select<>();
    private final TextField place = new TextField(getTranslation("meetings.place.orLink"));
    private @Nullable MeetingData shown;

    MeetingFields() {
        addClassName("form");
        title.setRequiredIndicatorVisible(true);
        day.setRequiredIndicatorVisible(true);
        mode.setLabel(getTranslation("meetings.mode"));
        mode.setItems(MeetingMode.values());
        mode.setItemLabelGenerator(value -> value == null ? "" : Words.of(this, value));
        mode.setEmptySelectionAllowed(true);
        add(title, inRow(day, startsAt, endsAt), mode, place);
    }

    /** Fields beside each other; on a phone below each other. */
    static Div inRow(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("fields");
        return row;
    }

    void show(MeetingData data) {
        shown = data;
        title.setValue(data.title());
        day.setValue(data.heldOn());
        startsAt.setValue(data.startsAt());
        endsAt.setValue(data.endsAt());
        mode.setValue(data.mode());
        place.setValue(data.place() == null ? "" : data.place());
    }

    void focus() {
        title.focus();
    }

    void onDay(Runnable changed) {
        day.addValueChangeListener(change -> changed.run());
    }

    @Nullable
    LocalDate day() {
        return day.getValue();
    }

    /** @throws InvalidInputException when something is missing or does not fit */
    MeetingData data() {
        if (day.getValue() == null) {
            throw new InvalidInputException("meetings.heldOn.needed");
        }
        return new MeetingData(
                title.getValue(),
                day.getValue(),
                startsAt.getValue(),
                endsAt.getValue(),
                mode.getValue(),
                place.getValue(),
                shown == null ? null : shown.nextHeldOn(),
                shown == null ? null : shown.nextStartsAt(),
                shown == null ? null : shown.nextPlace());
    }
}
