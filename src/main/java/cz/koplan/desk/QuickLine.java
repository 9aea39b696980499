package cz.koplan.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One line that a coordinator types during a meeting, read as an entry of the minutes. Marks count at the start of a
 * word only:
 *
 * <ul>
 *   <li>{@code !} makes a task: {@code !doplnit ceník}, {@code !úkol doplnit ceník}, or alone anywhere in the line;
 *   <li>{@code #rozhodnutí}, {@code #usnesení}, {@code #informace} (or English, or {@code #r}, {@code #u}, {@code #i})
 *       say the kind; a line without any is information; every other {@code #word} is text;
 *   <li>{@code @name} mentions an organisation or a person; the first one in a task is its owner and leaves the text;
 *   <li>{@code >30.9.}, {@code >30. září 2026}, {@code >2026-09-30}, {@code >pátek}, {@code >zítra}, {@code >+14},
 *       {@code >+2t} is the due date of a task;
 *   <li>a backslash before a mark makes it text.
 * </ul>
 *
 * <p>What is no mark stays in the text as it was typed, also everything named by a problem.
 *
 * @param text Markdown of one line, cleaned as {@link cz.koplan.shared.Input#line(String)} does; empty if only marks were
 *     typed
 * @param owner for a task only
 * @param due for a task only
 */
public record QuickLine(
        Kind kind, String text, Optional<QuickNames.Name> owner, Optional<LocalDate> due, List<Problem> problems) {

    /** The longest line, in characters. */
    public static final int LONGEST = 60_000;

    public enum Kind {
        INFORMATION,
        DECISION,
        TASK,
        RESOLUTION
    }

    /** Why a part of the line was not understood, as the key of the sentence that says what to do. */
    public enum Reason {
        AMBIGUOUS_NAME("desk.quick.ambiguousName"),
        UNKNOWN_NAME("desk.quick.unknownName"),
        NO_SUCH_DAY("desk.quick.noSuchDay"),
        SECOND_KIND("desk.quick.secondKind"),
        SECOND_DUE("desk.quick.secondDue"),
        DUE_WITHOUT_TASK("desk.quick.dueWithoutTask");

        private final String messageKey;

        Reason(String messageKey) {
            this.messageKey = messageKey;
        }

        public String messageKey() {
            return messageKey;
        }
    }

    /**
     * @param typed the part of the line, with its mark; it stays in the text
     * @param candidates whom an ambiguous name can mean, otherwise empty
     */
    public record Problem(Reason reason, String typed, List<QuickNames.Name> candidates) {

        Problem(Reason reason, String typed) {
            this(reason, typed, List.of());
        }

        /** The arguments of the sentence: what was typed, and the candidates. */
        public Object[] arguments() {
            return new Object[] {
                typed,
                candidates.stream().map(QuickNames.Name::displayName).distinct().collect(Collectors.joining(", "))
            };
        }
    }

    /** Offers to replace the characters {@code from} to {@code to} of the line by {@code insert}. */
    public record Completion(String label, String insert, int from, int to) {}

    public QuickLine {
        problems = List.copyOf(problems);
    }

    /**
     * Reads the line. Dates count from the day of the meeting.
     *
     * @throws cz.koplan.shared.InvalidInputException when the line is longer than {@link #LONGEST} characters
     */
    public static QuickLine parse(String typed, LocalDate meetingDay, QuickNames names) {
        return QuickParser.parse(typed, meetingDay, names);
    }

    /** Returns what to type so that it is read as exactly this text; the other way round of {@link #parse}. */
    public static String escape(String text) {
        return QuickParser.escape(text);
    }

    /**
     * Offers at most eight ways to complete the mark at the caret: names by the beginning of any of their words,
     * kinds, days. Insertions are understood by {@link #parse}.
     *
     * @param caret characters of the line before the caret
     */
    public static List<Completion> completions(
            String typed, int caret, LocalDate meetingDay, QuickNames names, Locale locale) {
        return QuickCompletions.at(typed, caret, meetingDay, names, locale);
    }
}
