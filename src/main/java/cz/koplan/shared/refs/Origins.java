package cz.koplan.shared.refs;

import cz.koplan.shared.refs.RefNames.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what led to a thing. The right to see the thing is the right to see where it came from. */
@Component
public class Origins {

    private final RefRepository references;
    private final List<RefNames> features;

    Origins(RefRepository references, List<RefNames> features) {
        this.references = references;
        this.features = features;
    }

    public List<Named> of(Ref result) {
        return of(List.of(result)).getOrDefault(result, List.of());
    }

    /** Returns what led to each of them, the oldest first, in a constant number of queries. */
    public Map<Ref, List<Named>> of(Collection<Ref> results) {
        if (results.isEmpty()) {
            return Map.of();
        }
        Map<Ref, List<Ref>> causes = references.to(results);
        Map<Ref, Named> names = new HashMap<>();
        for (RefNames feature : features) {
            List<Long> ids = causes.values().stream()
                    .flatMap(List::stream)
                    .filter(cause -> cause.kind() == feature.kind())
                    .map(Ref::id)
                    .distinct()
                    .toList();
            if (!ids.isEmpty()) {
                feature.names(ids).forEach((id, name) -> names.put(new Ref(feature.kind(), id), name));
            }
        }
        return causes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        result -> result.getValue().stream()
                                .map(names::get)
                                .filter(Objects::nonNull)
                                .toList()));
    }
}
