package cz.koplan.situation.ui;

import com.vaadin.flow.router.QueryParameters;
import cz.koplan.groups.GroupId;
import cz.koplan.services.OrpId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.situation.BarometerFilter;
import cz.koplan.situation.Locality;
import cz.koplan.situation.Quarter;
import cz.koplan.updates.Signal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What of the barometer is shown, as addresses carry it, so that it can be kept, sent and gone back to. Whatever an address
 * says that makes no sense is passed over.
 */
final class BarometerAddress {

    private static final int USUAL_QUARTERS = 8;
    private static final String UNKNOWN = "none";

    private BarometerAddress() {}

    static BarometerFilter filter(QueryParameters query, Quarter now) {
        Quarter to = query.getSingleParameter("to").flatMap(Quarter::read).orElse(now);
        Quarter from =
                query.getSingleParameter("from").flatMap(Quarter::read).orElseGet(() -> to.plus(1 - USUAL_QUARTERS));
        Optional<GroupId> group = id(query, "group").map(GroupId::new);
        Optional<Signal> signal = query.getSingleParameter("signal")
                .flatMap(name -> Arrays.stream(Signal.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst());
        try {
            return new BarometerFilter(group, signal, from, to);
        } catch (InvalidInputException e) {
            return new BarometerFilter(group, signal, now.plus(1 - USUAL_QUARTERS), now);
        }
    }

    /** Empty when the address names no locality, which means any. */
    static Optional<OrpId> orp(QueryParameters query) {
        return id(query, "locality").map(OrpId::new);
    }

    /** Empty when the address names none, which means the whole period. */
    static Optional<Quarter> quarter(QueryParameters query) {
        return query.getSingleParameter("quarter").flatMap(Quarter::read);
    }

    static boolean isUnknown(QueryParameters query) {
        return query.getSingleParameter("locality").filter(UNKNOWN::equals).isPresent();
    }

    private static Optional<Long> id(QueryParameters query, String name) {
        return query.getSingleParameter(name)
                .filter(written -> written.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    static QueryParameters of(BarometerFilter filter) {
        return QueryParameters.simple(parameters(filter));
    }

    /** What is behind a number, within the period that the filter keeps for the way back. */
    static QueryParameters of(BarometerFilter filter, Locality locality, Quarter quarter) {
        Map<String, String> parameters = parameters(filter);
        parameters.put("quarter", quarter.toString());
        switch (locality) {
            case Locality.Orp orp ->
                parameters.put("locality", String.valueOf(orp.id().value()));
            case Locality.Unknown unknown -> parameters.put("locality", UNKNOWN);
            case Locality.Any any -> {
                // Nothing to say.
            }
        }
        return QueryParameters.simple(parameters);
    }

    private static Map<String, String> parameters(BarometerFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("from", filter.from().toString());
        parameters.put("to", filter.to().toString());
        filter.group().ifPresent(group -> parameters.put("group", String.valueOf(group.value())));
        filter.signal().ifPresent(signal -> parameters.put("signal", signal.name()));
        return parameters;
    }
}
