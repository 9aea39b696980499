package cz.koplan.reading;

import java.util.Arrays;
import java.util.List;

/** A file as numbered lines; every character has one offset over the whole text, which claims are counted in. */
public final class SourceText {

    private final SourceFormat format;
    private final List<SourceLine> lines;
    private final int[] starts;
    private final List<String> remarks;

    SourceText(SourceFormat format, List<SourceLine> lines, List<String> remarks) {
        this.format = format;
        this.lines = List.copyOf(lines);
        this.remarks = List.copyOf(remarks);
        starts = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            starts[i + 1] = starts[i] + lines.get(i).text().length();
        }
    }

    public SourceFormat format() {
        return format;
    }

    public List<SourceLine> lines() {
        return lines;
    }

    /** What the person importing should know about the extraction, in Czech; mostly empty. */
    List<String> remarks() {
        return remarks;
    }

    int offset(SourceLine line, int column) {
        return starts[line.number() - 1] + column;
    }

    int length() {
        return starts[lines.size()];
    }

    int lineNumberAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        if (found < 0) {
            return -found - 1;
        }
        // Blank lines have no characters, so several lines may start here: the last one holds the character.
        while (starts[found + 1] == offset) {
            found++;
        }
        return found + 1;
    }
}
