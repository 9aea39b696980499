package cz.koplan.shared.text;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words that people typed in an evening; each is one of a kind, so each can be looked for afterwards. */
public final class TypedWords {

    static final Pattern WORD = Pattern.compile("\\p{L}+\\d+");
    private static final List<String> STEMS = List.of("klub", "kůň", "Žďár", "úterý");

    private final AtomicInteger count = new AtomicInteger();
    private final Set<String> typed = ConcurrentHashMap.newKeySet();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();

    public String next(Random random) {
        String word = STEMS.get(random.nextInt(STEMS.size())) + count.getAndIncrement();
        typed.add(word);
        return word;
    }

    void delete(String word) {
        deleted.add(word);
    }

    static List<String> in(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Returns what is wrong with the text stored in the end, and who sees another one. */
    public List<String> faults(String stored, List<Typist> people) {
        Map<String, Long> found = in(stored).stream().collect(groupingBy(Function.identity(), counting()));
        var faults = new ArrayList<String>();
        typed.stream()
                .filter(word -> !found.containsKey(word) && !deleted.contains(word))
                .forEach(word -> faults.add("lost: " + word));
        found.forEach((word, times) -> {
            if (times > 1) {
                faults.add("doubled: " + word);
            }
            if (!typed.contains(word)) {
                faults.add("mutilated: " + word);
            }
        });
        for (Typist person : people) {
            if (!person.local.equals(stored)) {
                faults.add("editor " + people.indexOf(person) + " sees another text");
            }
        }
        return faults;
    }
}
