package cz.koplan.reading;

import cz.koplan.reading.CzechDates.DateFound;
import cz.koplan.reading.CzechDates.Doubt;
import cz.koplan.reading.CzechDates.TimeFound;
import cz.koplan.reading.ReadMinutes.NextMeeting;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Date, time and place of the next meeting. */
final class NextMeetingRecogniser {

    private static final Pattern PLACE = Pattern.compile(
            "(?<!\\p{L})(?:(?:v|ve|na) (?:\\p{L}{3,15} )?(?:zasedací|konferenční|budově|sále|klubovně|kanceláři|"
                    + "prostorách|učebně|knihovně|"
                    + "magistrátu|radnici|krajském úřadu|městském úřadu|komunitním)|zasedací místnost)[^,;]{0,100}+");

    private static final String ADDRESS =
            "(?:(?:nám|ul|tř)\\. )?\\p{Lu}\\p{L}{1,20}(?: \\p{L}{1,20}){0,3} \\d{1,4}(?:/\\d{1,4})?";
    private static final Pattern ROOM_OR_ADDRESS = Pattern.compile(", (?:\\d{1,2}\\. (?:patro|podlaží)|přízemí|"
            + "(?:dveře|místnost|zasedací místnost|(?:(?:velk|mal)ý )?sál)(?: č\\.)?(?: \\d{1,4}\\p{L}?)?|" + ADDRESS
            + ")(?=[,.;)]|$)");

    /** Endings of finite verbs and infinitives, without the place words that share them. */
    private static final Pattern MAY_BE_VERB =
            Pattern.compile("(?<!\\p{L})(?!(?:zasedací|konferenční|jednací|komunitní|"
                    + "obecní|krajské|městské|společenské|"
                    + "velké|malé|práce|obce|kraje|péče|mládeže|radnice|ve)(?!\\p{L}))"
                    + "\\p{Ll}*(?:[íáe]|ou|[aeiě]t|out)(?!\\p{L})");

    private NextMeetingRecogniser() {}

    static @Nullable NextMeeting recognise(Page page) {
        for (Block block : page.blocks()) {
            Passage passage = page.passage(block);
            Label.Found label = Label.of(passage.text());
            if (label == null || label.label() != Label.NEXT_MEETING) {
                continue;
            }
            boolean headingOnly = label.end() >= passage.text().length();
            Block holder = headingOnly ? page.after(block) : block;
            if (holder == null || (headingOnly && page.freeLabel(holder) != null)) {
                continue;
            }
            Passage text = headingOnly ? page.passage(holder) : passage.from(label.end());
            NextMeeting found = page.claims().isFree(text) ? read(page, text) : null;
            if (found != null) {
                Passage wording = passage.slice(0, label.end());
                Lines lines = wording.lines().plus(text.lines());
                if (page.claims().isFree(wording)) {
                    page.label(wording);
                }
                return new NextMeeting(found.date(), found.start(), found.place(), lines);
            }
        }
        return null;
    }

    private static @Nullable NextMeeting read(Page page, Passage text) {
        List<DateFound> dates = CzechDates.dates(text.text());
        if (dates.isEmpty()) {
            page.ask("NEXT_MEETING_UNCLEAR", text, "Termín příštího setkání nemá datum.");
            return null;
        }
        DateFound date = dates.getFirst();
        if (dates.size() > 1 || date.doubt() != Doubt.NONE || date.value() == null) {
            page.ask("NEXT_MEETING_UNCLEAR", text, "Datum příštího setkání není jednoznačné.");
            return null;
        }
        List<TimeFound> times = CzechDates.times(text.text(), dates);
        TimeFound time = times.size() == 1 ? times.getFirst() : null;
        page.converted(text.slice(date.start(), date.end()));
        if (time != null) {
            page.converted(text.slice(time.start(), time.end()));
        }
        int end = Math.max(date.end(), time == null ? 0 : time.end());
        Passage place = place(text, end);
        place = place != null && page.claims().isFree(place) ? page.value(place) : null;
        return new NextMeeting(
                date.value(), time == null ? null : time.from(), place == null ? null : place.text(), text.lines());
    }

    private static @Nullable Passage place(Passage text, int behindDateAndTime) {
        Matcher inside = PLACE.matcher(text.text());
        return inside.find()
                ? text.slice(inside.start(), inside.end()).trimmed(".")
                : placeAtStart(text.from(behindDateAndTime).trimmed(",;:–—-(. "));
    }

    /** A place without a preposition counts only where it opens the rest and nothing makes that a sentence. */
    private static @Nullable Passage placeAtStart(Passage rest) {
        String text = rest.text();
        if (!DateAndPlaceRecogniser.PLACE.matcher(text).lookingAt()) {
            return null;
        }
        int end = 0;
        while (end < text.length() && ",;()".indexOf(text.charAt(end)) < 0 && !Organisations.isStop(text, end)) {
            end++;
        }
        String name = text.substring(0, end);
        if (Wording.isSentence(name) || MAY_BE_VERB.matcher(name).find()) {
            return null;
        }
        Matcher more = ROOM_OR_ADDRESS.matcher(text);
        while (more.find(end) && more.start() == end) {
            end = more.end();
        }
        return rest.slice(0, end);
    }
}
