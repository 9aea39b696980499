package cz.koplan.services.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import cz.koplan.services.CodeListService;
import cz.koplan.services.OrpChange;
import cz.koplan.services.OrpChangeKind;
import cz.koplan.services.OrpData;
import cz.koplan.services.OrpImport;
import cz.koplan.services.OrpProblem;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.Words;
import java.util.List;

/** Imports municipalities with extended powers from a table: choose the file, look at what would change, confirm. */
class OrpImportDialog extends Dialog {

    /** More lines than anybody reads; the numbers above them tell the rest. */
    private static final int SHOWN = 250;

    private final CodeListService lists;
    private final Runnable done;
    private final Paragraph error = new Paragraph();
    private final Div preview = new Div();
    private final Button confirm = new Button();

    private byte[] content = {};

    OrpImportDialog(CodeListService lists, Runnable done) {
        this.lists = lists;
        this.done = done;
        setHeaderTitle(getTranslation("orpImport.title"));
        setWidth("min(44rem, 100%)");
        setCloseOnOutsideClick(false);

        error.addClassName("form-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        preview.getElement().setAttribute("aria-live", "polite");
        add(new Paragraph(getTranslation("orpImport.intro")), upload(), error, preview);

        confirm.setText(getTranslation("orpImport.confirm"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setEnabled(false);
        confirm.addClickListener(click -> write());
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), confirm);
    }

    private Upload upload() {
        Upload upload = new Upload();
        // One byte more tells that a file is too big; the rest of it is never read, whatever the browser promised.
        UploadHandler handler = event -> {
            byte[] bytes = event.getInputStream().readNBytes(CodeListService.MAX_TABLE_BYTES + 1);
            event.getUI().access(() -> {
                look(bytes);
                upload.clearFileList();
            });
        };
        upload.setUploadHandler(handler);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(CodeListService.MAX_TABLE_BYTES);
        upload.setAcceptedFileExtensions(".csv", ".txt");
        upload.setUploadButton(new Button(getTranslation("orpImport.choose")));
        upload.setDropLabel(new Span(getTranslation("orpImport.drop")));
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(getTranslation("orpImport.drop"))
                        .setMany(getTranslation("orpImport.drop")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("orpImport.tooBig"))
                        .setIncorrectFileType(getTranslation("orpImport.wrongType"))));
        upload.addFileRejectedListener(rejected -> {
            forget();
            refuse(rejected.getErrorMessage());
        });
        return upload;
    }

    private void forget() {
        content = new byte[0];
        preview.removeAll();
        error.setVisible(false);
        confirm.setEnabled(false);
    }

    private void look(byte[] bytes) {
        forget();
        OrpImport found = lists.previewOrps(bytes);
        if (!found.isPossible()) {
            refuse(getTranslation("orpImport.problems", found.problems().size()));
            found.problems().stream().map(this::line).forEach(list()::add);
            return;
        }
        int added = found.count(OrpChangeKind.ADDED);
        int changed = found.count(OrpChangeKind.CHANGED);
        preview.add(new Paragraph(
                getTranslation("orpImport.summary", added, changed, found.count(OrpChangeKind.UNCHANGED))));
        content = bytes;
        confirm.setEnabled(added + changed > 0);
        if (added + changed > 0) {
            UnorderedList lines = list();
            shown(found.changes()).forEach(change -> lines.add(line(change)));
        }
    }

    private static List<OrpChange> shown(List<OrpChange> changes) {
        return changes.stream()
                .filter(change -> change.kind() != OrpChangeKind.UNCHANGED)
                .limit(SHOWN)
                .toList();
    }

    private UnorderedList list() {
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        preview.add(lines);
        return lines;
    }

    private ListItem line(OrpProblem problem) {
        String what = getTranslation(problem.messageKey(), problem.arguments().toArray());
        // As text: a number of a line has no thousands.
        String line = String.valueOf(problem.line());
        return new ListItem(
                problem.column() == null
                        ? getTranslation("orpImport.at", line, what)
                        : getTranslation("orpImport.at.column", line, problem.column(), what));
    }

    private ListItem line(OrpChange change) {
        Span what = new Span(change.code() + " " + change.after().name());
        OrpData before = change.before();
        if (before != null && !before.name().equals(change.after().name())) {
            Span was = new Span(getTranslation("orpImport.before", before.name()));
            was.addClassName("secondary");
            what.add(was);
        }
        VaadinIcon icon = before == null ? VaadinIcon.PLUS : VaadinIcon.PENCIL;
        return new ListItem(what, Words.tag(icon, Words.of(this, change.kind())));
    }

    private void write() {
        try {
            OrpImport written = lists.importOrps(content);
            close();
            Notification.show(getTranslation(
                    "orpImport.done", written.count(OrpChangeKind.ADDED), written.count(OrpChangeKind.CHANGED)));
            done.run();
        } catch (InvalidInputException e) {
            refuse(getTranslation(e.messageKey(), e.arguments()));
        }
    }

    private void refuse(String message) {
        error.setText(message);
        error.setVisible(true);
    }
}
