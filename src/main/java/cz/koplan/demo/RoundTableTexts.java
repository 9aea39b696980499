package cz.koplan.demo;

import cz.koplan.demo.Region.OrganisationLine;
import cz.koplan.organisations.TriadRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What organisations say at the round table, composed of the sentences of {@code zpravy.txt}. */
final class RoundTableTexts {

    private static final String COMMON = "společné";
    private static final String NOTHING_NEW = "beze změny";

    private final Map<String, List<Season.Marked>> sections;
    private final Random random;
    private final Map<String, Deck<Season.Marked>> decks = new HashMap<>();

    RoundTableTexts(Map<String, List<Season.Marked>> sections, Random random) {
        this.sections = sections;
        this.random = random;
    }

    /** Returns the sentences of each section. */
    static Map<String, List<Season.Marked>> load() {
        Map<String, List<Season.Marked>> sections = new LinkedHashMap<>();
        List<Season.Marked> section = new ArrayList<>();
        for (String line : Region.resource("zpravy.txt").lines().toList()) {
            if (line.startsWith("== ")) {
                section = new ArrayList<>();
                sections.put(line.substring(3), section);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                section.add(Season.parse(line));
            }
        }
        return sections;
    }

    /** Composes an update; {@code said} are the sentences of this meeting so far, none of which is said twice. */
    String compose(OrganisationLine organisation, String group, LocalDate day, Set<String> said) {
        if (random.nextInt(100) < 6) {
            Optional<String> nothing = sentence(organisation, NOTHING_NEW, day, said);
            if (nothing.isPresent()) {
                return nothing.get();
            }
        }
        String theme = organisation.theme();
        String special = theme + "/" + group;
        List<String> sources = new ArrayList<>();
        sources.add(sections.containsKey(special) && random.nextBoolean() ? special : theme);
        if (random.nextInt(100) < 45) {
            sources.add(sections.containsKey(special) ? special : theme);
        }
        if (organisation.triadRole() == TriadRole.PROVIDER && random.nextInt(100) < 50) {
            sources.add(COMMON);
        }
        List<String> sentences = new ArrayList<>();
        for (String source : sources) {
            sentence(organisation, source, day, said).ifPresent(sentences::add);
        }
        return String.join(" ", sentences);
    }

    private Optional<String> sentence(OrganisationLine organisation, String section, LocalDate day, Set<String> said) {
        return decks.computeIfAbsent(
                        organisation.key() + " " + section,
                        key -> new Deck<>(sections.getOrDefault(section, List.of()), random))
                .draw(sentence -> sentence.season().holds(day) && !said.contains(sentence.text()))
                .map(sentence -> {
                    said.add(sentence.text());
                    return Blanks.fill(sentence.text(), day, random);
                });
    }
}
