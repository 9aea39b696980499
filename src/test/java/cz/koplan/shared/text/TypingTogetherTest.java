package cz.koplan.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two people type into one text over a slow line, in a thousand ways; every word of theirs is one of a kind. */
class TypingTogetherTest {

    private static final int EVENINGS = 1_000;

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

    private static final class Evening {

        final Random random;
        final Merge merge;
        final TypedWords words = new TypedWords();
        final List<Typist> people;
        final Map<Typist, Answer> answers = new HashMap<>();
        String server;
        int merged;
        int undecided;

        Evening(int seed, Merge merge) {
            random = new Random(seed);
            this.merge = merge;
            server = IntStream.range(0, random.nextInt(60))
                    .mapToObj(i -> words.next(random)
                            + List.of(" ", " ", " ", ". ", ", ", "\n", "\n\n- ").get(random.nextInt(7)))
                    .collect(Collectors.joining());
            people = List.of(new Typist(server, random, words), new Typist(server, random, words));
        }

        void pass() {
            for (int i = 20 + random.nextInt(100); i > 0; i--) {
                Typist person = people.get(random.nextInt(2));
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> person.type();
                    case 3 -> person.delete();
                    case 4 -> person.move();
                    case 5, 6 -> person.send();
                    case 7, 8 -> serve(person);
                    default -> hear(person);
                }
            }
            // The last one may have to hear of what the other sent meanwhile.
            for (int i = 0; i < 4; i++) {
                for (Typist person : people) {
                    serve(person);
                    hear(person);
                    person.send();
                    serve(person);
                    hear(person);
                }
            }
        }

        List<String> faults() {
            return words.faults(server, people);
        }

        private void serve(Typist person) {
            String sent = person.sent();
            if (sent == null || answers.containsKey(person)) {
                return;
            }
            Optional<String> result = merge.merge(person.base(), sent, server);
            if (result.isEmpty()) {
                undecided++;
            } else if (!result.get().equals(server) && !result.get().equals(sent)) {
                merged++;
            }
            server = result.orElse(server);
            answers.put(person, new Answer(server, result.isPresent()));
        }

        private void hear(Typist person) {
            Answer answer = answers.remove(person);
            if (answer != null && answer.merged) {
                person.hear(answer.text);
            } else if (answer != null) {
                person.decide(answer.text);
            }
        }
    }
}
