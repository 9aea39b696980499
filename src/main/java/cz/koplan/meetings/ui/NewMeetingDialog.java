package cz.koplan.meetings.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import cz.koplan.groups.GroupRow;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.Recurrence;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.FormDialog;
import java.util.List;
import java.util.Optional;

/** Plans meetings, from what the group's template and its last meeting suggest, and leads to their preparation. */
final class NewMeetingDialog {

    private NewMeetingDialog() {}

    /** @param groups those that the person coordinates, at least one */
    static FormDialog any(MeetingService meetings, List<GroupRow> groups) {
        UI ui = UI.getCurrent();
        ComboBox<GroupRow> group = new ComboBox<>(ui.getTranslation("groups.group"));
        MeetingFields fields = new MeetingFields();
        RepeatFields repeat = new RepeatFields();
        fields.onDay(() -> repeat.startOn(fields.day()));
        group.setItems(groups);
        group.setItemLabelGenerator(GroupRow::name);
        group.setRequiredIndicatorVisible(true);
        group.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                fields.show(meetings.proposeNext(change.getValue().id()));
            }
        });
        if (groups.size() == 1) {
            group.setValue(groups.getFirst());
            fields.focus();
        } else {
            group.focus();
        }
        return new FormDialog(
                ui.getTranslation("meetings.new"),
                () -> {
                    if (group.getValue() == null) {
                        throw new InvalidInputException("meetings.group.needed");
                    }
                    MeetingData data = fields.data();
                    Optional<Recurrence> recurrence = repeat.recurrence(data.heldOn());
                    MeetingId created = recurrence
                            .map(rule -> meetings.createSeries(group.getValue().id(), data, rule)
                                    .getFirst())
                            .orElseGet(() -> meetings.create(group.getValue().id(), data));
                    MeetingsNavigation.openAgenda(ui, created);
                },
                group,
                fields,
                repeat);
    }

    /** The meeting after that one. */
    static FormDialog after(MeetingService meetings, Meeting last) {
        UI ui = UI.getCurrent();
        MeetingFields fields = new MeetingFields();
        fields.show(meetings.proposeNext(last.group()));
        fields.focus();
        return new FormDialog(
                ui.getTranslation("meetings.new.next"),
                () -> MeetingsNavigation.openAgenda(ui, meetings.createNext(last.id(), fields.data())),
                fields);
    }
}
