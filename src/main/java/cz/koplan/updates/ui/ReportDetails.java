package cz.koplan.updates.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import cz.koplan.shared.files.Attachment;
import cz.koplan.shared.ui.Words;
import cz.koplan.updates.ConversionService;
import cz.koplan.updates.Outcome;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.ReportFile;
import cz.koplan.updates.ReportFileId;
import cz.koplan.updates.Signal;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Everything of a report besides its text. */
class ReportDetails extends Div {

    /** Reads a file when somebody takes it away. */
    @FunctionalInterface
    interface Files extends Serializable {
        ReportFile.Content read(ReportFileId file);
    }

    private static final ZoneId CZECH_TIME = ZoneId.of("Europe/Prague");

    ReportDetails(ProviderUpdate update, List<Outcome> outcomes, Files files, ConversionService conversions) {
        ProviderUpdate.Report report = update.report();
        addClassName("report");
        report.signals().stream()
                .filter(signal -> signal != Signal.FREE_PLACES || report.freePlaces() == null)
                .forEach(signal -> add(Words.tag(VaadinIcon.FLAG, Words.of(this, signal))));
        if (report.freePlaces() != null) {
            add(Words.tag(VaadinIcon.FLAG, getTranslation("updates.freePlaces", report.freePlaces())));
        }
        report.files().forEach(file -> add(file(file, files)));
        if (report.submittedAt() != null && report.submittedBy() != null) {
            add(note(getTranslation("updates.submitted", report.submittedBy(), when(report.submittedAt()))));
        }
        if (report.drafting() && report.draftBy() != null && report.draftAt() != null) {
            Span drafting = Words.tag(
                    VaadinIcon.PENCIL, getTranslation("updates.drafting", report.draftBy(), when(report.draftAt())));
            drafting.addClassName("drafting");
            add(drafting);
        }
        if (!outcomes.isEmpty()) {
            add(new OutcomeList(outcomes, conversions));
        }
        setVisible(getComponentCount() > 0);
    }

    private static Span note(String words) {
        Span note = new Span(words);
        note.addClassName("secondary");
        return note;
    }

    private String when(LocalDateTime utc) {
        LocalDateTime local =
                utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(CZECH_TIME).toLocalDateTime();
        return Words.day(local.toLocalDate(), getLocale()) + " " + Words.time(local.toLocalTime(), getLocale());
    }

    private static Div file(ReportFile file, Files files) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    ReportFile.Content content = files.read(file.id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(content.bytes()),
                            content.name(),
                            Attachment.MEDIA_TYPE,
                            content.bytes().length);
                }),
                AttachmentType.DOWNLOAD,
                file.name());
        Div row = new Div(VaadinIcon.PAPERCLIP.create(), link);
        row.addClassName("file");
        return row;
    }
}
