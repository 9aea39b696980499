package cz.koplan.minutes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.Attendee;
import cz.koplan.meetings.AttendeeData;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.meetings.MeetingService;
import cz.koplan.minutes.Entry;
import cz.koplan.minutes.MinutesService;
import cz.koplan.minutes.Resolution;
import cz.koplan.minutes.ResolutionData;
import cz.koplan.minutes.Signatories;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationRow;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Pickers;
import cz.koplan.shared.ui.Words;
import cz.koplan.tasks.Task;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.UpdateData;
import cz.koplan.updates.UpdateService;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms that correct a meeting and its minutes, one small form per thing. */
class MeetingForms {

    private final MinutesService minutes;
    private final MeetingService meetings;
    private final UpdateService updates;
    private final TaskService tasks;
    private final OrganisationService organisations;
    private final Runnable refresh;

    MeetingForms(
            MinutesService minutes,
            MeetingService meetings,
            UpdateService updates,
            TaskService tasks,
            OrganisationService organisations,
            Runnable refresh) {
        this.minutes = minutes;
        this.meetings = meetings;
        this.updates = updates;
        this.tasks = tasks;
        this.organisations = organisations;
        this.refresh = refresh;
    }

    void editMeeting(Meeting meeting) {
        MeetingData data = meeting.data();
        TextField title = line("meetings.name", data.title());
        DatePicker heldOn = Pickers.day(t("meetings.heldOn"));
        heldOn.setValue(data.heldOn());
        TimePicker startsAt = Pickers.time(t("meetings.startsAt"));
        startsAt.setValue(data.startsAt());
        TimePicker endsAt = Pickers.time(t("meetings.endsAt"));
        endsAt.setValue(data.endsAt());
        Select<MeetingMode> mode = select("meetings.mode", MeetingMode.values(), data.mode());
        mode.setEmptySelectionAllowed(true);
        TextField place = line("meetings.place", data.place());
        DatePicker nextHeldOn = Pickers.day(t("meetings.next.heldOn"));
        nextHeldOn.setValue(data.nextHeldOn());
        nextHeldOn.setClearButtonVisible(true);
        TimePicker nextStartsAt = Pickers.time(t("meetings.next.startsAt"));
        nextStartsAt.setValue(data.nextStartsAt());
        TextField nextPlace = line("meetings.next.place", data.nextPlace());
        open(
                t("meetings.edit"),
                () -> {
                    if (heldOn.getValue() == null) {
                        throw new InvalidInputException("meetings.heldOn.needed");
                    }
                    meetings.update(
                            meeting.id(),
                            meeting.version(),
                            new MeetingData(
                                    title.getValue(),
                                    heldOn.getValue(),
                                    startsAt.getValue(),
                                    endsAt.getValue(),
                                    mode.getValue(),
                                    place.getValue(),
                                    nextHeldOn.getValue(),
                                    nextStartsAt.getValue(),
                                    nextPlace.getValue()));
                },
                title,
                heldOn,
                startsAt,
                endsAt,
                mode,
                place,
                nextHeldOn,
                nextStartsAt,
                nextPlace);
    }

    void addAgendaItem(MeetingId meeting) {
        openAgendaItem(t("minutes.item.add"), null, data -> meetings.addAgendaItem(meeting, data));
    }

    void editAgendaItem(MeetingId meeting, AgendaItem item) {
        openAgendaItem(
                t("minutes.item.edit"),
                item.data(),
                data -> meetings.updateAgendaItem(meeting, item.id(), item.version(), data));
    }

    private void openAgendaItem(
            String heading, @Nullable AgendaItemData data, java.util.function.Consumer<AgendaItemData> save) {
        IntegerField number = new IntegerField(t("minutes.item.number"));
        number.setMin(1);
        TextField title = line("minutes.item.title", data == null ? null : data.title());
        Select<AgendaItemKind> kind =
                select("minutes.item.kind", AgendaItemKind.values(), data == null ? AgendaItemKind.TOPIC : data.kind());
        if (data != null) {
            number.setValue(data.number());
        }
        open(
                heading,
                () -> save.accept(
                        data == null
                                ? new AgendaItemData(number.getValue(), title.getValue(), kind.getValue())
                                : data.with(number.getValue(), title.getValue(), kind.getValue())),
                number,
                title,
                kind);
    }

    void addAttendee(MeetingId meeting) {
        openAttendee(t("meetings.attendee.add"), null, data -> meetings.addAttendee(meeting, data), null);
    }

    void editAttendee(MeetingId meeting, Attendee attendee) {
        openAttendee(
                t("meetings.attendee.edit"),
                attendee,
                data -> meetings.updateAttendee(meeting, attendee.id(), attendee.version(), data),
                () -> meetings.removeAttendee(meeting, attendee.id(), attendee.version()));
    }

    private void openAttendee(
            String heading,
            @Nullable Attendee attendee,
            java.util.function.Consumer<AttendeeData> save,
            @Nullable Runnable remove) {
        AttendeeData data = attendee == null ? null : attendee.data();
        TextField name = line("meetings.attendee.name", data == null ? null : data.name());
        ComboBox<OrganisationRow> organisation = organisation(data == null ? null : data.organisation());
        TextField label = line("meetings.attendee.label", data == null ? null : data.organisationLabel());
        label.setHelperText(t("meetings.attendee.label.help"));
        Select<AttendanceKind> kind = select(
                "meetings.attendance", AttendanceKind.values(), data == null ? AttendanceKind.PRESENT : data.kind());
        FormDialog dialog = form(
                heading,
                () -> save.accept(new AttendeeData(
                        name.getValue(),
                        data == null ? null : data.person(),
                        id(organisation),
                        label.getValue(),
                        kind.getValue())),
                name,
                organisation,
                label,
                kind);
        removable(dialog, remove, "meetings.attendee.remove");
        dialog.open();
    }

    void addUpdate(MeetingId meeting, AgendaItemId item) {
        openUpdate(t("minutes.update.add"), null, data -> updates.add(meeting, item, data), null);
    }

    void editUpdate(MeetingId meeting, ProviderUpdate update) {
        openUpdate(
                update.label(),
                update.data(),
                data -> updates.update(meeting, update.id(), update.version(), data),
                () -> updates.remove(meeting, update.id(), update.version()));
    }

    private void openUpdate(
            String heading,
            @Nullable UpdateData data,
            java.util.function.Consumer<UpdateData> save,
            @Nullable Runnable remove) {
        ComboBox<OrganisationRow> organisation = organisation(data == null ? null : data.organisation());
        TextField label = line("minutes.update.label", data == null ? null : data.sourceLabel());
        label.setHelperText(t("minutes.update.label.help"));
        TextArea text = text("minutes.text", data == null ? "" : data.text());
        FormDialog dialog = form(
                heading,
                () -> save.accept(new UpdateData(id(organisation), label.getValue(), text.getValue())),
                organisation,
                label,
                text);
        removable(dialog, remove, "minutes.update.remove");
        dialog.open();
    }

    void addEntry(MeetingId meeting, AgendaItemId item) {
        TextArea text = text("minutes.text", "");
        open(t("minutes.entry.add"), () -> minutes.addEntry(meeting, item, text.getValue()), text);
    }

    void editEntry(MeetingId meeting, Entry entry) {
        TextArea text = text("minutes.text", entry.text());
        FormDialog dialog = form(
                t("minutes.entry.edit"),
                () -> minutes.updateEntry(meeting, entry.id(), entry.version(), text.getValue()),
                text);
        removable(dialog, () -> minutes.removeEntry(meeting, entry.id(), entry.version()), "minutes.entry.remove");
        dialog.open();
    }

    void addTask(MeetingId meeting) {
        openTask(t("tasks.add"), null, data -> tasks.add(meeting, data), null);
    }

    void editTask(MeetingId meeting, Task task) {
        openTask(
                t("tasks.edit"),
                task.data(),
                data -> tasks.update(meeting, task.id(), task.version(), data),
                () -> tasks.remove(meeting, task.id(), task.version()));
    }

    private void openTask(
            String heading,
            @Nullable TaskData data,
            java.util.function.Consumer<TaskData> save,
            @Nullable Runnable remove) {
        TextArea text = text("tasks.text", data == null ? "" : data.text());
        ComboBox<OrganisationRow> organisation = organisation(data == null ? null : data.ownerOrganisation());
        TextField label = line("tasks.owner.label", data == null ? null : data.ownerLabel());
        DatePicker due = Pickers.day(t("tasks.due"));
        due.setValue(data == null ? null : data.due());
        due.setClearButtonVisible(true);
        Select<TaskState> state =
                select("tasks.state", TaskState.values(), data == null ? TaskState.OPEN : data.state());
        FormDialog dialog = form(
                heading,
                () -> save.accept(new TaskData(
                        text.getValue(),
                        label.getValue(),
                        data == null ? null : data.ownerPerson(),
                        id(organisation),
                        due.getValue(),
                        state.getValue())),
                text,
                organisation,
                label,
                due,
                state);
        removable(dialog, remove, "tasks.remove");
        dialog.open();
    }

    void addResolution(MeetingId meeting) {
        openResolution(t("minutes.resolution.add"), null, data -> minutes.addResolution(meeting, data), null);
    }

    void editResolution(MeetingId meeting, Resolution resolution) {
        openResolution(
                t("minutes.resolution.edit"),
                resolution.data(),
                data -> minutes.updateResolution(meeting, resolution.id(), resolution.version(), data),
                () -> minutes.removeResolution(meeting, resolution.id(), resolution.version()));
    }

    private void openResolution(
            String heading,
            @Nullable ResolutionData data,
            java.util.function.Consumer<ResolutionData> save,
            @Nullable Runnable remove) {
        TextField number = line("minutes.resolution.number", data == null ? null : data.number());
        TextArea text = text("minutes.text", data == null ? "" : data.text());
        FormDialog dialog =
                form(heading, () -> save.accept(new ResolutionData(number.getValue(), text.getValue())), number, text);
        removable(dialog, remove, "minutes.resolution.remove");
        dialog.open();
    }

    void editSignatories(MeetingId meeting, int version, Signatories signatories) {
        TextField author = line("minutes.author", signatories.author());
        TextField verifiedBy = line("minutes.verifiedBy", signatories.verifiedBy());
        open(
                t("minutes.signatories"),
                () -> minutes.updateSignatories(
                        meeting, version, new Signatories(author.getValue(), verifiedBy.getValue())),
                author,
                verifiedBy);
    }

    private void open(String heading, FormDialog.Save save, Component... fields) {
        form(heading, save, fields).open();
    }

    private FormDialog form(String heading, FormDialog.Save save, Component... fields) {
        return new FormDialog(
                heading,
                () -> {
                    save.run();
                    refresh.run();
                },
                fields);
    }

    /** Removing stands apart on the left and names what goes. */
    private void removable(FormDialog dialog, @Nullable Runnable remove, String key) {
        if (remove == null) {
            return;
        }
        Button button = new Button(t(key));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        button.addClassName("remove");
        button.addClickListener(click -> {
            ConfirmDialog confirm = new ConfirmDialog(
                    t(key), t("action.remove.text", dialog.getHeaderTitle()), t("action.remove"), confirmed -> {
                        remove.run();
                        dialog.close();
                        refresh.run();
                    });
            confirm.setCancelable(true);
            confirm.setCancelText(t("action.cancel"));
            confirm.setConfirmButtonTheme("error primary");
            confirm.open();
        });
        dialog.getFooter().addComponentAsFirst(button);
    }

    private ComboBox<OrganisationRow> organisation(@Nullable OrganisationId chosen) {
        ComboBox<OrganisationRow> combo = new ComboBox<>(t("organisations.organisation"));
        combo.setItemLabelGenerator(OrganisationRow::name);
        combo.setItems(
                query -> organisations.rows(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                query -> organisations.count(query.getFilter().orElse("")));
        combo.setClearButtonVisible(true);
        Optional.ofNullable(chosen)
                .map(organisations::get)
                .ifPresent(found -> combo.setValue(new OrganisationRow(
                        found.id(),
                        found.data().name(),
                        null,
                        found.data().ico(),
                        found.data().triadRole(),
                        found.data().active())));
        return combo;
    }

    private static @Nullable OrganisationId id(ComboBox<OrganisationRow> combo) {
        return combo.getValue() == null ? null : combo.getValue().id();
    }

    private TextField line(String key, @Nullable String value) {
        TextField field = new TextField(t(key));
        field.setValue(value == null ? "" : value);
        return field;
    }

    private TextArea text(String key, String value) {
        TextArea area = new TextArea(t(key));
        area.setValue(value);
        area.setHelperText(t("minutes.text.help"));
        area.setMinRows(6);
        area.setMaxRows(18);
        return area;
    }

    private <E extends Enum<E>> Select<E> select(String key, E[] values, @Nullable E value) {
        Select<E> select = new Select<>();
        select.setLabel(t(key));
        select.setItems(values);
        select.setItemLabelGenerator(item -> item == null ? "" : Words.of(select, item));
        select.setValue(value);
        return select;
    }

    private static String t(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
