package cz.koplan.desk;

import cz.koplan.desk.QuickLine.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words behind {@code !} and {@code #}, folded. */
final class QuickWords {

    static final String MARKS = "@!#>";

    private static final Set<String> TASK = Set.of("ukol", "task", "todo");

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("rozhodnuti", Kind.DECISION),
            Map.entry("decision", Kind.DECISION),
            Map.entry("r", Kind.DECISION),
            Map.entry("usneseni", Kind.RESOLUTION),
            Map.entry("resolution", Kind.RESOLUTION),
            Map.entry("u", Kind.RESOLUTION),
            Map.entry("informace", Kind.INFORMATION),
            Map.entry("info", Kind.INFORMATION),
            Map.entry("information", Kind.INFORMATION),
            Map.entry("i", Kind.INFORMATION));

    private QuickWords() {}

    static boolean isTask(String word) {
        return TASK.contains(Folded.fold(word));
    }

    static Optional<Kind> kind(String word) {
        return Optional.ofNullable(KINDS.get(Folded.fold(word)));
    }
}
