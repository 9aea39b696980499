package cz.koplan.shared.text;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two people type into one text over a slow line, in a thousand ways; every word of theirs is one of a kind. */
class TypingTogetherTest {

    private static final int EVENINGS = 1_000;
    private static final Pattern WORD = Pattern.compile("\\p{L}+\\d+");

    interface Merge {
        Optional<String> merge(String base, String mine, String theirs);
    }

    @Test
    void noWordIsLostOrDoubled() {
        int merged = 0;
        int undecided = 0;
        for (int seed = 0; seed < EVENINGS; seed++) {
            var evening = new Evening(seed, TextMerge::merge);
            evening.pass();
            assertThat(evening.faults()).as("seed %d", seed).isEmpty();
            merged += evening.merged;
            undecided += evening.undecided;
        }
        assertThat(merged).as("merged while both typed").isGreaterThan(EVENINGS);
        assertThat(undecided).as("left to a person").isGreaterThan(EVENINGS / 10);
    }

    @Test
    void aLostWordIsNoticed() {
        assertThat(eveningsWithFault("lost", (base, mine, theirs) -> Optional.of(mine)))
                .isGreaterThan(EVENINGS / 2);
        assertThat(eveningsWithFault("lost", (base, mine, theirs) -> Optional.of(theirs)))
                .isGreaterThan(EVENINGS / 2);
    }

    @Test
    void aDoubledWordIsNoticed() {
        assertThat(eveningsWithFault(
                        "doubled",
                        (base, mine, theirs) -> Optional.of(
                                mine.equals(theirs) || theirs.equals(base) ? mine : theirs + "\n\n" + mine)))
                .isGreaterThan(EVENINGS / 2);
    }

    @Test
    void twoTextsAreNoticed() {
        var evening = new Evening(0, TextMerge::merge);
        evening.pass();
        evening.people.getFirst().local += " navíc";

        assertThat(evening.faults()).containsExactly("editor 0 sees another text");
    }

    private static long eveningsWithFault(String fault, Merge merge) {
        return IntStream.range(0, EVENINGS)
                .mapToObj(seed -> new Evening(seed, merge))
                .peek(Evening::pass)
                .filter(evening -> evening.faults().stream().anyMatch(text -> text.startsWith(fault)))
                .count();
    }

    /** What the server answers: the text it has now, and whether it could merge. */
    private record Answer(String text, boolean merged) {}

    private static final class Person {

        String local;
        /** The text that the server is known to have from this person. */
        String acknowledged;

        @Nullable
        String sent;

        @Nullable
        Answer answer;

        int caret;

        Person(String text) {
            local = text;
            acknowledged = text;
        }

        boolean isWaiting() {
            return sent != null;
        }

        void hear() {
            if (answer == null) {
                return;
            }
            if (!answer.merged) {
                local = withMissing(answer.text);
                acknowledged = answer.text;
            } else if (local.equals(sent)) {
                local = answer.text;
                acknowledged = answer.text;
            } else {
                acknowledged = sent;
            }
            sent = null;
            answer = null;
            caret = Math.min(caret, local.length());
        }

        /** As a person decides: the other text stays and what only this one added comes below it. */
        private String withMissing(String current) {
            Set<String> known = new HashSet<>(wordsOf(current));
            known.addAll(wordsOf(acknowledged));
            String missing = wordsOf(local).stream()
                    .filter(word -> !known.contains(word))
                    .collect(Collectors.joining(" "));
            return missing.isEmpty() ? current : current + "\n\n" + missing;
        }
    }

    private static final class Evening {

        final Random random;
        final Merge merge;
        final List<Person> people;
        final Set<String> typed = new HashSet<>();
        final Set<String> deleted = new HashSet<>();
        String server;
        int merged;
        int undecided;

        Evening(int seed, Merge merge) {
            random = new Random(seed);
            this.merge = merge;
            server = IntStream.range(0, random.nextInt(60))
                    .mapToObj(i -> newWord()
                            + List.of(" ", " ", " ", ". ", ", ", "\n", "\n\n- ").get(random.nextInt(7)))
                    .collect(Collectors.joining());
            people = List.of(new Person(server), new Person(server));
        }

        void pass() {
            for (int i = 20 + random.nextInt(100); i > 0; i--) {
                Person person = people.get(random.nextInt(2));
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> type(person);
                    case 3 -> delete(person);
                    case 4 -> person.caret = random.nextInt(person.local.length() + 1);
                    case 5, 6 -> send(person);
                    case 7, 8 -> serve(person);
                    default -> person.hear();
                }
            }
            // The last one may have to hear of what the other sent meanwhile.
            for (int i = 0; i < 4; i++) {
                for (Person person : people) {
                    serve(person);
                    person.hear();
                    send(person);
                    serve(person);
                    person.hear();
                }
            }
        }

        List<String> faults() {
            Map<String, Long> found = wordsOf(server).stream().collect(groupingBy(Function.identity(), counting()));
            var faults = new ArrayList<String>();
            typed.stream()
                    .filter(word -> !found.containsKey(word) && !deleted.contains(word))
                    .forEach(word -> faults.add("lost: " + word));
            found.forEach((word, count) -> {
                if (count > 1) {
                    faults.add("doubled: " + word);
                }
                if (!typed.contains(word)) {
                    faults.add("mutilated: " + word);
                }
            });
            for (Person person : people) {
                if (!person.local.equals(server)) {
                    faults.add("editor " + people.indexOf(person) + " sees another text");
                }
            }
            return faults;
        }

        private String newWord() {
            String word = List.of("klub", "kůň", "Žďár", "úterý").get(random.nextInt(4)) + typed.size();
            typed.add(word);
            return word;
        }

        private void type(Person person) {
            int at = gapFrom(person.local, person.caret);
            String added = List.of("%s ", " %s", "%s. ", "\n\n%s ", " %s😀 ")
                    .get(random.nextInt(5))
                    .formatted(newWord());
            boolean glued = at > 0 && Character.isLetterOrDigit(person.local.charAt(at - 1));
            person.local =
                    person.local.substring(0, at) + (glued ? " " : "") + added + " " + person.local.substring(at);
            person.caret = at + added.length();
        }

        private void delete(Person person) {
            List<MatchResult> words = WORD.matcher(person.local).results().toList();
            if (!words.isEmpty()) {
                MatchResult word = words.get(random.nextInt(words.size()));
                deleted.add(word.group());
                boolean withSpace = person.local.startsWith(" ", word.end()) && random.nextInt(4) > 0;
                person.local = person.local.substring(0, word.start())
                        + person.local.substring(word.end() + (withSpace ? 1 : 0));
                person.caret = word.start();
            }
        }

        /** The nearest place from {@code caret} on that is not within a word. */
        private static int gapFrom(String text, int caret) {
            int gap = Math.min(caret, text.length());
            while (gap > 0 && gap < text.length() && !Character.isWhitespace(text.charAt(gap - 1))) {
                gap++;
            }
            return gap;
        }

        private void send(Person person) {
            if (!person.isWaiting()) {
                person.sent = person.local;
            }
        }

        private void serve(Person person) {
            if (person.sent == null || person.answer != null) {
                return;
            }
            Optional<String> result = merge.merge(person.acknowledged, person.sent, server);
            if (result.isEmpty()) {
                undecided++;
            } else if (!result.get().equals(server) && !result.get().equals(person.sent)) {
                merged++;
            }
            server = result.orElse(server);
            person.answer = new Answer(server, result.isPresent());
        }
    }

    private static List<String> wordsOf(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
