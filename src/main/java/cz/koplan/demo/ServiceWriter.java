package cz.koplan.demo;

import cz.koplan.demo.RegionWriter.Written;
import cz.koplan.services.CodeListService;
import cz.koplan.services.KindId;
import cz.koplan.services.KindOption;
import cz.koplan.services.OrpId;
import cz.koplan.services.OrpOption;
import cz.koplan.services.ServiceData;
import cz.koplan.services.ServiceId;
import cz.koplan.services.ServiceService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Writes the services of the region's organisations and the districts where they work, from {@code sluzby.txt}. */
@Component
@ConditionalOnBooleanProperty("koplan.demo")
class ServiceWriter {

    /** The region is invented, and so are the codes of its districts. */
    private static final String DISTRICTS = """
            kód;název
            9901;Javorohrad
            9902;Lužnobrod
            9903;Vřesohora
            9904;Stříbrodol
            """;

    /** A service as it was written. */
    record Provided(ServiceId id, List<OrpId> orps) {}

    private final CodeListService lists;
    private final ServiceService services;

    ServiceWriter(CodeListService lists, ServiceService services) {
        this.lists = lists;
        this.services = services;
    }

    /** Returns the services by the keys of their organisations. */
    Map<String, List<Provided>> write(Written written) {
        lists.importOrps(DISTRICTS.getBytes(StandardCharsets.UTF_8));
        Map<String, OrpId> districts = services.orps().stream()
                .collect(Collectors.toMap(OrpOption::name, OrpOption::id, (first, same) -> first));
        Map<String, KindId> kinds = services.kinds().stream()
                .filter(kind -> kind.section() != null)
                .collect(Collectors.toMap(kind -> Objects.requireNonNull(kind.section()), KindOption::id));
        Map<String, List<Provided>> all = new HashMap<>();
        for (String line : Region.resource("sluzby.txt").lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] fields = line.split("\\s*\\|\\s*");
                List<OrpId> orps = Stream.of(fields[3].split("\\s*,\\s*"))
                        .map(name -> Objects.requireNonNull(districts.get(name)))
                        .toList();
                ServiceId id = services.create(new ServiceData(
                        written.organisation(fields[0]),
                        kind(fields[1], kinds),
                        fields[2],
                        null,
                        Set.copyOf(orps),
                        true));
                all.computeIfAbsent(fields[0], key -> new ArrayList<>()).add(new Provided(id, orps));
            }
        }
        return all;
    }

    private static @Nullable KindId kind(String section, Map<String, KindId> kinds) {
        return section.equals("-") ? null : Objects.requireNonNull(kinds.get(section), section);
    }
}
