package cz.koplan.meetings.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AgendaPage;
import cz.koplan.meetings.AgendaService;
import cz.koplan.meetings.BacklogService;
import cz.koplan.meetings.ItemFile;
import cz.koplan.meetings.ItemFileId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.shared.files.FileStore;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Words;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a coordinator does with an item of the agenda. */
class ItemActions {

    private final MeetingService meetings;
    private final AgendaService agendas;
    private final BacklogService backlog;
    private final Runnable refresh;
    private final Consumer<String> say;
    private Optional<Move> lastMove = Optional.empty();

    /** Where an item went, so that the keyboard stays with it. */
    record Move(AgendaItemId item, boolean down) {}

    /** @param say tells, for those who listen, what was done */
    ItemActions(
            MeetingService meetings,
            AgendaService agendas,
            BacklogService backlog,
            Runnable refresh,
            Consumer<String> say) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.backlog = backlog;
        this.refresh = refresh;
        this.say = say;
    }

    void add(MeetingId meeting) {
        form(t("minutes.item.add"), null, data -> meetings.addAgendaItem(meeting, data))
                .open();
    }

    void edit(MeetingId meeting, AgendaItem item) {
        form(
                        t("minutes.item.edit"),
                        item.data(),
                        data -> meetings.updateAgendaItem(meeting, item.id(), item.version(), data))
                .open();
    }

    private FormDialog form(String heading, @Nullable AgendaItemData data, Consumer<AgendaItemData> save) {
        TextField title = new TextField(t("minutes.item.title"));
        title.setRequiredIndicatorVisible(true);
        title.focus();
        Select<AgendaItemKind> kind = new Select<>();
        kind.setLabel(t("minutes.item.kind"));
        kind.setItems(AgendaItemKind.values());
        kind.setItemLabelGenerator(value -> Words.of(kind, value));
        kind.setValue(AgendaItemKind.TOPIC);
        IntegerField minutes = new IntegerField(t("meetings.item.minutes"));
        TextField presenter = new TextField(t("meetings.item.presenter"));
        Checkbox standing = new Checkbox(t("meetings.item.standing.long"));
        Checkbox coordinatorOnly = new Checkbox(t("meetings.item.coordinatorOnly.long"));
        Checkbox skipped = new Checkbox(t("meetings.item.skipped.long"));
        if (data != null) {
            title.setValue(data.title());
            kind.setValue(data.kind());
            minutes.setValue(data.minutes());
            presenter.setValue(data.presenter() == null ? "" : data.presenter());
            standing.setValue(data.standing());
            coordinatorOnly.setValue(data.coordinatorOnly());
            skipped.setValue(data.skipped());
        }
        Div flags = new Div(standing, coordinatorOnly, skipped);
        flags.addClassName("form");
        return new FormDialog(
                heading,
                () -> {
                    save.accept(new AgendaItemData(
                            data == null ? null : data.number(),
                            title.getValue(),
                            kind.getValue(),
                            minutes.getValue(),
                            presenter.getValue(),
                            standing.getValue(),
                            coordinatorOnly.getValue(),
                            skipped.getValue()));
                    refresh.run();
                },
                title,
                MeetingFields.inRow(kind, minutes),
                presenter,
                flags);
    }

    void move(MeetingId meeting, AgendaItem item, int from, int to) {
        if (from != to) {
            agendas.moveItem(meeting, item.id(), to);
            lastMove = Optional.of(new Move(item.id(), to > from));
            refresh.run();
            say.accept(t("meetings.item.position", item.data().title(), to));
        }
    }

    /** Returns the move that the screen is being shown after, once. */
    Optional<Move> takeLastMove() {
        Optional<Move> taken = lastMove;
        lastMove = Optional.empty();
        return taken;
    }

    void moveToNext(AgendaPage page, AgendaItem item, AgendaPage.Next next) {
        agendas.moveToMeeting(page.meeting().id(), item.id(), item.version(), next.id());
        refresh.run();
        say.accept(t("meetings.item.moved", item.data().title()));
    }

    void copyToNext(AgendaPage page, AgendaItem item, AgendaPage.Next next) {
        agendas.duplicateToMeeting(page.meeting().id(), item.id(), item.version(), next.id());
        refresh.run();
        say.accept(t("meetings.item.copied", item.data().title()));
    }

    void dropBack(MeetingId meeting, AgendaItem item) {
        backlog.dropBack(meeting, item.id(), item.version());
        refresh.run();
    }

    void remove(MeetingId meeting, AgendaItem item) {
        ConfirmDialog confirm = new ConfirmDialog(
                t("meetings.item.remove"),
                t("meetings.item.remove.text", item.data().title()),
                t("action.remove"),
                confirmed -> {
                    agendas.removeItem(meeting, item.id(), item.version());
                    refresh.run();
                });
        confirm.setCancelable(true);
        confirm.setCancelText(t("action.cancel"));
        confirm.setConfirmButtonTheme("error primary");
        confirm.open();
    }

    void addFile(MeetingId meeting, AgendaItem item) {
        FileChoice chosen = new FileChoice();
        Upload upload = new Upload(UploadHandler.inMemory((metadata, content) -> {
            chosen.name = metadata.fileName();
            chosen.content = content;
        }));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(FileStore.MAX_BYTES);
        upload.setUploadButton(new Button(t("meetings.file.choose")));
        upload.addFileRejectedListener(rejected -> Notification.show(t("meetings.file.tooBig")));
        new FormDialog(
                        t("meetings.file.add"),
                        () -> {
                            agendas.addFile(meeting, item.id(), chosen.name, chosen.content);
                            refresh.run();
                        },
                        upload)
                .open();
    }

    private static final class FileChoice {
        private String name = "";
        private byte[] content = {};
    }

    ItemFile.Content file(MeetingId meeting, ItemFileId id) {
        return agendas.file(meeting, id);
    }

    void removeFile(MeetingId meeting, ItemFile file) {
        agendas.removeFile(meeting, file.id());
        refresh.run();
    }

    private static String t(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
