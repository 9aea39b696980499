package cz.koplan.reading;

import cz.koplan.reading.ReadMinutes.Unused;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which characters of the source a recogniser has understood. Each character is claimed at most once; what is left at
 * the end is listed as unused, which is how no text can get lost.
 */
final class Claims {

    enum Kind {
        /** Stands in the record as it stands in the source. */
        VALUE,
        /** Stands in the record in another form: a date, a time, a mode, a number. */
        CONVERTED,
        /** Says what follows, for example {@code Přítomni:}. */
        LABEL
    }

    record Claim(Kind kind, String text, Lines lines) {}

    private final SourceText source;
    private final BitSet taken = new BitSet();
    private final List<Claim> claims = new ArrayList<>();

    Claims(SourceText source) {
        this.source = source;
    }

    void claim(Kind kind, Passage passage) {
        if (passage.isEmpty()) {
            return;
        }
        for (int place : passage.inkPlaces()) {
            if (taken.get(place)) {
                throw new IllegalStateException("Claimed twice: " + passage.text());
            }
            taken.set(place);
        }
        claims.add(new Claim(kind, passage.text(), passage.lines()));
    }

    boolean isFree(Passage passage) {
        for (int place : passage.inkPlaces()) {
            if (taken.get(place)) {
                return false;
            }
        }
        return true;
    }

    boolean isFree(SourceLine line) {
        int from = source.offset(line, 0);
        int next = taken.nextSetBit(from);
        return next < 0 || next >= from + line.text().length();
    }

    boolean isFree(Block block) {
        return block.lines().stream().allMatch(this::isFree);
    }

    List<Claim> all() {
        return List.copyOf(claims);
    }

    /** Whole lines nobody claimed, merged into runs, and the pieces left over on lines that were claimed in part. */
    List<Unused> unused() {
        var unused = new ArrayList<Unused>();
        var run = new ArrayList<SourceLine>();
        for (SourceLine line : source.lines()) {
            if (line.isBlank()) {
                continue;
            }
            if (isFree(line)) {
                run.add(line);
            } else {
                flush(run, unused);
                for (String piece : leftOver(line)) {
                    unused.add(new Unused(piece, new Lines(line.number(), line.number())));
                }
            }
        }
        flush(run, unused);
        return unused;
    }

    private static void flush(List<SourceLine> run, List<Unused> unused) {
        if (!run.isEmpty()) {
            var text = new StringBuilder();
            for (SourceLine line : run) {
                text.append(text.isEmpty() ? "" : "\n").append(Passage.normalised(line.text()));
            }
            unused.add(new Unused(
                    text.toString(),
                    new Lines(run.getFirst().number(), run.getLast().number())));
            run.clear();
        }
    }

    /** Punctuation around a claimed value only separates; anything with a letter or digit is text. */
    private List<String> leftOver(SourceLine line) {
        var pieces = new ArrayList<String>();
        int start = source.offset(line, 0);
        int from = line.contentStart();
        for (int i = from; i <= line.text().length(); i++) {
            if (i == line.text().length() || taken.get(start + i)) {
                String piece = Passage.normalised(line.text().substring(from, i));
                if (piece.codePoints().anyMatch(Claims::isInk)) {
                    pieces.add(piece.replaceAll("^[ .,;:|–—-]+|[ ,;:|–—-]+$", ""));
                }
                from = i + 1;
            }
        }
        return pieces;
    }

    private static boolean isInk(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.OTHER_SYMBOL;
    }
}
