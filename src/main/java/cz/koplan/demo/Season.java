package cz.koplan.demo;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The months in which something may be said, both included; may go over New Year. Written {@code [11-3] }. */
record Season(int from, int to) {

    static final Season ALWAYS = new Season(1, 12);

    private static final Pattern MARK = Pattern.compile("\\[(\\d{1,2})-(\\d{1,2})] ");

    /** A line without the season that opened it. */
    record Marked(Season season, String text) {}

    static Marked parse(String line) {
        Matcher mark = MARK.matcher(line);
        return mark.lookingAt()
                ? new Marked(
                        new Season(Integer.parseInt(mark.group(1)), Integer.parseInt(mark.group(2))),
                        line.substring(mark.end()))
                : new Marked(ALWAYS, line);
    }

    boolean holds(LocalDate day) {
        int month = day.getMonthValue();
        return from <= to ? month >= from && month <= to : month >= from || month <= to;
    }
}
