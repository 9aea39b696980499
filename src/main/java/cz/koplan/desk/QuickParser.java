package cz.koplan.desk;

import cz.koplan.desk.QuickLine.Kind;
import cz.koplan.desk.QuickLine.Problem;
import cz.koplan.desk.QuickLine.Reason;
import cz.koplan.shared.Input;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts a typed line into marks and the text between them, then decides what each mark means in the whole line. */
final class QuickParser {

    /** A part of the line; all parts together are the line without the backslashes that escape. */
    sealed interface Part {

        String typed();

        record Text(String typed) implements Part {}

        record KindMark(String typed, Kind kind) implements Part {}

        record Mention(String typed, List<QuickNames.Name> targets) implements Part {}

        record UnknownName(String typed) implements Part {}

        record Due(String typed, @Nullable LocalDate day) implements Part {}
    }

    private final String line;
    private final Folded folded;
    private final LocalDate meetingDay;
    private final QuickNames names;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int at;

    private QuickParser(String line, LocalDate meetingDay, QuickNames names) {
        this.line = line;
        this.folded = Folded.of(line);
        this.meetingDay = meetingDay;
        this.names = names;
    }

    static QuickLine parse(String typed, LocalDate meetingDay, QuickNames names) {
        String line = Input.line(typed, QuickLine.LONGEST);
        return line == null
                ? new QuickLine(Kind.INFORMATION, "", Optional.empty(), Optional.empty(), List.of())
                : meaning(new QuickParser(line, meetingDay, names).parts());
    }

    static String escape(String text) {
        var escaped = new StringBuilder();
        boolean wordStart = true;
        for (int i = 0; i < text.length(); i++) {
            if (wordStart && escapeEnd(text, i) > 0) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
            wordStart = Letters.isSpace(text.charAt(i));
        }
        return escaped.toString();
    }

    /** The end of a mark with all backslashes before it, or 0 if there is none at {@code from}. */
    private static int escapeEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == '\\') {
            end++;
        }
        return end < text.length() && QuickWords.MARKS.indexOf(text.charAt(end)) >= 0 ? end + 1 : 0;
    }

    private List<Part> parts() {
        boolean wordStart = true;
        while (at < line.length()) {
            Part mark = wordStart ? mark() : null;
            if (mark != null) {
                endText();
                parts.add(mark);
                at += mark.typed().length();
                // Behind "!" of "!@ochl" the name begins a word as well.
                wordStart = mark.typed().equals("!");
            } else if (wordStart && line.charAt(at) == '\\' && escapeEnd(line, at) > 0) {
                int end = escapeEnd(line, at);
                text.append(line, at + 1, end);
                at = end;
                wordStart = false;
            } else {
                wordStart = Letters.isSpace(line.charAt(at));
                text.append(line.charAt(at++));
            }
        }
        endText();
        return parts;
    }

    private void endText() {
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text.toString()));
            text.setLength(0);
        }
    }

    private @Nullable Part mark() {
        return switch (line.charAt(at)) {
            case '!' -> task();
            case '#' -> kind();
            case '@' -> mention();
            case '>' -> due();
            default -> null;
        };
    }

    private @Nullable Part task() {
        String word = line.substring(at + 1, Letters.wordEnd(line, at + 1));
        if (QuickWords.isTask(word)) {
            return new Part.KindMark("!" + word, Kind.TASK);
        }
        boolean alone = at + 1 == line.length() || Letters.isSpace(line.charAt(at + 1));
        boolean beforeName = line.startsWith("@", at + 1) && Letters.isWord(line, at + 2);
        return alone || beforeName || !word.isEmpty() ? new Part.KindMark("!", Kind.TASK) : null;
    }

    private @Nullable Part kind() {
        String word = line.substring(at + 1, Letters.wordEnd(line, at + 1));
        return QuickWords.kind(word)
                .map(kind -> new Part.KindMark("#" + word, kind))
                .orElse(null);
    }

    private @Nullable Part mention() {
        QuickNames.Match match = names.match(line, folded, at + 1);
        if (match != null) {
            return new Part.Mention(line.substring(at, match.end()), match.targets());
        }
        return Letters.isWord(line, at + 1)
                ? new Part.UnknownName(line.substring(at, Letters.wordEnd(line, at + 1)))
                : null;
    }

    private @Nullable Part due() {
        DueDates.Found found = DueDates.at(line, at + 1, meetingDay);
        return found == null ? null : new Part.Due(line.substring(at, found.end()), found.day());
    }

    private static QuickLine meaning(List<Part> parts) {
        Kind kind = parts.stream()
                .filter(Part.KindMark.class::isInstance)
                .map(part -> ((Part.KindMark) part).kind())
                .findFirst()
                .orElse(Kind.INFORMATION);
        var meaning = new Meaning(kind);
        parts.forEach(meaning::add);
        return meaning.line();
    }

    /** What has been understood so far, once the kind of the line is known. */
    private static final class Meaning {

        private final Kind kind;
        private final QuickText text = new QuickText();
        private final List<Problem> problems = new ArrayList<>();
        private boolean ownerNamed;
        private QuickNames.@Nullable Name owner;
        private @Nullable LocalDate due;

        Meaning(Kind kind) {
            this.kind = kind;
        }

        void add(Part part) {
            switch (part) {
                case Part.Text(String typed) -> text.add(typed);
                case Part.KindMark mark -> addKind(mark);
                case Part.Mention mention -> addMention(mention);
                case Part.UnknownName(String typed) -> keep(Reason.UNKNOWN_NAME, typed);
                case Part.Due typed -> addDue(typed);
            }
        }

        private void addKind(Part.KindMark mark) {
            if (mark.kind() == kind) {
                text.leaveOut();
            } else {
                keep(Reason.SECOND_KIND, mark.typed());
            }
        }

        private void addMention(Part.Mention mention) {
            boolean first = kind == Kind.TASK && !ownerNamed;
            ownerNamed = true;
            if (mention.targets().size() > 1) {
                problems.add(new Problem(Reason.AMBIGUOUS_NAME, mention.typed(), mention.targets()));
                text.add(mention.typed());
            } else if (first) {
                owner = mention.targets().getFirst();
                text.leaveOut();
            } else {
                text.add(mention.targets().getFirst().displayName());
            }
        }

        private void addDue(Part.Due typed) {
            if (kind != Kind.TASK) {
                if (typed.day() == null) {
                    text.add(typed.typed());
                } else {
                    keep(Reason.DUE_WITHOUT_TASK, typed.typed());
                }
            } else if (typed.day() == null) {
                keep(Reason.NO_SUCH_DAY, typed.typed());
            } else if (due != null) {
                keep(Reason.SECOND_DUE, typed.typed());
            } else {
                due = typed.day();
                text.leaveOut();
            }
        }

        private void keep(Reason reason, String typed) {
            problems.add(new Problem(reason, typed));
            text.add(typed);
        }

        QuickLine line() {
            return new QuickLine(kind, text.finished(), Optional.ofNullable(owner), Optional.ofNullable(due), problems);
        }
    }
}
