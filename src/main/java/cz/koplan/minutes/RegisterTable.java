package cz.koplan.minutes;

import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The register of resolutions as a table that is written row by row, its headings first. */
sealed interface RegisterTable extends Closeable permits RegisterXlsx, RegisterCsv {

    List<String> HEADINGS = List.of(
            "Číslo",
            "Datum",
            "Skupina",
            "Setkání",
            "Usnesení",
            "Pro",
            "Proti",
            "Zdrželi se",
            "Střet zájmů",
            "Staženo",
            "Interní");

    void add(ResolutionRow row) throws IOException;

    /** Hands on what was added so far. */
    void flush() throws IOException;

    /** Returns the cells of a row: texts, whole numbers and days; null where nothing is known. */
    static List<@Nullable Object> cells(ResolutionRow row) {
        Vote vote = row.vote();
        boolean internal = row.internal() || InternalPassages.isIn(row.text());
        return Arrays.asList(
                row.number(),
                row.heldOn(),
                row.groupName(),
                row.meetingTitle(),
                Markdown.plainText(InternalPassages.internalText(row.text())),
                vote == null ? null : vote.inFavour(),
                vote == null ? null : vote.against(),
                vote == null ? null : vote.abstained(),
                vote == null ? null : vote.conflictOfInterest(),
                row.withdrawn() ? "ano" : null,
                internal ? "ano" : null);
    }
}
