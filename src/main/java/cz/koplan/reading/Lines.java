package cz.koplan.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The source lines a value came from, counted from 1, both ends included; {@code [from, to]} in JSON. */
public record Lines(int from, int to) {

    public Lines {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("No such lines: " + from + " to " + to);
        }
    }

    @JsonCreator
    static Lines of(int[] ends) {
        return new Lines(ends[0], ends[1]);
    }

    public Lines plus(Lines other) {
        return new Lines(Math.min(from, other.from), Math.max(to, other.to));
    }

    public boolean contains(int line) {
        return from <= line && line <= to;
    }

    @JsonValue
    int[] ends() {
        return new int[] {from, to};
    }
}
