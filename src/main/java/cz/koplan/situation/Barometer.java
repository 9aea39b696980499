package cz.koplan.situation;

import cz.koplan.groups.GroupId;
import cz.koplan.updates.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signals of the network per quarter and locality.
 *
 * @param quarters of the period, in order
 * @param localities those with any signal in the period, by name, the unknown one last
 * @param counts how often a signal came from the locality; an update that concerns two localities counts in both
 * @param totals how often a signal came at all; every update counts once. Localities of the keys are {@link Locality.Any}
 */
public record Barometer(
        List<Quarter> quarters, List<Locality> localities, Map<Cell, Integer> counts, Map<Cell, Integer> totals) {

    public record Cell(Locality locality, Quarter quarter, Signal signal) {}

    /** A group that the reader may choose. */
    public record Choice(GroupId group, String name) {}

    /** Returns the number of a locality or of all; without a signal, of all signals together. */
    public int number(Locality locality, Quarter quarter, Optional<Signal> signal) {
        Map<Cell, Integer> numbers = locality instanceof Locality.Any ? totals : counts;
        return signal.map(List::of).orElse(List.of(Signal.values())).stream()
                .mapToInt(one -> numbers.getOrDefault(new Cell(locality, quarter, one), 0))
                .sum();
    }

    public int number(Signal signal) {
        return quarters.stream()
                .mapToInt(quarter -> number(new Locality.Any(), quarter, Optional.of(signal)))
                .sum();
    }

    /** The largest number of one signal in one cell, which pictures are scaled by. */
    public int largest() {
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
