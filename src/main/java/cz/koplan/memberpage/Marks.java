package cz.koplan.memberpage;

import cz.koplan.services.OrpId;
import cz.koplan.services.ServiceId;
import cz.koplan.updates.Signal;
import cz.koplan.updates.Submission;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is ticked beside the text of a report. */
public record Marks(Set<Signal> signals, @Nullable Integer places, Set<Long> services, Set<Long> orps) {

    static final Marks NONE = new Marks(Set.of(), null, Set.of(), Set.of());

    static Marks of(Submission submission) {
        return new Marks(
                submission.signals(),
                submission.freePlaces(),
                submission.services().stream().map(ServiceId::value).collect(Collectors.toSet()),
                submission.orps().stream().map(OrpId::value).collect(Collectors.toSet()));
    }

    boolean any() {
        return !equals(NONE);
    }

    /**
     * Returns these marks, made on a page that showed the base, with what others changed since. A number that both changed
     * is a conflict, which {@link #clashes} tells.
     */
    Marks over(Marks base, Marks stored) {
        return new Marks(
                merged(signals, base.signals, stored.signals),
                Objects.equals(places, base.places) ? stored.places : places,
                merged(services, base.services, stored.services),
                merged(orps, base.orps, stored.orps));
    }

    boolean clashes(Marks base, Marks stored) {
        return !Objects.equals(places, base.places)
                && !Objects.equals(stored.places, base.places)
                && !Objects.equals(places, stored.places);
    }

    private static <T> Set<T> merged(Set<T> mine, Set<T> base, Set<T> stored) {
        Set<T> merged = new LinkedHashSet<>(stored);
        merged.addAll(mine.stream().filter(one -> !base.contains(one)).toList());
        merged.removeIf(one -> base.contains(one) && !mine.contains(one));
        return merged;
    }

    List<ServiceId> serviceIds() {
        return services.stream().sorted().map(ServiceId::new).toList();
    }

    List<OrpId> orpIds() {
        return orps.stream().sorted().map(OrpId::new).toList();
    }

    /** One line that {@link #read} understands, for a form to carry. */
    String written() {
        return join(signals.stream().map(Enum::name).toList()) + ";" + (places == null ? "" : places) + ";"
                + join(services) + ";" + join(orps);
    }

    private static String join(Collection<?> values) {
        return values.stream().map(String::valueOf).sorted().collect(Collectors.joining(","));
    }

    /** What does not read as marks counts as none. */
    static Marks read(@Nullable String written) {
        String[] parts = (written == null ? "" : written).split(";", -1);
        if (parts.length != 4) {
            return NONE;
        }
        try {
            return new Marks(
                    signals(List.of(parts[0].split(","))),
                    parts[1].isEmpty() ? null : Integer.valueOf(parts[1]),
                    split(parts[2], Long::valueOf),
                    split(parts[3], Long::valueOf));
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    static Set<Signal> signals(Collection<String> names) {
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        Arrays.stream(Signal.values())
                .filter(signal -> names.contains(signal.name()))
                .forEach(signals::add);
        return signals;
    }

    private static <T> Set<T> split(String joined, Function<String, T> value) {
        return Arrays.stream(joined.split(","))
                .filter(part -> !part.isEmpty())
                .map(value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
