package cz.koplan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.CommittingTest;
import cz.koplan.Region;
import cz.koplan.minutes.EntryKind;
import cz.koplan.minutes.EntryService;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextConflictException;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.text.TypedWords;
import cz.koplan.shared.text.Typist;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People type into one text at once, each with transactions of their own, and answers get lost on the way. */
class TypingTogetherDbTest extends CommittingTest {

    private static final int PAIRS = 800;
    private static final int TRIOS = 200;
    private static final int STEPS = 12;

    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger undecided = new AtomicInteger();
    private final AtomicInteger sendings = new AtomicInteger();
    private Region region;
    private DeskService desk;

    @BeforeEach
    void foundRegion() {
        region = Objects.requireNonNull(transaction.execute(status -> new Region(context)));
        desk = service(DeskService.class);
    }

    @Test
    void noWordIsLostOrDoubled() throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (int seed = 0; seed < PAIRS + TRIOS; seed++) {
                assertThat(faults(seed, seed < PAIRS ? 2 : 3, threads))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
        assertThat(sendings).as("sendings").hasValueGreaterThan(PAIRS * STEPS / 2);
        assertThat(repeated).as("sent again").hasValueGreaterThan(PAIRS);
        assertThat(undecided).as("left to a person").hasValueGreaterThan(PAIRS / 10);
    }

    private List<String> faults(int seed, int people, ExecutorService threads) throws Exception {
        var words = new TypedWords();
        var random = new Random(seed);
        String start = IntStream.range(0, 5 + random.nextInt(30))
                .mapToObj(i -> words.next(random) + List.of(" ", ". ", "\n\n- ").get(random.nextInt(3)))
                .collect(Collectors.joining())
                .strip();
        TextPlace place = as(
                region.own.coordinator(),
                () -> new TextPlace(
                        TextPlace.Kind.ENTRY,
                        service(EntryService.class)
                                .add(region.own.meeting(), region.own.topic(), EntryKind.INFORMATION, start)
                                .value()));
        List<Window> windows = IntStream.range(0, people)
                .mapToObj(number -> new Window(place, start, new Random(seed * 10L + number), words))
                .toList();
        var together = new CyclicBarrier(people);
        for (Future<Void> done : threads.invokeAll(windows.stream()
                .<Callable<Void>>map(window -> () -> {
                    together.await();
                    as(region.own.coordinator(), window::type);
                    return null;
                })
                .toList())) {
            done.get();
        }
        // The last one may have to hear of what the others sent meanwhile.
        for (int i = 0; i < 2 * people; i++) {
            windows.forEach(window -> as(region.own.coordinator(), () -> window.send(false)));
        }
        String stored = db.fetchSingle("select body from minutes_entry where id = ?", place.id())
                .get(0, String.class);
        return words.faults(
                stored, windows.stream().map(window -> window.person).toList());
    }

    private final class Window {

        final TextPlace place;
        final Random random;
        final Typist person;
        final UUID id = UUID.randomUUID();
        long sequence;

        Window(TextPlace place, String text, Random random, TypedWords words) {
            this.place = place;
            this.random = random;
            person = new Typist(text, random, words);
        }

        void type() {
            for (int i = 0; i < STEPS; i++) {
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> person.type();
                    case 3 -> person.delete();
                    case 4 -> person.move();
                    default -> send(true);
                }
            }
        }

        void send(boolean typing) {
            String text = person.send();
            var sending = new Sending(id, ++sequence);
            var edit = new TextEdit(person.base(), text);
            sendings.incrementAndGet();
            try {
                StoredText stored = desk.saveText(region.own.meeting(), sending, place, edit);
                while (random.nextInt(4) == 0) { // the answer is lost
                    if (typing) {
                        person.type();
                    }
                    stored = desk.saveText(region.own.meeting(), sending, place, edit);
                    repeated.incrementAndGet();
                }
                person.hear(stored.text());
            } catch (TextConflictException e) {
                undecided.incrementAndGet();
                person.decide(e.stored().text());
            }
        }
    }
}
