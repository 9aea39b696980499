package cz.koplan.imports;

import cz.koplan.organisations.OrganisationId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people said to the questions so far, by the question's key. */
record Answers(Map<String, String> byKey) {

    /** Settles a question without choosing anything: the name stays as written, the text stays out, the doubt is seen. */
    static final String AS_IT_IS = "as-it-is";

    /** The text that fits nowhere goes under the minutes. */
    static final String KEEP_TEXT = "keep";

    static final Answers NONE = new Answers(Map.of());

    Answers with(String key, String answer) {
        Map<String, String> more = new TreeMap<>(byKey);
        more.put(key, answer);
        return new Answers(more);
    }

    boolean settles(ImportQuestion question) {
        return byKey.containsKey(question.key());
    }

    Optional<LocalDate> date() {
        return Optional.ofNullable(byKey.get("date")).map(LocalDate::parse);
    }

    /** Returns the organisation chosen under the key, if one was. */
    Optional<OrganisationId> organisation(String key) {
        return Optional.ofNullable(byKey.get(key))
                .filter(answer -> !answer.equals(AS_IT_IS))
                .map(answer -> new OrganisationId(Long.parseLong(answer)));
    }
}
