package cz.koplan.imports;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupRights;
import cz.koplan.groups.GroupRow;
import cz.koplan.groups.GroupService;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendeeData;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.minutes.MinutesService;
import cz.koplan.minutes.ResolutionData;
import cz.koplan.minutes.Signatories;
import cz.koplan.organisations.OrganisationData;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.reading.MinutesReader;
import cz.koplan.reading.ReadMinutes;
import cz.koplan.reading.SourceFormat;
import cz.koplan.reading.UnreadableFileException;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.files.FileStore;
import cz.koplan.shared.text.Markdown;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.UpdateService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads old minutes from a dropped file over its questions to a meeting. */
@Service
@Transactional
public class ImportService {

    /** What became of a dropped file; {@code known}: the same file was dropped before, and that import is returned. */
    public record Dropped(ImportId id, boolean known) {}

    private static final int LISTED = 500;

    private final ImportRepository imports;
    private final FileStore files;
    private final OrganisationService organisations;
    private final GroupService groups;
    private final GroupRights groupRights;
    private final MeetingService meetings;
    private final MinutesService minutes;
    private final UpdateService updates;
    private final TaskService tasks;
    private final Clock clock;

    ImportService(
            ImportRepository imports,
            FileStore files,
            OrganisationService organisations,
            GroupService groups,
            GroupRights groupRights,
            MeetingService meetings,
            MinutesService minutes,
            UpdateService updates,
            TaskService tasks,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.organisations = organisations;
        this.groups = groups;
        this.groupRights = groupRights;
        this.meetings = meetings;
        this.minutes = minutes;
        this.updates = updates;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Returns the imports the actor may use, open ones first. */
    @PreAuthorize("@importRights.start()")
    @Transactional(readOnly = true)
    public List<ImportRow> rows() {
        return imports.rows(CurrentActor.get().account(), groupRights.coordinated(), LISTED);
    }

    /**
     * Stores a file when it can be read.
     *
     * @throws UnreadableFileException when it cannot; nothing is stored then
     */
    @PreAuthorize("@importRights.start()")
    public Dropped drop(String name, byte[] content) throws UnreadableFileException {
        var account = CurrentActor.get().account();
        String sha256 = FileStore.sha256(content);
        Optional<ImportId> known = imports.known(sha256, account, groupRights.coordinated());
        if (known.isPresent()) {
            return new Dropped(known.get(), true);
        }
        String type =
                mediaType(new MinutesReader().read(name, content).minutes().format());
        var now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        return new Dropped(imports.insert(files.store(name, type, content), sha256, account, now), false);
    }

    /** Returns the file and what was understood of it with what is known by now. */
    @PreAuthorize("@importRights.use(#id)")
    @Transactional(readOnly = true)
    public ImportReview review(ImportId id) {
        return review(find(id));
    }

    private ImportReview review(MinutesImport found) {
        var reading = read(found);
        var understanding = understand(found, reading.minutes());
        List<ImportQuestion> questions = questions(found, understanding);
        return new ImportReview(
                found.id(),
                found.fileName(),
                found.state(),
                reading.source().lines(),
                reading.minutes(),
                found.group(),
                understanding.date().orElse(null),
                understanding.recognised(),
                questions.stream().filter(understanding::isOpen).toList(),
                questions.size(),
                found.meeting());
    }

    private MinutesReader.Reading read(MinutesImport found) {
        try {
            return new MinutesReader().read(found.fileName(), files.read(found.file()));
        } catch (UnreadableFileException e) {
            throw new IllegalStateException("The file could be read when it was dropped", e);
        }
    }

    private static String mediaType(SourceFormat format) {
        return switch (format) {
            case TXT -> "text/plain";
            case DOCX -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        };
    }

    private Understanding understand(MinutesImport found, ReadMinutes read) {
        return new Understanding(
                read, new OrganisationDirectory(organisations.names()), found.answers(), found.group());
    }

    private List<ImportQuestion> questions(MinutesImport found, Understanding understanding) {
        List<GroupId> own = groupRights.coordinated();
        List<GroupRow> choice =
                groups.rows().stream().filter(row -> own.contains(row.id())).toList();
        GroupId group = found.group();
        List<MeetingId> sameDay = group == null
                ? List.of()
                : understanding.date().map(day -> meetings.on(group, day)).orElse(List.of());
        return understanding.questions(choice, sameDay);
    }

    private MinutesImport find(ImportId id) {
        return imports.find(id).orElseThrow(() -> new NotFoundException(id));
    }

    private MinutesImport findOpen(ImportId id) {
        MinutesImport found = find(id);
        if (found.state() != ImportState.OPEN) {
            throw new InvalidInputException("imports.notOpen");
        }
        return found;
    }

    /** @throws AccessDeniedException when the actor does not coordinate the group */
    @PreAuthorize("@importRights.use(#id)")
    public void chooseGroup(ImportId id, GroupId group) {
        if (!groupRights.coordinates(group)) {
            throw new AccessDeniedException("Not a coordinator of the group");
        }
        imports.setGroup(findOpen(id), group);
    }

    @PreAuthorize("@importRights.use(#id)")
    public void chooseDate(ImportId id, LocalDate date) {
        answer(id, "date", date.toString());
    }

    /** Says which organisation a name means, in this file or, as an alias, in every file to come. */
    @PreAuthorize("@importRights.use(#id)")
    public void chooseOrganisation(ImportId id, String label, OrganisationId organisation, boolean asAlias) {
        if (asAlias) {
            findOpen(id);
            organisations.addAlias(organisation, label);
        }
        answer(id, "organisation:" + label, String.valueOf(organisation.value()));
    }

    /** Creates the organisation under the name that the source uses. */
    @PreAuthorize("@importRights.use(#id)")
    public void createOrganisation(ImportId id, String label, String name) {
        OrganisationId created = organisations.create(OrganisationData.named(name));
        chooseOrganisation(id, label, created, !name.strip().equalsIgnoreCase(label));
    }

    @PreAuthorize("@importRights.use(#id)")
    public void chooseOrganisationOf(ImportId id, String attendee, OrganisationId organisation) {
        answer(id, "attendee:" + attendee, String.valueOf(organisation.value()));
    }

    /** Puts text that fits nowhere under the minutes. */
    @PreAuthorize("@importRights.use(#id)")
    public void keepText(ImportId id, ImportQuestion.UnusedText question) {
        answer(id, question.key(), Answers.KEEP_TEXT);
    }

    /** Settles questions without choosing: names stay as written, text stays in the file only, doubts were looked at. */
    @PreAuthorize("@importRights.use(#id)")
    public void leave(ImportId id, List<ImportQuestion> questions) {
        MinutesImport found = findOpen(id);
        Answers answers = found.answers();
        for (ImportQuestion question : questions) {
            switch (question) {
                case ImportQuestion.WhichGroup group -> throw new InvalidInputException("imports.group.needed");
                case ImportQuestion.WhichDate date -> throw new InvalidInputException("imports.date.needed");
                case ImportQuestion.WhichOrganisation organisation -> answers = asItIs(answers, organisation);
                case ImportQuestion.WhoseAttendee attendee -> answers = asItIs(answers, attendee);
                case ImportQuestion.UnusedText text -> answers = asItIs(answers, text);
                case ImportQuestion.SameDay sameDay -> answers = asItIs(answers, sameDay);
                case ImportQuestion.Doubt doubt -> answers = asItIs(answers, doubt);
            }
        }
        imports.setAnswers(found, answers);
    }

    private static Answers asItIs(Answers answers, ImportQuestion question) {
        return answers.with(question.key(), Answers.AS_IT_IS);
    }

    private void answer(ImportId id, String key, String answer) {
        MinutesImport found = findOpen(id);
        imports.setAnswers(found, found.answers().with(key, answer));
    }

    @PreAuthorize("@importRights.use(#id)")
    public void discard(ImportId id) {
        imports.setState(findOpen(id), ImportState.DISCARDED, Optional.empty());
    }

    /**
     * Makes the meeting: held, with minutes as a draft and their first revision.
     *
     * @throws InvalidInputException while a question is open
     */
    @PreAuthorize("@importRights.use(#id)")
    public MeetingId save(ImportId id) {
        MinutesImport found = findOpen(id);
        var read = read(found).minutes();
        var understanding = understand(found, read);
        LocalDate date = understanding.date().orElse(null);
        if (found.group() == null
                || date == null
                || questions(found, understanding).stream().anyMatch(understanding::isOpen)) {
            throw new InvalidInputException("imports.questionsOpen");
        }
        MeetingId meeting = meetings.createImported(found.group(), meeting(read, date));
        minutes.start(meeting, new Signatories(read.author(), read.verifiedBy()));
        read.attendance()
                .forEach(attendee -> meetings.addAttendee(
                        meeting,
                        new AttendeeData(
                                attendee.name(),
                                null,
                                understanding.organisationOf(attendee).orElse(null),
                                attendee.organisation(),
                                attendee.kind())));
        saveItems(meeting, read, understanding);
        read.tasks()
                .forEach(task -> tasks.add(
                        meeting,
                        new TaskData(
                                Markdown.escape(task.text()),
                                task.owner(),
                                null,
                                Optional.ofNullable(task.owner())
                                        .flatMap(understanding::organisation)
                                        .orElse(null),
                                task.due(),
                                TaskState.OPEN)));
        read.resolutions()
                .forEach(resolution -> minutes.addResolution(
                        meeting, new ResolutionData(resolution.number(), Markdown.escape(resolution.text()))));
        minutes.keepImported(meeting);
        imports.setState(found, ImportState.SAVED, Optional.of(meeting));
        return meeting;
    }

    private static MeetingData meeting(ReadMinutes read, LocalDate date) {
        var next = read.nextMeeting();
        String title = read.title() != null ? read.title() : read.source();
        return new MeetingData(
                title.length() > 300 ? title.substring(0, 299) + "…" : title,
                date,
                read.start(),
                read.end(),
                read.mode(),
                read.place(),
                next == null ? null : next.date(),
                next == null ? null : next.start(),
                next == null ? null : next.place());
    }

    private void saveItems(MeetingId meeting, ReadMinutes read, Understanding understanding) {
        Map<Integer, AgendaItemId> byNumber = new HashMap<>();
        for (var point : read.agenda()) {
            AgendaItemKind kind = read.items().stream()
                    .filter(item -> item.agendaNumber() != null && item.agendaNumber() == point.number())
                    .map(ReadMinutes.Item::kind)
                    .findFirst()
                    .orElse(AgendaItemKind.TOPIC);
            byNumber.put(
                    point.number(),
                    meetings.addAgendaItem(meeting, new AgendaItemData(point.number(), point.title(), kind)));
        }
        var roundTable = new RoundTable(understanding);
        for (var item : read.items()) {
            AgendaItemId onAgenda = item.agendaNumber() == null ? null : byNumber.get(item.agendaNumber());
            AgendaItemId id = onAgenda != null ? onAgenda : addSection(meeting, item.title(), item.kind());
            item.updates().forEach(update -> roundTable.add(id, update));
            item.paragraphs().forEach(paragraph -> minutes.addEntry(meeting, id, Markdown.escape(paragraph.text())));
        }
        roundTable.lines().forEach(line -> updates.add(meeting, line.item(), line.data()));
        List<ReadMinutes.Unused> kept =
                read.unused().stream().filter(understanding::keepsText).toList();
        if (!kept.isEmpty()) {
            AgendaItemId rest = addSection(meeting, null, AgendaItemKind.TOPIC);
            kept.forEach(unused -> minutes.addEntry(meeting, rest, Markdown.escape(unused.text())));
        }
    }

    private AgendaItemId addSection(MeetingId meeting, @Nullable String title, AgendaItemKind kind) {
        return meetings.addAgendaItem(
                meeting, new AgendaItemData(null, title == null ? ReadContent.UNTITLED : title, kind));
    }
}
