package cz.koplan.reading;

import cz.koplan.meetings.MeetingMode;
import cz.koplan.reading.CzechDates.DateFound;
import cz.koplan.reading.CzechDates.Doubt;
import cz.koplan.reading.CzechDates.TimeFound;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When, where and in which mode the meeting was held, from the head of the minutes. */
final class DateAndPlaceRecogniser {

    record Single<T>(T value, Lines lines) {}

    record DateAndPlace(
            @Nullable Single<LocalDate> date,
            @Nullable Single<LocalTime> start,
            @Nullable Single<LocalTime> end,
            @Nullable Single<MeetingMode> mode,
            @Nullable Passage place,
            boolean dateSeen) {}

    /** A part of the head under one label (null: under none). */
    private record Segment(@Nullable Label label, boolean namesPlace, Passage passage) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ONLINE = Pattern.compile(
            "(?<!\\p{L})(?:on-?line(?: form(?:ou|a|ě))?|distanč\\p{L}{1,3}(?: form(?:ou|a|ě))?|vzdáleně|"
                    + "videokonferen\\p{L}{1,3}|"
                    + "(?:přes |pomocí |prostřednictvím |v |na )?(?:aplikac\\p{L}{1,2} |platform\\p{L}{1,2} |"
                    + "prostředí )?"
                    + "(?:(?:MS |Microsoft )?Teams|Zoom(?:u|em)?|(?:Google )?Meet(?:u)?|Webex|Jitsi|"
                    + "Skype))(?!\\p{L})",
            FLAGS);
    private static final Pattern IN_PERSON = Pattern.compile(
            "(?<!\\p{L})(?:prezenčně|prezenční(?! listin)|osobně|osobní (?:setkání|jednání))(?: form(?:ou|a|"
                    + "ě))?(?!\\p{L})",
            FLAGS);
    private static final Pattern HYBRID = Pattern.compile(
            "(?<!\\p{L})(?:hybrid\\p{L}{1,4}|kombinovan\\p{L}{1,2})(?: form(?:ou|a|ě))?(?!\\p{L})", FLAGS);
    /** How the name of a place begins. */
    static final Pattern PLACE = Pattern.compile(
            "(?<!\\p{L})(?:v |ve |na )?(?:(?:velk|mal)\\p{L}{1,3} )?(?:zasedac\\p{L}{1,2} (?:místnost|sál)|"
                    + "konferenční\\p{L}? |"
                    + "magistrát|radnic|(?:krajsk|městsk)\\p{L}{1,3} úřad|obecní\\p{L}{0,2} úřad|úřad|budov|sál|"
                    + "kancelář|"
                    + "klubovn|knihovn|komunitní\\p{L}{0,2} centr|učebn|prostor|místnost)",
            FLAGS);

    private DateAndPlaceRecogniser() {}

    /** Looks into the free paragraphs before {@code bodyStart}. */
    static DateAndPlace recognise(Page page, HeadingRecogniser.Heading heading, int bodyStart) {
        var segments = new ArrayList<Segment>();
        for (Block block : page.blocks().subList(0, bodyStart)) {
            boolean valueOfLabel = !segments.isEmpty()
                    && segments.getLast()
                            .passage()
                            .lines()
                            .contains(block.first().number());
            if (!valueOfLabel) {
                segments.addAll(segments(page, block, heading));
            }
        }
        Single<LocalDate> date = date(page, segments, heading.title());
        Set<Label> starts = EnumSet.of(Label.DATE, Label.TIME, Label.PLACE);
        Single<LocalTime> start = null;
        Single<LocalTime> end = null;
        for (Segment segment : segments) {
            for (TimeFound time : CzechDates.times(
                    segment.passage().text(), CzechDates.dates(segment.passage().text()))) {
                Passage passage = segment.passage().slice(time.start(), time.end());
                boolean isEnd = segment.label() == Label.END
                        || (start != null && end == null && startsWithUntil(segment, time));
                boolean isStart =
                        !isEnd && start == null && (segment.label() == null || starts.contains(segment.label()));
                if (isEnd && end == null) {
                    end = new Single<>(time.from(), passage.lines());
                    page.converted(passage);
                } else if (isStart) {
                    start = new Single<>(time.from(), passage.lines());
                    if (time.to() != null) {
                        end = new Single<>(time.to(), passage.lines());
                    }
                    page.converted(passage);
                } else if (start == null || !start.value().equals(time.from())) {
                    page.ask("TWO_TIMES", passage, "V záhlaví je více časů; který z nich je začátek setkání?");
                }
            }
        }
        Single<MeetingMode> mode = mode(page, segments, heading.title());
        Passage place = place(page, segments, heading);
        boolean dateSeen = date != null
                || page.questions().stream().anyMatch(q -> q.about().contains("DATE"));
        if (!dateSeen) {
            page.ask("NO_DATE", "V záhlaví není datum setkání.");
        }
        return new DateAndPlace(date, start, end, mode, place, dateSeen);
    }

    private static boolean startsWithUntil(Segment segment, TimeFound time) {
        String before = segment.passage().text().substring(Math.max(0, time.start() - 4), time.start());
        return segment.passage().text().startsWith("do ", time.start())
                || before.strip().endsWith("–")
                || before.strip().endsWith("-");
    }

    /** Claims the labels of a paragraph and cuts it at them. */
    private static List<Segment> segments(Page page, Block block, HeadingRecogniser.Heading heading) {
        if (block.mark() != null && page.freeLabel(block) == null) {
            return List.of();
        }
        Passage passage = page.isFree(block) ? page.passage(block) : behindTitle(page, block, heading);
        Label.Found first = Label.of(passage.text());
        if (first == null) {
            boolean letterhead = heading.title() != null && block.index() < heading.lastBlock();
            boolean unsuited = letterhead || passage.isEmpty() || passage.text().length() > 400;
            return unsuited ? List.of() : List.of(new Segment(null, false, passage));
        }
        if (!first.label().isDateOrPlace()) {
            return List.of();
        }
        var found = new ArrayList<>(List.of(first));
        found.addAll(Label.inside(passage.text(), first.end()));
        var segments = new ArrayList<Segment>();
        for (int i = 0; i < found.size(); i++) {
            Label.Found label = found.get(i);
            int end = i + 1 < found.size()
                    ? found.get(i + 1).start()
                    : passage.text().length();
            Passage content = passage.slice(label.end(), end);
            Block next = page.after(block);
            if (content.isEmpty() && next != null && !next.afterGap() && page.freeLabel(next) == null) {
                content = page.passage(next);
            }
            boolean plain =
                    next == null || next.mark() == null && content.text().length() <= 200;
            if (label.label().isDateOrPlace()
                    && !content.isEmpty()
                    && plain
                    && page.claims().isFree(content)) {
                page.label(passage.slice(label.start(), label.end()));
                boolean place = label.wording().toLowerCase(Locale.ROOT).contains("míst");
                segments.add(new Segment(label.label(), place || label.label() == Label.PLACE, content));
            }
        }
        return segments;
    }

    /** Date and place may follow the title on its own line. */
    private static Passage behindTitle(Page page, Block block, HeadingRecogniser.Heading heading) {
        Passage passage = page.passage(block);
        Passage title = heading.title();
        if (title == null || !passage.text().startsWith(title.text())) {
            return passage.slice(0, 0);
        }
        Passage rest = passage.from(title.text().length()).trimmed(".,;–—-");
        return page.claims().isFree(rest) ? rest : passage.slice(0, 0);
    }

    private static @Nullable Single<LocalDate> date(Page page, List<Segment> segments, @Nullable Passage title) {
        var sure = new LinkedHashSet<LocalDate>();
        var passages = new ArrayList<Passage>();
        for (Segment segment : segments) {
            for (DateFound found : CzechDates.dates(segment.passage().text())) {
                Passage passage = segment.passage().slice(found.start(), found.end());
                if (found.value() != null && found.doubt() == Doubt.NONE) {
                    sure.add(found.value());
                    passages.add(passage);
                } else {
                    ask(page, found, passage);
                }
            }
        }
        Passage inTitle = null;
        if (title != null) {
            for (DateFound found : CzechDates.dates(title.text())) {
                Passage passage = title.slice(found.start(), found.end());
                if (found.value() != null && found.doubt() == Doubt.NONE) {
                    sure.add(found.value());
                    inTitle = passage;
                } else {
                    ask(page, found, passage);
                }
            }
        }
        if (sure.isEmpty()) {
            return null;
        }
        if (sure.size() > 1) {
            Passage all = Passage.join(passages.isEmpty() && inTitle != null ? List.of(inTitle) : passages);
            page.ask("TWO_DATES", all, "V záhlaví jsou různá data: " + czech(sure) + ". Kdy se setkání konalo?");
            return null;
        }
        passages.forEach(page::converted);
        Passage origin = passages.isEmpty() ? inTitle : passages.getFirst();
        return origin == null ? null : new Single<>(sure.getFirst(), origin.lines());
    }

    private static String czech(Set<LocalDate> dates) {
        return String.join(
                ", ",
                dates.stream()
                        .map(date -> date.getDayOfMonth() + ". " + date.getMonthValue() + ". " + date.getYear())
                        .toList());
    }

    private static void ask(Page page, DateFound found, Passage passage) {
        switch (found.doubt()) {
            case NO_YEAR -> page.ask("DATE_WITHOUT_YEAR", passage, "U data chybí rok.");
            case SHORT_YEAR -> page.ask("DATE_SHORT_YEAR", passage, "Rok má jen dvě číslice; který to je?");
            case NO_SUCH_DAY -> page.ask("DATE_IMPOSSIBLE", passage, "Takový den v kalendáři není.");
            case WRONG_WEEKDAY -> page.ask("DATE_WRONG_WEEKDAY", passage, "Datum nepřipadá na uvedený den v týdnu.");
            case NONE -> {}
        }
    }

    private static @Nullable Single<MeetingMode> mode(Page page, List<Segment> segments, @Nullable Passage title) {
        var said = EnumSet.noneOf(MeetingMode.class);
        var passages = new ArrayList<Passage>();
        for (Segment segment : segments) {
            collectModes(segment.passage(), said, passages);
        }
        passages.forEach(page::converted);
        if (said.isEmpty() && title != null) {
            collectModes(title, said, passages);
        }
        if (said.isEmpty()) {
            return null;
        }
        MeetingMode mode =
                said.size() > 1 ? MeetingMode.HYBRID : said.iterator().next();
        Lines lines = passages.stream().map(Passage::lines).reduce(Lines::plus).orElseThrow();
        return new Single<>(mode, lines);
    }

    private static void collectModes(Passage passage, Set<MeetingMode> said, List<Passage> passages) {
        collect(ONLINE, MeetingMode.ONLINE, passage, said, passages);
        collect(IN_PERSON, MeetingMode.IN_PERSON, passage, said, passages);
        collect(HYBRID, MeetingMode.HYBRID, passage, said, passages);
    }

    private static void collect(
            Pattern pattern, MeetingMode mode, Passage passage, Set<MeetingMode> said, List<Passage> passages) {
        Matcher matcher = pattern.matcher(passage.text());
        while (matcher.find()) {
            said.add(mode);
            passages.add(passage.slice(matcher.start(), matcher.end()));
        }
    }

    private static @Nullable Passage place(Page page, List<Segment> segments, HeadingRecogniser.Heading heading) {
        for (Segment segment : segments) {
            if (segment.namesPlace()) {
                for (Passage piece : freePieces(page, segment.passage())) {
                    return page.value(piece);
                }
            }
        }
        Lines title = heading.title() == null ? null : heading.title().lines();
        for (Segment segment : segments) {
            boolean letterhead = title == null || segment.passage().lines().from() <= title.to();
            if (segment.label() != null && segment.label() != Label.PLACE || !letterhead) {
                for (Passage piece : freePieces(page, segment.passage())) {
                    Matcher word = PLACE.matcher(piece.text());
                    if (word.find() && !Wording.isProse(piece.text())) {
                        return page.value(piece.from(word.start()).trimmed(".,;"));
                    }
                }
            }
        }
        return null;
    }

    /** What is left of the passage between the claimed dates, times and modes, without separators. */
    private static List<Passage> freePieces(Page page, Passage passage) {
        var pieces = new ArrayList<Passage>();
        int from = 0;
        for (int i = 0; i <= passage.text().length(); i++) {
            boolean end = i == passage.text().length();
            if (end || (passage.text().charAt(i) != ' ' && !page.claims().isFree(passage.slice(i, i + 1)))) {
                Passage piece = passage.slice(from, i).trimmed(" ,;:–—-(");
                if (piece.text().endsWith(")") && piece.text().indexOf('(') < 0) {
                    piece = piece.trimmed(")");
                }
                if (piece.text().codePoints().anyMatch(Character::isLetter)) {
                    pieces.add(piece);
                }
                from = i + 1;
            }
        }
        return pieces;
    }
}
