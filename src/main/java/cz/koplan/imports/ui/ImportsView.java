package cz.koplan.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import cz.koplan.imports.ImportRow;
import cz.koplan.imports.ImportService;
import cz.koplan.imports.ImportState;
import cz.koplan.minutes.ui.MinutesNavigation;
import cz.koplan.reading.UnreadableFileException;
import cz.koplan.shared.files.FileStore;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Where old minutes come in: the place to drop files, and those on their way. */
@Route("imports")
@PermitAll
class ImportsView extends Screen {

    private final ImportService imports;
    private final Div refused = new Div();
    private final Div list = new Div();

    ImportsView(ImportService imports) {
        this.imports = imports;
        setHeading(getTranslation("imports.title"));
        setSubtitle(getTranslation("imports.intro"));
        refused.addClassName("form-error");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        list.addClassName("stack");
        add(upload(), refused, list);
        refresh();
    }

    private Upload upload() {
        Upload upload = new Upload(UploadHandler.inMemory(this::drop));
        upload.setMaxFileSize(FileStore.MAX_BYTES);
        upload.setAcceptedFileExtensions(".txt", ".docx");
        Button choose = new Button(getTranslation("imports.drop.action"));
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("imports.drop.here")));
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setMany(getTranslation("imports.drop.here"))
                        .setOne(getTranslation("imports.drop.here")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("imports.tooBig"))
                        .setIncorrectFileType(getTranslation("imports.wrongType"))));
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        return upload;
    }

    private void drop(UploadMetadata metadata, byte[] content) {
        try {
            var dropped = imports.drop(metadata.fileName(), content);
            refused.setVisible(false);
            if (dropped.known()) {
                Notification.show(getTranslation("imports.known", metadata.fileName()));
            }
            getUI().ifPresent(ui ->
                    ui.navigate(ImportReviewView.class, dropped.id().value()));
        } catch (UnreadableFileException e) {
            refuse(getTranslation("imports.unreadable." + e.reason(), metadata.fileName()));
        }
    }

    private void refuse(String message) {
        refused.setText(message);
        refused.setVisible(true);
    }

    private void refresh() {
        List<ImportRow> rows = imports.rows();
        list.removeAll();
        if (rows.isEmpty()) {
            list.add(new EmptyState(getTranslation("imports.empty.title"), getTranslation("imports.empty.text")));
        }
        add("imports.open", rows, ImportState.OPEN);
        add("imports.saved", rows, ImportState.SAVED);
    }

    private void add(String heading, List<ImportRow> rows, ImportState state) {
        List<ImportRow> some = rows.stream().filter(row -> row.state() == state).toList();
        if (!some.isEmpty()) {
            UnorderedList cards = new UnorderedList();
            cards.addClassName("cards");
            some.forEach(row -> cards.add(card(row)));
            list.add(new H2(getTranslation(heading, some.size())), cards);
        }
    }

    private ListItem card(ImportRow row) {
        RouterLink link = row.meeting() != null
                ? MinutesNavigation.link(row.fileName(), row.meeting())
                : ImportsNavigation.link(row.fileName(), row.id());
        var day = row.createdAt()
                .atZone(ZoneOffset.UTC)
                .withZoneSameInstant(ZoneId.of("Europe/Prague"))
                .toLocalDate();
        Span when = new Span(Words.day(day, getLocale()) + (row.groupName() == null ? "" : " · " + row.groupName()));
        when.addClassName("secondary");
        return new ListItem(new Div(link), when);
    }
}
