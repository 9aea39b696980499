package cz.koplan.minutes;

import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.minutes.MinutesContent.Entry;
import cz.koplan.minutes.MinutesContent.Item;
import cz.koplan.minutes.MinutesContent.NextMeeting;
import cz.koplan.minutes.MinutesContent.Resolution;
import cz.koplan.minutes.MinutesContent.Signatory;
import cz.koplan.minutes.MinutesContent.Task;
import cz.koplan.minutes.MinutesContent.Update;
import cz.koplan.pdf.DocumentInfo;
import cz.koplan.pdf.Logo;
import cz.koplan.pdf.TaggedPdf;
import cz.koplan.shared.text.CzechDates;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.text.TextBlock;
import cz.koplan.shared.text.TextRun;
import cz.koplan.updates.UpdateOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Minutes as a PDF that is PDF/UA-1 and PDF/A-2a at once.
 *
 * <p>Everything shown passes through {@link Audience} first, so what the public may not read does not reach the writer
 * and cannot lie hidden in the file. Parts without content are left out.
 */
public final class MinutesPdf {

    private static final String UNTITLED = "Zápis z jednání";

    /** Attendees that take more characters than this, about three lines, get a line each. */
    private static final int LONGEST_ATTENDANCE = 280;

    private static final List<TextBlock> HIDDEN =
            List.of(new TextBlock.Paragraph(List.of(TextRun.plain(InternalPassages.REPLACEMENT))));

    private static final Locale CZECH = Locale.of("cs");

    private final MinutesContent minutes;
    private final Audience audience;
    private final TaggedPdf pdf;

    private MinutesPdf(MinutesContent minutes, Audience audience, Instant stamp) {
        this.minutes = minutes;
        this.audience = audience;
        String group = audience.plain(minutes.group());
        String date = minutes.date() == null ? "" : CzechDates.inWords(minutes.date());
        this.pdf = new TaggedPdf(new DocumentInfo(title(), group, group.isEmpty() ? title() : group, date, stamp));
    }

    /** {@code stamp} is the moment written into the file; the same minutes and stamp give the same bytes. */
    public static byte[] render(MinutesContent minutes, Audience audience, @Nullable Logo logo, Instant stamp) {
        return new MinutesPdf(minutes, audience, stamp).render(logo);
    }

    public static void write(
            MinutesContent minutes, Audience audience, @Nullable Logo logo, Instant stamp, OutputStream out)
            throws IOException {
        out.write(render(minutes, audience, logo, stamp));
    }

    private byte[] render(@Nullable Logo logo) {
        if (logo != null) {
            pdf.logo(logo);
        }
        titleBlock();
        agenda();
        attendance();
        minutes.items().forEach(this::item);
        tasks();
        resolutions();
        nextMeeting();
        signatures();
        return pdf.toBytes();
    }

    private String title() {
        String title = audience.plain(minutes.title());
        return title.isEmpty() ? UNTITLED : title;
    }

    private void titleBlock() {
        pdf.heading(1, title()).rule();
        String group = audience.plain(minutes.group());
        if (!title().toLowerCase(CZECH).contains(group.toLowerCase(CZECH))) {
            fact(group);
        }
        LocalDate date = minutes.date();
        LocalTime start = minutes.start();
        LocalTime end = minutes.end();
        if (date != null) {
            fact("Datum: " + CzechDates.weekday(date) + " " + CzechDates.meeting(date, start, end));
        } else if (start != null) {
            fact("Čas: " + (end == null ? CzechDates.time(start) + " hod." : CzechDates.span(start, end)));
        }
        if (minutes.mode() != null) {
            fact("Způsob konání: " + mode(minutes.mode()));
        }
        String place = audience.plain(minutes.place());
        fact(place.isEmpty() ? "" : "Místo: " + place);
    }

    private void fact(String text) {
        if (!text.isEmpty()) {
            pdf.fact(text);
        }
    }

    static String mode(MeetingMode mode) {
        return switch (mode) {
            case IN_PERSON -> "prezenčně";
            case ONLINE -> "online";
            case HYBRID -> "hybridně";
        };
    }

    private void agenda() {
        List<TaggedPdf.Item> agenda = minutes.items().stream()
                .filter(item -> item.number() != null)
                .map(item -> new TaggedPdf.Item(item.number() + ".", plainBlock(itemTitle(item))))
                .toList();
        if (!agenda.isEmpty()) {
            pdf.heading(2, "Program").labelled(agenda);
        }
    }

    private String itemTitle(Item item) {
        String title = audience.plain(item.title());
        return title.isEmpty() && item.number() != null ? "Bod " + item.number() : title;
    }

    private void attendance() {
        boolean first = true;
        for (AttendanceKind kind : AttendanceKind.values()) {
            List<String> entries = AttendanceWording.entries(minutes, kind, audience);
            if (entries.isEmpty()) {
                continue;
            }
            if (first) {
                pdf.heading(2, "Účast");
                first = false;
            }
            String label = AttendanceWording.heading(kind) + ":";
            String together = String.join("; ", entries);
            if (together.length() <= LONGEST_ATTENDANCE) {
                pdf.paragraph(List.of(TextRun.bold(label), TextRun.plain(" " + together)));
            } else {
                pdf.paragraph(List.of(TextRun.bold(label))).blocks(bullets(entries));
            }
        }
    }

    private static List<TextBlock> bullets(List<String> entries) {
        List<List<TextBlock>> items =
                entries.stream().map(MinutesPdf::plainBlock).toList();
        return List.of(new TextBlock.Listing(false, 1, items));
    }

    private void item(Item item) {
        List<TextBlock> said = new ArrayList<>(updates(item.updates()));
        item.entries().forEach(entry -> said.addAll(entry(entry)));
        item.resolutions().forEach(resolution -> said.addAll(resolution(resolution)));
        item.tasks().forEach(task -> said.addAll(task(task)));
        String title = itemTitle(item);
        // A numbered item without content is already in the agenda; the title of another one stands only here.
        if (!title.isEmpty() && !(said.isEmpty() && item.number() != null)) {
            pdf.heading(2, item.number() == null ? title : item.number() + ". " + title);
        }
        pdf.blocks(said);
    }

    /** Lines with a text are a list; those with an outcome alone are gathered in sentences after it. */
    private List<TextBlock> updates(List<Update> updates) {
        List<List<TextBlock>> items = new ArrayList<>();
        for (Update update : updates) {
            List<TextBlock> text = new ArrayList<>(blocks(update.text()).toList());
            if (audience.hides(update.internal())) {
                if (!text.isEmpty() || update.outcome() != null) {
                    items.add(HIDDEN);
                }
            } else if (!text.isEmpty()) {
                runIn(audience.plain(update.label()), text);
                items.add(text);
            }
        }
        List<TextBlock> all = new ArrayList<>();
        if (!items.isEmpty()) {
            all.add(new TextBlock.Listing(false, 1, items));
        }
        all.addAll(without(updates, UpdateOutcome.NO_NEWS, "Bez novinek"));
        all.addAll(without(updates, UpdateOutcome.ABSENT, "Nepřítomni"));
        return all;
    }

    private List<TextBlock> without(List<Update> updates, UpdateOutcome outcome, String label) {
        String organisations = updates.stream()
                .filter(update -> update.outcome() == outcome)
                .filter(update -> update.text().isBlank() && !audience.hides(update.internal()))
                .map(update -> audience.plain(update.label()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        List<TextBlock> sentence = new ArrayList<>(plainBlock(VoteWording.closed(organisations)));
        if (!sentence.isEmpty()) {
            runIn(label, sentence);
        }
        return sentence;
    }

    private List<TextBlock> entry(Entry entry) {
        List<TextBlock> text = new ArrayList<>(blocks(entry.text()).toList());
        String vote = VoteWording.of(entry.vote(), audience);
        if (text.isEmpty() && vote.isEmpty()) {
            return List.of();
        }
        if (audience.hides(entry.internal())) {
            return HIDDEN;
        }
        if (entry.kind() == EntryKind.DECISION) {
            runIn("Rozhodnutí", text);
        }
        text.addAll(plainBlock(vote));
        return text;
    }

    private List<TextBlock> resolution(Resolution resolution) {
        List<TextBlock> text = resolutionText(resolution);
        if (!text.isEmpty()) {
            String number = audience.plain(resolution.number());
            runIn(
                    "Usnesení" + (number.isEmpty() ? "" : " " + number) + (resolution.withdrawn() ? " (zrušeno)" : ""),
                    text);
        }
        return text;
    }

    private List<TextBlock> resolutionText(Resolution resolution) {
        List<TextBlock> text = new ArrayList<>(blocks(resolution.text()).toList());
        if (text.isEmpty()) {
            return text;
        }
        if (audience.hides(resolution.internal())) {
            return new ArrayList<>(HIDDEN);
        }
        text.addAll(plainBlock(VoteWording.of(resolution.vote(), audience)));
        return text;
    }

    private List<TextBlock> task(Task task) {
        List<TextBlock> text = new ArrayList<>(blocks(task.text()).toList());
        if (text.isEmpty() || audience.hides(task.internal())) {
            return text.isEmpty() ? text : HIDDEN;
        }
        runIn("Úkol", text);
        String owner = who(task.person(), task.organisation(), task.publishName());
        if (!owner.isEmpty()) {
            runOut("Odpovídá", owner, text);
        }
        if (task.due() != null) {
            runOut("Termín", CzechDates.inWords(task.due()), text);
        }
        return text;
    }

    /** The label runs in before the first paragraph. */
    private static void runIn(String label, List<TextBlock> text) {
        if (label.isEmpty()) {
            return;
        }
        TextRun run = TextRun.bold(label.endsWith(".") || label.endsWith(":") ? label + " " : label + ": ");
        if (!text.isEmpty() && text.getFirst() instanceof TextBlock.Paragraph(List<TextRun> runs)) {
            text.set(
                    0,
                    new TextBlock.Paragraph(
                            Stream.concat(Stream.of(run), runs.stream()).toList()));
        } else {
            text.addFirst(new TextBlock.Paragraph(List.of(run)));
        }
    }

    /** The fact is a sentence at the end of the last paragraph. */
    private static void runOut(String label, String fact, List<TextBlock> text) {
        List<TextRun> sentence = List.of(TextRun.bold(" " + label + ": "), TextRun.plain(VoteWording.closed(fact)));
        if (text.getLast() instanceof TextBlock.Paragraph(List<TextRun> runs) && !runs.isEmpty()) {
            List<TextRun> joined = new ArrayList<>(runs);
            TextRun last = joined.removeLast();
            joined.add(new TextRun(
                    VoteWording.closed(last.text().stripTrailing()), last.bold(), last.italic(), last.link()));
            joined.addAll(sentence);
            text.set(text.size() - 1, new TextBlock.Paragraph(joined));
        } else {
            text.add(new TextBlock.Paragraph(sentence));
        }
    }

    private void tasks() {
        List<List<List<TextBlock>>> rows = new ArrayList<>();
        for (Task task : minutes.allTasks()) {
            List<TextBlock> text = blocks(task.text()).toList();
            if (audience.hides(task.internal())) {
                rows.add(List.of(HIDDEN, List.of(), List.of()));
            } else if (!text.isEmpty()) {
                String owner = who(task.person(), task.organisation(), task.publishName());
                String due = task.due() == null ? "" : CzechDates.inWords(task.due());
                rows.add(List.of(text, plainBlock(owner), plainBlock(due)));
            }
        }
        if (!rows.isEmpty()) {
            pdf.heading(2, "Úkoly").table(List.of("Úkol", "Odpovídá", "Termín"), List.of(52f, 27f, 21f), rows);
        }
    }

    /** Those of an item stand there. */
    private void resolutions() {
        List<TaggedPdf.Item> items = new ArrayList<>();
        for (Resolution resolution : minutes.resolutions()) {
            String number = audience.plain(resolution.number());
            List<TextBlock> text = resolutionText(resolution);
            if (!text.isEmpty()) {
                if (resolution.withdrawn()) {
                    runIn("Zrušeno", text);
                }
                items.add(new TaggedPdf.Item(number.isEmpty() ? "•" : number, text));
            }
        }
        if (!items.isEmpty()) {
            pdf.heading(2, "Usnesení").labelled(items);
        }
    }

    private void nextMeeting() {
        NextMeeting next = minutes.nextMeeting();
        if (next == null) {
            return;
        }
        String when = next.date() != null
                ? CzechDates.meeting(next.date(), next.start(), null)
                : next.start() == null ? "" : CzechDates.time(next.start()) + " hod.";
        String text = Stream.of(when, audience.plain(next.place()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        if (!text.isEmpty()) {
            pdf.heading(2, "Příští jednání").fact(text);
        }
    }

    private void signatures() {
        List<TaggedPdf.Signature> signatures = new ArrayList<>();
        addSignature("Zapsal(a)", minutes.author(), signatures);
        addSignature("Ověřil(a)", minutes.verifiedBy(), signatures);
        pdf.signatures(signatures);
    }

    private void addSignature(String label, @Nullable Signatory signatory, List<TaggedPdf.Signature> signatures) {
        if (signatory != null) {
            String who = who(signatory.name(), signatory.organisation(), signatory.publishName());
            if (!who.isEmpty()) {
                signatures.add(new TaggedPdf.Signature(label, who));
            }
        }
    }

    /** Name and organisation, as far as they are known and the audience may read them. */
    private String who(@Nullable String person, @Nullable String organisation, boolean publishName) {
        String name = audience.name(person, publishName);
        String of = audience.plain(organisation);
        if (name.isEmpty() || of.isEmpty()) {
            return name + of;
        }
        return name + ", " + of;
    }

    private Stream<TextBlock> blocks(String markdown) {
        return Markdown.blocks(audience.markdown(markdown)).stream();
    }

    private static List<TextBlock> plainBlock(String text) {
        return text.isEmpty() ? List.of() : List.of(new TextBlock.Paragraph(List.of(TextRun.plain(text))));
    }
}
