package cz.koplan.reading;

import cz.koplan.reading.ReadMinutes.AgendaPoint;
import cz.koplan.reading.ReadMinutes.Attendee;
import cz.koplan.reading.ReadMinutes.Item;
import cz.koplan.reading.ReadMinutes.NextMeeting;
import cz.koplan.reading.ReadMinutes.Question;
import cz.koplan.reading.ReadMinutes.Resolution;
import cz.koplan.reading.ReadMinutes.Task;
import cz.koplan.reading.UnreadableFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file of legacy minutes. Thread-safe. */
public final class MinutesReader {

    /** The record and the extracted lines that its line numbers count. */
    public record Reading(ReadMinutes minutes, SourceText source) {}

    private final @Nullable OrganisationNames known;

    /** Without a directory no label can be checked, so none is reported as unknown. */
    public MinutesReader() {
        this(null);
    }

    public MinutesReader(@Nullable OrganisationNames known) {
        this.known = known;
    }

    public Reading read(Path file) throws UnreadableFileException {
        Path fileName = file.getFileName();
        String name = fileName == null ? file.toString() : fileName.toString();
        try {
            if (!Files.isRegularFile(file)) {
                throw new UnreadableFileException(name, Reason.MISSING);
            }
            if (Files.size(file) > Limits.FILE_BYTES) {
                throw new UnreadableFileException(name, Reason.TOO_LARGE);
            }
            try (InputStream stream = Files.newInputStream(file)) {
                // The file may grow between the two calls.
                return read(name, stream.readNBytes(Limits.FILE_BYTES + 1));
            }
        } catch (IOException e) {
            throw new UnreadableFileException(name, Reason.MISSING);
        }
    }

    public Reading read(String name, byte[] bytes) throws UnreadableFileException {
        SourceText source = extract(name, bytes);
        return new Reading(understand(name, source, new Page(source)), source);
    }

    private static SourceText extract(String name, byte[] bytes) throws UnreadableFileException {
        if (bytes.length == 0) {
            throw new UnreadableFileException(name, Reason.EMPTY);
        }
        if (bytes.length > Limits.FILE_BYTES) {
            throw new UnreadableFileException(name, Reason.TOO_LARGE);
        }
        String start = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\003\004") || start.startsWith("PK\005\006")) {
            return DocxReader.read(name, bytes);
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw new UnreadableFileException(name, oldOffice(bytes));
        }
        if (start.startsWith("%PDF")) {
            throw new UnreadableFileException(name, Reason.PDF);
        }
        if (start.startsWith("{\\rtf")) {
            throw new UnreadableFileException(name, Reason.RTF);
        }
        return PlainTextReader.read(name, bytes);
    }

    /** A DOCX with a password is wrapped in the same container as an old DOC; the names of its streams tell. */
    private static Reason oldOffice(byte[] bytes) {
        String content = new String(bytes, 0, Math.min(bytes.length, 1024 * 1024), StandardCharsets.UTF_16LE);
        String tail = new String(
                bytes,
                Math.max(0, bytes.length - 65_536) & ~1,
                Math.min(bytes.length, 65_536),
                StandardCharsets.UTF_16LE);
        if (content.contains("EncryptedPackage") || tail.contains("EncryptedPackage")) {
            return Reason.ENCRYPTED;
        }
        return content.contains("WordDocument") || tail.contains("WordDocument") ? Reason.OLD_WORD : Reason.BINARY;
    }

    ReadMinutes understand(String name, SourceText source, Page page) {
        List<AgendaPoint> agenda = AgendaRecogniser.recognise(page);
        OrganisationNames directory = known == null ? label -> false : known;
        List<Attendee> attendance = AttendanceRecogniser.recognise(page, directory);
        HeadingRecogniser.Heading heading = HeadingRecogniser.recognise(page);
        SignatureRecogniser.Signatures signatures = SignatureRecogniser.recognise(page);
        DateAndPlaceRecogniser.DateAndPlace when =
                DateAndPlaceRecogniser.recognise(page, heading, firstBodyBlock(page, agenda));

        int evidence = (agenda.isEmpty() ? 0 : 1)
                + (attendance.isEmpty() ? 0 : 1)
                + (heading.meetingNamed() ? 1 : 0)
                + (signatures.author() == null ? 0 : 1)
                + (when.dateSeen() ? 1 : 0);
        if (evidence < 2) {
            return notMinutes(name, source);
        }

        int bodyStart = bodyStart(page, agenda);
        var updates = new UpdateRecogniser(page, known);
        var sections = new SectionRecogniser(page, agenda, bodyStart, updates);
        sections.claimHeadings();
        NextMeeting nextMeeting = NextMeetingRecogniser.recognise(page);
        List<Task> tasks = TaskRecogniser.recognise(page, bodyStart);
        List<Resolution> resolutions = ResolutionRecogniser.recognise(page, bodyStart);
        List<Item> items = sections.read();

        Map<String, Lines> provenance = new LinkedHashMap<>();
        put(provenance, "title", heading.title());
        put(provenance, "group", heading.group());
        put(provenance, "date", when.date());
        put(provenance, "start", when.start());
        put(provenance, "end", when.end());
        put(provenance, "mode", when.mode());
        put(provenance, "place", when.place());
        put(provenance, "author", signatures.author());
        put(provenance, "verifiedBy", signatures.verifiedBy());
        if (nextMeeting != null) {
            provenance.put("nextMeeting", nextMeeting.lines());
        }
        return new ReadMinutes(
                name,
                source.format(),
                text(heading.title()),
                text(heading.group()),
                value(when.date()),
                value(when.start()),
                value(when.end()),
                value(when.mode()),
                text(when.place()),
                agenda,
                attendance,
                items,
                tasks,
                resolutions,
                text(signatures.author()),
                text(signatures.verifiedBy()),
                nextMeeting,
                questions(page, source),
                page.claims().unused(),
                provenance);
    }

    /** The first free paragraph that can only be text of the minutes: a list item, running text, a repeated title. */
    private static int firstBodyBlock(Page page, List<AgendaPoint> agenda) {
        for (Block block : page.blocks()) {
            if (!page.isFree(block) || (page.freeLabel(block) != null && block.mark() == null)) {
                continue;
            }
            String text = page.passage(block).text();
            boolean repeatsAgenda = agenda.stream()
                    .anyMatch(point -> Wording.plain(point.title()).equals(Wording.plain(text)));
            boolean prose = Wording.isProse(text) && CzechDates.dates(text).isEmpty();
            if (block.mark() != null || prose || repeatsAgenda) {
                return block.index();
            }
        }
        return page.blocks().size();
    }

    /** Behind the last claimed paragraph of the head. */
    private static int bodyStart(Page page, List<AgendaPoint> agenda) {
        for (int i = firstBodyBlock(page, agenda) - 1; i >= 0; i--) {
            Block block = page.blocks().get(i);
            Label.Found label = page.freeLabel(block);
            boolean body =
                    page.isFree(block) || (label != null && !label.label().isDateOrPlace());
            if (!body) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Service descriptions and the like: claiming parts of them as minutes would only mislead. */
    private static ReadMinutes notMinutes(String name, SourceText source) {
        var page = new Page(source);
        page.ask("NOT_MINUTES", "Soubor nevypadá jako zápis z jednání.");
        return new ReadMinutes(
                name,
                source.format(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                questions(page, source),
                page.claims().unused(),
                Map.of());
    }

    private static List<Question> questions(Page page, SourceText source) {
        var questions = new ArrayList<Question>();
        source.remarks().forEach(remark -> questions.add(new Question("ENCODING", null, null, remark)));
        page.questions().stream()
                .sorted(Comparator.comparingInt(question ->
                        question.lines() == null ? 0 : question.lines().from()))
                .forEach(questions::add);
        return questions;
    }

    private static void put(Map<String, Lines> provenance, String field, @Nullable Passage passage) {
        if (passage != null) {
            provenance.put(field, passage.lines());
        }
    }

    private static void put(
            Map<String, Lines> provenance, String field, DateAndPlaceRecogniser.@Nullable Single<?> single) {
        if (single != null) {
            provenance.put(field, single.lines());
        }
    }

    private static @Nullable String text(@Nullable Passage passage) {
        return passage == null ? null : passage.text();
    }

    private static <T> @Nullable T value(DateAndPlaceRecogniser.@Nullable Single<T> single) {
        return single == null ? null : single.value();
    }
}
