package cz.koplan.desk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AttendanceBoard;
import cz.koplan.meetings.AttendanceId;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.AttendanceLine;
import cz.koplan.meetings.AttendanceService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.Quorum;
import cz.koplan.organisations.TriadRole;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.files.FileStore;
import cz.koplan.shared.ui.Words;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is at the meeting. What is shown changes in place, so that whoever works with the keyboard stays where they are;
 * {@code attendance.js} draws the rows, moves between them and turns keys into presses of buttons.
 */
class AttendancePanel extends Section {

    static final String ROW = "event.detail.row";
    static final String MARK = "event.detail.mark";

    private static final String KEYS = "attendance-keys";

    /** Where the script puts the name of the row. */
    private static final String NAME = "{name}";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AttendanceService attendance;
    private final MeetingId meeting;
    private final boolean writable;
    private final Runnable changed;

    private final H2 heading = new H2();
    private final Icon quorumIcon = new Icon();
    private final Span quorum = new Span();
    private final Div quorumLine = fact(quorumIcon, quorum);
    private final Icon triadIcon = new Icon();
    private final Span triad = new Span();
    private final Div triadLine = fact(triadIcon, triad);
    private final UnorderedList members = list();
    private final Paragraph nobody = new Paragraph(getTranslation("attendance.empty"));
    private final H3 guestsHeading = new H3();
    private final UnorderedList guests = list();
    private final Map<AttendanceId, AttendanceItem> items = new HashMap<>();
    private final TextField guestName = new TextField(getTranslation("attendance.guest.name"));
    private final TextField guestOrganisation = new TextField(getTranslation("attendance.guest.organisation"));
    private final Anchor scan = new Anchor();
    private final Button removeScan =
            Words.iconButton(VaadinIcon.CLOSE_SMALL, getTranslation("attendance.scan.remove"), this::askToRemoveScan);
    private final Paragraph refused = new Paragraph();
    private List<AgendaItem> agenda = List.of();

    /** @param changed runs after something was written, and is to {@link #show} what is stored now */
    AttendancePanel(AttendanceService attendance, MeetingId meeting, boolean writable, Runnable changed) {
        this.attendance = attendance;
        this.meeting = meeting;
        this.writable = writable;
        this.changed = changed;

        addClassName("attendance");
        nobody.addClassName("secondary");
        members.getElement().setAttribute("aria-label", getTranslation("attendance.members"));
        guests.getElement().setAttribute("aria-label", getTranslation("attendance.guests.label"));
        add(heading, quorumLine, triadLine, nobody, members, guestsHeading, guests);
        if (writable) {
            Paragraph keys = new Paragraph(getTranslation("attendance.keys"));
            keys.setId(KEYS);
            keys.addClassName("attendance-keys");
            members.getElement().setAttribute("aria-describedby", KEYS);
            add(keys, guestForm());
            hearMarks();
        }
        add(papers());
    }

    /** Tells the script what the buttons of the rows say, and hears which one was pressed. */
    private void hearMarks() {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put(
                "marks",
                List.of(
                        mark(AttendanceKind.PRESENT, "attendance.present", "attendance.present.key"),
                        mark(AttendanceKind.EXCUSED, "attendance.excused", "attendance.excused.key"),
                        mark(AttendanceKind.ABSENT, "attendance.absent", "attendance.absent.key")));
        words.put("of", getTranslation("attendance.of", NAME));
        words.put("more", getTranslation("attendance.more", NAME));
        words.put("remove", getTranslation("attendance.guest.remove", NAME));
        getElement().setAttribute("data-words", JSON.writeValueAsString(words));
        getElement()
                .addEventListener("attendance-mark", event -> {
                    JsonNode data = event.getEventData();
                    AttendanceItem item =
                            items.get(new AttendanceId(data.get(ROW).asLong()));
                    if (item != null) {
                        mark(item.line(), data.get(MARK).asString());
                    }
                })
                .addEventData(ROW)
                .addEventData(MARK);
    }

    private Map<String, String> mark(AttendanceKind kind, String word, String keyName) {
        String key = getTranslation(keyName);
        return Map.of(
                "kind",
                kind.name(),
                "key",
                key,
                "label",
                getTranslation("attendance.mark", getTranslation(word), NAME),
                "title",
                getTranslation("attendance.mark.key", getTranslation(word), key));
    }

    /** Pressed once more, the button takes the mark back. */
    private void mark(AttendanceLine line, String mark) {
        switch (mark) {
            case "more" -> open(line);
            case "remove" -> removeGuest(line);
            default -> {
                AttendanceKind kind = AttendanceKind.valueOf(mark);
                change(() -> attendance.note(meeting, line.id(), line.kind() == kind ? AttendanceKind.EXPECTED : kind));
            }
        }
    }

    private static Div fact(Icon icon, Span words) {
        Div line = new Div(icon, words);
        line.addClassName("attendance-fact");
        return line;
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("attendance-list");
        return list;
    }

    private Component guestForm() {
        guestName.setMaxLength(200);
        guestOrganisation.setMaxLength(200);
        Button add = new Button(getTranslation("attendance.guest.add"), VaadinIcon.PLUS.create(), click -> addGuest());
        add.addThemeVariants(ButtonVariant.TERTIARY);
        Div form = new Div(guestName, guestOrganisation, add);
        form.addClassName("attendance-guest");
        // Leaving the field first sends what was typed last.
        add.addClickShortcut(Key.ENTER).listenOn(form).resetFocusOnActiveElement();
        return form;
    }

    private Component papers() {
        Anchor sheet = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] content = attendance.sheet(meeting);
                    return new DownloadResponse(
                            new ByteArrayInputStream(content),
                            "prezencni-listina-" + meeting.value() + ".pdf",
                            "application/pdf",
                            content.length);
                }),
                AttachmentType.DOWNLOAD,
                getTranslation("attendance.sheet"));
        scan.setHref(
                DownloadHandler.fromInputStream(event -> attendance
                        .scan(meeting)
                        .map(found -> new DownloadResponse(
                                new ByteArrayInputStream(found.content()),
                                found.name(),
                                found.mediaType(),
                                found.content().length))
                        .orElseGet(() -> DownloadResponse.error(404))),
                AttachmentType.DOWNLOAD);
        refused.addClassName("form-error");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        Div scanLine = new Div(scan);
        scanLine.addClassName("line");
        Footer footer = new Footer(sheet, scanLine, refused);
        footer.addClassName("attendance-papers");
        if (writable) {
            scanLine.add(removeScan);
            footer.add(upload());
        }
        return footer;
    }

    private Upload upload() {
        Upload upload = new Upload();
        upload.setUploadHandler(UploadHandler.inMemory((metadata, content) -> {
            attach(metadata.fileName(), content);
            upload.clearFileList();
        }));
        upload.setAcceptedFileExtensions(".pdf", ".png", ".jpg", ".jpeg");
        upload.setMaxFileSize(FileStore.MAX_BYTES);
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button(getTranslation("attendance.scan.attach"), VaadinIcon.UPLOAD_ALT.create()));
        upload.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("attendance.scan.tooBig"))
                        .setIncorrectFileType(getTranslation("attendance.scan.unusable"))));
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        return upload;
    }

    /** Keys are heard in the browser, where moving from row to row needs no server. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJavaScript("context://scripts/attendance.js");
    }

    /** Shows what is stored now; rows that are there stay and change in place. */
    void show(AttendanceBoard board, List<AgendaItem> agenda) {
        this.agenda = agenda;
        heading.setText(getTranslation(
                "attendance.heading",
                board.count(AttendanceKind.PRESENT),
                board.lines().size()));
        Optional<Quorum> counted =
                board.currentItem() == null ? board.quorum() : board.quorumAt(board.currentItem(), agenda);
        quorumLine.setVisible(counted.isPresent());
        counted.ifPresent(this::show);
        showTriad(board);
        nobody.setVisible(board.lines().isEmpty());
        show(board.lines(), members);
        guestsHeading.setText(getTranslation("attendance.guests", board.guests().size()));
        guestsHeading.setVisible(!board.guests().isEmpty());
        show(board.guests(), guests);
        showScan(board);
    }

    private void show(Quorum counted) {
        quorumIcon.setIcon(counted.reached() ? VaadinIcon.CHECK : VaadinIcon.WARNING);
        quorumLine.setClassName("warning", !counted.reached());
        quorum.setText(
                counted.members() == 0
                        ? getTranslation("attendance.quorum.noMembers")
                        : counted.reached()
                                ? getTranslation("attendance.quorum.reached", counted.present(), counted.needed())
                                : getTranslation("attendance.quorum.missing", counted.present(), counted.needed()));
    }

    private void showTriad(AttendanceBoard board) {
        Map<TriadRole, Integer> present = board.triad();
        String sides = getTranslation(
                "attendance.triad.sides",
                present.get(TriadRole.COMMISSIONER),
                present.get(TriadRole.PROVIDER),
                present.get(TriadRole.USER));
        boolean whole = !present.containsValue(0);
        triadIcon.setIcon(whole ? VaadinIcon.CHECK : VaadinIcon.INFO_CIRCLE_O);
        triad.setText(getTranslation(whole ? "attendance.triad.whole" : "attendance.triad.partial", sides));
        triadLine.setVisible(board.lines().stream().anyMatch(line -> line.role() != null));
    }

    private void showScan(AttendanceBoard board) {
        String name = board.scan();
        scan.setText(name == null ? "" : getTranslation("attendance.scan", name));
        scan.setVisible(name != null);
        removeScan.setVisible(name != null);
    }

    private void show(List<AttendanceLine> lines, UnorderedList list) {
        List<AttendanceId> wanted = lines.stream().map(AttendanceLine::id).toList();
        items.entrySet().removeIf(shown -> {
            boolean gone = !wanted.contains(shown.getKey())
                    && shown.getValue().getParent().filter(list::equals).isPresent();
            if (gone) {
                list.remove(shown.getValue());
            }
            return gone;
        });
        for (int i = 0; i < lines.size(); i++) {
            AttendanceLine line = lines.get(i);
            AttendanceItem item = items.get(line.id());
            if (item == null) {
                item = new AttendanceItem(line);
                items.put(line.id(), item);
                list.addComponentAtIndex(i, item);
            }
            item.show(line, agenda);
        }
    }

    private void open(AttendanceLine line) {
        AttendanceDialog.open(attendance, meeting, line, agenda, this, changed);
    }

    private void addGuest() {
        try {
            change(() -> attendance.addGuest(meeting, guestName.getValue(), guestOrganisation.getValue()));
            guestName.setInvalid(false);
            guestName.clear();
            guestOrganisation.clear();
        } catch (InvalidInputException e) {
            guestName.setErrorMessage(getTranslation(e.messageKey(), e.arguments()));
            guestName.setInvalid(true);
        }
        guestName.focus();
    }

    private void removeGuest(AttendanceLine guest) {
        change(() -> attendance.removeGuest(meeting, guest.id()));
        guestName.focus();
    }

    private void attach(String name, byte[] content) {
        refused.setVisible(false);
        try {
            change(() -> attendance.attachScan(meeting, name, content));
        } catch (InvalidInputException e) {
            refuse(getTranslation(e.messageKey(), e.arguments()));
        }
    }

    private void refuse(String message) {
        refused.setText(message);
        refused.setVisible(true);
    }

    private void askToRemoveScan() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("attendance.scan.remove"));
        dialog.setText(getTranslation("attendance.scan.remove.text", scan.getText()));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("action.cancel"));
        dialog.setConfirmText(getTranslation("action.remove"));
        dialog.addConfirmListener(confirmed -> change(() -> attendance.removeScan(meeting)));
        dialog.open();
    }

    /** What could not be written shows as it is stored, too: perhaps somebody else was faster. */
    private void change(Runnable work) {
        try {
            work.run();
        } finally {
            changed.run();
        }
    }

    /** A name with what the person is, as in {@code Eva Malá (náhradník)}. */
    static String named(String name, String capacity) {
        return name + " (" + capacity.toLowerCase(Locale.ROOT) + ")";
    }
}
