package cz.koplan.situation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A quarter of a year; {@code number} is from 1 to 4. */
public record Quarter(int year, int number) implements Comparable<Quarter>, Serializable {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-([1-4])");

    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("No such quarter: " + number);
        }
    }

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** Reads what {@link #toString} wrote; empty when it is anything else. */
    public static Optional<Quarter> read(String written) {
        var found = WRITTEN.matcher(written);
        return found.matches()
                ? Optional.of(new Quarter(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                : Optional.empty();
    }

    /** @param index quarters since the beginning of the year 0 */
    static Quarter atIndex(int index) {
        return new Quarter(index / 4, index % 4 + 1);
    }

    int index() {
        return year * 4 + number - 1;
    }

    /** Returns the quarters from this one to {@code last}, both included; none when that one is earlier. */
    public List<Quarter> to(Quarter last) {
        return IntStream.rangeClosed(index(), last.index())
                .mapToObj(Quarter::atIndex)
                .toList();
    }

    public Quarter plus(int quarters) {
        return atIndex(index() + quarters);
    }

    LocalDate firstDay() {
        return LocalDate.of(year, number * 3 - 2, 1);
    }

    LocalDate lastDay() {
        return firstDay().plusMonths(3).minusDays(1);
    }

    @Override
    public int compareTo(Quarter other) {
        return Integer.compare(index(), other.index());
    }

    /** {@code 2025-3}, as addresses carry it. */
    @Override
    public String toString() {
        return "%04d-%d".formatted(year, number);
    }
}
