package cz.koplan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.reading.ReadMinutes.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Balances a reading against its source: every word of the source stands in exactly one claim or in the unused text,
 * every claim of a value stands in the record, and what is claimed without standing there is a label, a date, a time or
 * a mode and nothing else.
 */
final class Accounting {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]+");
    private static final Pattern LABEL = Pattern.compile(
            "(?s).{0,90}(?::|[–—-]|\\.|)|.{0,60}\\(.{0,30}\\):?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CONVERTED = Pattern.compile(
            "(?:(?:pondělí|úterý|střed[auy]|čtvrtek|pátek|sobota|neděle|po|út|st|čt|pá|so|ne|dne|ze|ve|cca|"
                    + "konan\\p{L}+|od|do|až|v|na|přes|pomocí|prostřednictvím|"
                    + "aplikac\\p{L}+|platform\\p{L}+|prostředí|leden|ledna|únor|února|březen|března|duben|"
                    + "dubna|květen|května|červen|"
                    + "června|červenec|července|srpen|srpna|září|říjen|října|listopad|listopadu|prosinec|"
                    + "prosince|hod|h|hodin\\p{L}*|"
                    + "on|line|online|distanč\\p{L}+|prezenč\\p{L}+|osobn\\p{L}+|hybrid\\p{L}+|"
                    + "kombinovan\\p{L}+|vzdáleně|formou|forma|"
                    + "videokonferen\\p{L}+|MS|Microsoft|Teams|Zoom\\p{L}*|Google|Meetu?|Webex|Jitsi|Skype|"
                    + "jednání|setkání|nikdo|nejsou|"
                    + "žádní|x|ano|ne|omluv\\p{L}*|host\\p{L}*|přítom\\p{L}+|nepřítom\\p{L}+|"
                    + "\\d{1,4})[^\\p{L}\\d]*)+|[^\\p{L}\\d]+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final SourceText source;
    private final Page page;
    private final ReadMinutes minutes;

    private Accounting(SourceText source, Page page, ReadMinutes minutes) {
        this.source = source;
        this.page = page;
        this.minutes = minutes;
    }

    static Accounting of(String name, byte[] bytes) throws UnreadableFileException {
        var reader = new MinutesReader();
        MinutesReader.Reading reading = reader.read(name, bytes);
        SourceText source = reading.source();
        var page = new Page(source);
        ReadMinutes minutes = reader.understand(name, source, page);
        assertThat(minutes).isEqualTo(reading.minutes());
        boolean refused = minutes.questions().stream().anyMatch(q -> q.about().equals("NOT_MINUTES"));
        return new Accounting(source, refused ? new Page(source) : page, minutes);
    }

    ReadMinutes minutes() {
        return minutes;
    }

    void check() {
        var accounted = new ArrayList<String>();
        page.claims().all().forEach(claim -> accounted.add(claim.text()));
        minutes.unused().forEach(unused -> accounted.add(unused.text()));
        Map<String, Integer> inSource = words(source.lines().stream().map(Accounting::withoutMark));
        // The marks of unused lines are listed with them.
        Map<String, Integer> inResult = words(accounted.stream());
        for (SourceLine line : source.lines()) {
            if (line.mark() != null && page.claims().isFree(line)) {
                merge(inSource, line.text().substring(0, line.contentStart()), 1);
            }
        }
        assertThat(inResult).isEqualTo(inSource);

        List<String> values = values().toList();
        for (Claims.Claim claim : page.claims().all()) {
            switch (claim.kind()) {
                case VALUE ->
                    assertThat(values)
                            .as("a claimed value stands in the record")
                            .anyMatch(value -> value.contains(claim.text()));
                case CONVERTED -> assertThat(claim.text()).matches(CONVERTED);
                case LABEL -> assertThat(claim.text()).matches(LABEL);
            }
        }
        int last = Math.max(1, source.lines().size());
        assertThat(minutes.provenance().values()).allMatch(lines -> lines.to() <= last);
    }

    private static String withoutMark(SourceLine line) {
        return line.text().substring(line.contentStart());
    }

    private static Map<String, Integer> words(Stream<String> texts) {
        var words = new TreeMap<String, Integer>();
        // A divided word is joined, so characters are counted rather than words.
        texts.forEach(text -> merge(words, text, 1));
        return words;
    }

    private static void merge(Map<String, Integer> counts, String text, int by) {
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            matcher.group().codePoints().forEach(c -> counts.merge(Character.toString(c), by, Integer::sum));
        }
    }

    private Stream<String> values() {
        Stream<String> single = Stream.of(
                minutes.title(),
                minutes.group(),
                minutes.place(),
                minutes.author(),
                minutes.verifiedBy(),
                minutes.nextMeeting() == null ? null : minutes.nextMeeting().place());
        Stream<String> lists = Stream.of(
                        minutes.agenda().stream().map(ReadMinutes.AgendaPoint::title),
                        minutes.attendance().stream().flatMap(a -> Stream.of(a.name(), a.organisation())),
                        minutes.tasks().stream().flatMap(t -> Stream.of(t.text(), t.owner())),
                        minutes.resolutions().stream().map(ReadMinutes.Resolution::text),
                        minutes.items().stream().flatMap(Accounting::texts))
                .flatMap(Function.identity());
        return Stream.concat(single, lists).filter(value -> value != null).map(value -> value.replace('\n', ' '));
    }

    private static Stream<String> texts(Item item) {
        return Stream.of(
                        Stream.of(item.title()),
                        item.updates().stream().flatMap(u -> Stream.of(u.label(), u.text())),
                        item.paragraphs().stream().map(ReadMinutes.Paragraph::text))
                .flatMap(Function.identity());
    }
}
