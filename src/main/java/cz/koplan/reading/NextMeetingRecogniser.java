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
        Passage place = null;
        Matcher matcher = PLACE.matcher(text.text());
        if (matcher.find()) {
            Passage candidate = text.slice(matcher.start(), matcher.end()).trimmed(".");
            place = page.claims().isFree(candidate) ? page.value(candidate) : null;
        }
        return new NextMeeting(
                date.value(), time == null ? null : time.from(), place == null ? null : place.text(), text.lines());
    }
}
