package cz.koplan.imports;

import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationName;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds organisations by what minutes call them, whatever the case, diacritics and punctuation. */
final class OrganisationDirectory {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, Map<OrganisationId, OrganisationName>> byKey = new TreeMap<>();
    private final Map<OrganisationId, OrganisationName> byId = new HashMap<>();

    OrganisationDirectory(Collection<OrganisationName> names) {
        for (OrganisationName name : names) {
            byKey.computeIfAbsent(key(name.knownAs()), unseen -> new LinkedHashMap<>())
                    .putIfAbsent(name.id(), name);
            byId.putIfAbsent(name.id(), name);
        }
    }

    private static String key(String label) {
        String plain =
                MARKS.matcher(Normalizer.normalize(label, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN_WORDS
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** Returns every organisation known by exactly this name; more than one is a doubt. */
    List<OrganisationName> known(String label) {
        return List.copyOf(byKey.getOrDefault(key(label), Map.of()).values());
    }

    Optional<OrganisationName> find(OrganisationId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the organisation when exactly one is known by this name. */
    Optional<OrganisationId> only(String label) {
        List<OrganisationName> known = known(label);
        return known.size() == 1 ? Optional.of(known.getFirst().id()) : Optional.empty();
    }

    /** Returns up to five organisations whose names share a beginning or a word with the label, for a person to pick. */
    List<OrganisationName> similar(String label) {
        String key = key(label);
        List<String> words = List.of(key.split(" "));
        Map<OrganisationId, OrganisationName> found = new LinkedHashMap<>();
        known(label).forEach(name -> found.putIfAbsent(name.id(), name));
        byKey.forEach((other, names) -> {
            boolean near = other.startsWith(key)
                    || key.startsWith(other)
                    || initials(other).equals(key)
                    || words.stream()
                            .anyMatch(word -> word.length() > 3
                                    && List.of(other.split(" ")).contains(word));
            if (near) {
                names.values().forEach(name -> found.putIfAbsent(name.id(), name));
            }
        });
        return found.values().stream().limit(5).toList();
    }

    private static String initials(String key) {
        StringBuilder initials = new StringBuilder();
        for (String word : key.split(" ")) {
            if (!word.isEmpty()) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }
}
