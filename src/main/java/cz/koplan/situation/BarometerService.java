package cz.koplan.situation;

import cz.koplan.services.OrpId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The barometer of the network: what members signal, per quarter and locality, over the groups that the reader sees into.
 *
 * <p>An update counts once per signal, locality and quarter: that of its meeting's day, else of the day on which it was
 * handed in. Its localities are its own, else those of its services, else none is known. One that its member ended before
 * its day does not count.
 */
@Service
@Transactional(readOnly = true)
public class BarometerService {

    private final BarometerRepository numbers;
    private final SaidRepository said;
    private final SituationRights rights;

    BarometerService(BarometerRepository numbers, SaidRepository said, SituationRights rights) {
        this.numbers = numbers;
        this.said = said;
        this.rights = rights;
    }

    /** Returns the groups that the reader sees into, by name. */
    @PreAuthorize("@groupRights.signedIn()")
    public List<Barometer.Choice> groups() {
        return numbers.groups(rights.scope());
    }

    @PreAuthorize("@groupRights.signedIn()")
    public Barometer barometer(BarometerFilter filter) {
        Scope scope = rights.scope();
        List<Locality.Orp> all = numbers.localities();
        Map<OrpId, Locality.Orp> names = all.stream().collect(Collectors.toMap(Locality.Orp::id, Function.identity()));
        Map<Barometer.Cell, Integer> counts = numbers.counts(filter, scope, names);
        Set<Locality> found =
                counts.keySet().stream().map(Barometer.Cell::locality).collect(Collectors.toSet());
        List<Locality> localities =
                new ArrayList<>(all.stream().filter(found::contains).toList());
        if (found.contains(new Locality.Unknown())) {
            localities.add(new Locality.Unknown());
        }
        return new Barometer(filter.from().to(filter.to()), localities, counts, numbers.totals(filter, scope));
    }

    /** Returns the locality by its id; empty when there is none. */
    @PreAuthorize("@groupRights.signedIn()")
    public Optional<Locality.Orp> locality(OrpId id) {
        return numbers.localities().stream().filter(orp -> orp.id().equals(id)).findFirst();
    }

    /** Returns how many signals the number behind is, and how many updates carry them. */
    @PreAuthorize("@groupRights.signedIn()")
    public BarometerNumber number(BarometerFilter filter, Locality locality) {
        return numbers.number(filter, locality, rights.scope());
    }

    /** Returns a page of the updates behind a number, the newest first. */
    @PreAuthorize("@groupRights.signedIn()")
    public List<SaidUpdate> updates(BarometerFilter filter, Locality locality, int offset, int limit) {
        Scope scope = rights.scope();
        return said.page(numbers.behind(filter, locality, scope), scope, offset, limit);
    }
}
