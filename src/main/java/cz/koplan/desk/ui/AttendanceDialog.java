package cz.koplan.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AttendanceLine;
import cz.koplan.meetings.AttendanceService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who speaks for an organisation, and from which item to which they were there. */
final class AttendanceDialog {

    /** Somebody to choose; a name typed belongs to nobody known. */
    private record Choice(
            String label, String name, @Nullable PersonId person) {}

    private final AttendanceService attendance;
    private final MeetingId meeting;
    private final AttendanceLine line;
    private final List<AgendaItem> agenda;
    private final Component texts;

    private AttendanceDialog(
            AttendanceService attendance,
            MeetingId meeting,
            AttendanceLine line,
            List<AgendaItem> agenda,
            Component texts) {
        this.attendance = attendance;
        this.meeting = meeting;
        this.line = line;
        this.agenda = agenda;
        this.texts = texts;
    }

    /** @param changed runs after something was written, also when only a part could be */
    static void open(
            AttendanceService attendance,
            MeetingId meeting,
            AttendanceLine line,
            List<AgendaItem> agenda,
            Component texts,
            Runnable changed) {
        new AttendanceDialog(attendance, meeting, line, agenda, texts).open(changed);
    }

    private void open(Runnable changed) {
        ComboBox<Choice> speaker = speaker();
        Select<AgendaItem> joined = item("attendance.joined.label", "attendance.joined.start", line.joinedAt());
        Select<AgendaItem> left = item("attendance.left.label", "attendance.left.end", line.leftAt());
        List<Component> fields = new ArrayList<>(List.of(joined, left));
        if (line.ofOrganisation()) {
            fields.addFirst(speaker);
        }
        new FormDialog(
                        line.name(),
                        () -> {
                            try {
                                saveSpeaker(speaker.getValue());
                                saveStay(id(joined.getValue()), id(left.getValue()));
                            } finally {
                                changed.run();
                            }
                        },
                        fields.toArray(Component[]::new))
                .open();
        (line.ofOrganisation() ? speaker : joined).focus();
    }

    private String t(String key) {
        return texts.getTranslation(key);
    }

    private ComboBox<Choice> speaker() {
        ComboBox<Choice> box = new ComboBox<>(t("attendance.speaker"));
        box.setHelperText(t("attendance.speaker.help"));
        box.setItemLabelGenerator(Choice::label);
        box.setAllowCustomValue(true);
        // What is typed replaces the name that stands there.
        box.getElement().setProperty("autoselect", true);
        box.addCustomValueSetListener(typed -> box.setValue(typed(typed.getDetail())));
        box.setItems(line.choices().stream()
                .map(choice -> new Choice(
                        AttendancePanel.named(choice.name(), Words.of(texts, choice.kind())),
                        choice.name(),
                        choice.person()))
                .toList());
        box.setValue(chosen());
        return box;
    }

    private static Choice typed(String name) {
        return new Choice(name, name, null);
    }

    private @Nullable Choice chosen() {
        if (line.speaker().isEmpty()) {
            return null;
        }
        String label = line.through() == null
                ? line.speaker()
                : AttendancePanel.named(line.speaker(), Words.of(texts, line.through()));
        return new Choice(label, line.speaker(), line.person());
    }

    private Select<AgendaItem> item(String label, String none, @Nullable AgendaItemId chosen) {
        Select<AgendaItem> select = new Select<>();
        select.setLabel(t(label));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(t(none));
        select.setItemLabelGenerator(item -> item == null ? t(none) : label(item));
        select.setItems(agenda);
        agenda.stream().filter(item -> item.id().equals(chosen)).findFirst().ifPresent(select::setValue);
        return select;
    }

    private static String label(AgendaItem item) {
        Integer number = item.data().number();
        return number == null
                ? item.data().title()
                : number + ". " + item.data().title();
    }

    private static @Nullable AgendaItemId id(@Nullable AgendaItem item) {
        return item == null ? null : item.id();
    }

    private void saveSpeaker(@Nullable Choice choice) {
        if (Objects.equals(choice, chosen())) {
            return;
        }
        if (choice != null && choice.person() != null) {
            attendance.speaksThrough(meeting, line.id(), choice.person());
        } else {
            attendance.speaksThrough(meeting, line.id(), choice == null ? "" : choice.name());
        }
    }

    /** The side that gives way is written first, so that nobody leaves before they came in between. */
    private void saveStay(@Nullable AgendaItemId joined, @Nullable AgendaItemId left) {
        if (place(left) >= place(line.leftAt())) {
            saveLeft(left);
            saveJoined(joined);
        } else {
            saveJoined(joined);
            saveLeft(left);
        }
    }

    /** Until the end is later than any item. */
    private int place(@Nullable AgendaItemId item) {
        int index =
                item == null ? -1 : agenda.stream().map(AgendaItem::id).toList().indexOf(item);
        return index < 0 ? agenda.size() : index;
    }

    private void saveJoined(@Nullable AgendaItemId item) {
        if (!Objects.equals(item, line.joinedAt())) {
            attendance.joined(meeting, line.id(), item);
        }
    }

    private void saveLeft(@Nullable AgendaItemId item) {
        if (!Objects.equals(item, line.leftAt())) {
            attendance.left(meeting, line.id(), item);
        }
    }
}
