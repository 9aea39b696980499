package cz.koplan.bench;

import com.microsoft.playwright.Page;
import cz.koplan.browser.Browser;
import cz.koplan.browser.PackagedApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The desk of the {@link LargeRegion} under load: the application is a process of its own, and what is measured are
 * requests over HTTP on the loopback, without a browser. Client and server share the machine.
 */
public final class DeskLoad {

    private static final Path DATA = Path.of("target", "bench", "region");
    private static final int EDITORS = 16;
    private static final int DESKS = 50;
    private static final int BURSTS = 200;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String ALL = "Total"; // as the histogram calls the sum
    private static final String ADDED = " Doplněno při setkání.";

    private final PackagedApplication application;
    private final QueryLog database;
    private final List<Visitor> coordinators = new ArrayList<>();

    private DeskLoad(PackagedApplication application, QueryLog database) {
        this.application = application;
        this.database = database;
    }

    /** The argument is the extracted {@code koplan.jar}. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        LoggingSystem.get(DeskLoad.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        LargeRegion.fill(DATA);
        try (var application = PackagedApplication.start(Path.of(arguments[0]), DATA, QueryLog.OPTION)) {
            try (var database = new QueryLog(DATA)) {
                new DeskLoad(application, database).measure();
            }
        }
        ListLoad.measure(DATA);
        System.exit(0); // the browser and the clients leave threads behind
    }

    private void measure() throws Exception {
        for (int group = 1; group <= DESKS; group++) {
            coordinators.add(
                    Visitor.signIn(application.address(), LargeRegion.coordinator(group), LargeRegion.PASSWORD));
        }
        opening();
        inspect();
        typing("one editor", 1, 500, (editor) -> LargeRegion.running(1), 50);
        typing("16 editors, one meeting", EDITORS, BURSTS, (editor) -> LargeRegion.running(1), 250);
        typing("16 editors, 16 meetings", EDITORS, BURSTS, (editor) -> LargeRegion.running(editor + 1), 250);
        heap("the home page, session and frame included", (visitor, group) -> visitor.open("", "changes"), 0);
        List<AutoCloseable> streams = new ArrayList<>();
        heap(
                "an open desk with its stream (aim 500)",
                (visitor, group) -> {
                    visitor.openDesk(LargeRegion.running(group));
                    streams.add(visitor.follow(LargeRegion.running(group), (place, version) -> {}));
                },
                12);
        for (AutoCloseable stream : streams) {
            stream.close();
        }
        browser();
    }

    private void opening() throws Exception {
        var warm = new Timings();
        for (int round = 0; round < 3; round++) {
            for (int group = 1; group <= DESKS; group++) {
                warm.add(coordinators.get(group - 1).openDesk(LargeRegion.running(group)));
            }
        }
        warm.print("opening the desk, while the server warms up", 0);
        var opening = new Timings();
        for (int round = 0; round < 4; round++) {
            for (int group = 1; group <= DESKS; group++) {
                opening.add(coordinators.get(group - 1).openDesk(LargeRegion.running(group)));
            }
        }
        opening.print("opening the desk", 300);
        unprepare();
        var first = new Timings();
        for (int group = 1; group <= DESKS; group++) {
            first.add(coordinators.get(group - 1).openDesk(LargeRegion.planned(group)));
        }
        first.print("opening the desk for the first time", 300);
    }

    /** Takes the lines of members away that an earlier run made for the planned meetings. */
    private void unprepare() throws SQLException {
        for (String table : List.of("provider_update", "attendance")) {
            database.execute(
                    "delete t from " + table + " t join meeting m on m.id = t.meeting_id where m.state = 'PLANNED'");
        }
    }

    private void inspect() throws Exception {
        Visitor visitor = coordinators.getFirst();
        database.begin();
        visitor.openDesk(LargeRegion.running(1));
        database.end("opening the desk");
        Place place = places(LargeRegion.running(1), 1).getFirst();
        database.begin();
        visitor.save(LargeRegion.running(1), place.name(), place.text(), place.text() + ADDED);
        database.end("a saved burst");
        try (var _ = visitor.follow(LargeRegion.running(1), (text, version) -> {})) {
            Thread.sleep(Duration.ofMillis(700));
            database.begin();
            Thread.sleep(Duration.ofSeconds(2));
            database.end("two seconds of a followed meeting");
        }
    }

    private record Place(String name, String text) {}

    private List<Place> places(long meeting, int count) throws SQLException {
        List<String> ids = database.column(
                "select id from provider_update where meeting_id = " + meeting + " order by position limit " + count);
        List<String> texts = database.column("select recorded_text from provider_update where meeting_id = " + meeting
                + " order by position limit " + count);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            places.add(new Place("update-" + ids.get(i), texts.get(i)));
        }
        return places;
    }

    private interface Meeting {
        long of(int editor);
    }

    private void typing(String what, int editors, int bursts, Meeting meeting, double budget) throws Exception {
        var saving = new Timings();
        var seeing = new Timings();
        var refused = new AtomicInteger();
        Map<String, Long> saved = new ConcurrentHashMap<>();
        List<AutoCloseable> streams = new ArrayList<>();
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < editors; i++) {
            int editor = i;
            long where = meeting.of(editor);
            Visitor visitor = coordinators.get(editor);
            Place place = places(where, EDITORS).get(editor);
            streams.add(visitor.follow(where, (text, version) -> {
                Long at = saved.get(text + " " + version);
                if (at != null) {
                    seeing.add(System.nanoTime() - at);
                }
            }));
            work.add(() -> {
                type(visitor, where, place, bursts, saving, saved, refused);
                return null;
            });
        }
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Thread.sleep(Duration.ofSeconds(1)); // the last news is on its way
        for (AutoCloseable stream : streams) {
            stream.close();
        }
        saving.print("a saved burst, " + what, budget);
        seeing.print("  and until a window shows it", 1000);
        System.out.printf(
                Locale.ROOT, "  %.0f bursts per second, %d refused%n", editors * bursts / seconds, refused.get());
    }

    /** Types a text longer and longer, each burst as soon as the one before is stored, and takes it all back at the end. */
    private static void type(
            Visitor visitor,
            long meeting,
            Place place,
            int bursts,
            Timings saving,
            Map<String, Long> saved,
            AtomicInteger refused)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        String stored = place.text();
        for (int burst = 1; burst <= bursts && System.nanoTime() < end; burst++) {
            String text = burst % 50 == 0 ? place.text() : stored + ADDED;
            long start = System.nanoTime();
            Visitor.Stored answer = visitor.save(meeting, place.name(), stored, text);
            long now = System.nanoTime();
            saving.add(now - start);
            if (answer.status() == 200 && answer.text().equals(text)) {
                saved.put(place.name() + " " + answer.version(), start);
            } else {
                refused.incrementAndGet();
            }
            stored = answer.text();
        }
        visitor.save(meeting, place.name(), stored, place.text());
    }

    private interface Opening {
        void by(Visitor visitor, int group) throws Exception;
    }

    /** Compares what lives in the server before and after everybody opens a screen in a window of their own. */
    private void heap(String what, Opening opening, int biggest) throws Exception {
        List<Visitor> visitors = new ArrayList<>();
        for (int group = 1; group <= DESKS; group++) {
            visitors.add(Visitor.signIn(application.address(), LargeRegion.coordinator(group), LargeRegion.PASSWORD));
        }
        Map<String, Long> before = living();
        for (int group = 1; group <= DESKS; group++) {
            opening.by(visitors.get(group - 1), group);
        }
        Map<String, Long> after = living();
        System.out.printf(
                Locale.ROOT, "live heap of %s: %.0f kB%n", what, (after.get(ALL) - before.get(ALL)) / 1000.0 / DESKS);
        after.entrySet().stream()
                .filter(type -> !type.getKey().equals(ALL))
                .map(type -> Map.entry(type.getKey(), type.getValue() - before.getOrDefault(type.getKey(), 0L)))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(biggest)
                .forEach(type -> System.out.printf(
                        Locale.ROOT, "  %7.1f kB %s%n", type.getValue() / 1000.0 / DESKS, type.getKey()));
    }

    /** Bytes by type after three full collections. */
    private Map<String, Long> living() throws IOException, InterruptedException {
        String histogram = "";
        for (int i = 0; i < 3; i++) {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(application.process().pid()),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            jcmd.waitFor();
        }
        Map<String, Long> bytes = new LinkedHashMap<>();
        histogram.lines().map(line -> line.strip().split("\\s+")).forEach(words -> {
            if (words.length >= 4 && words[0].matches("\\d+:")) {
                bytes.merge(words[3], Long.valueOf(words[2]), Long::sum);
            } else if (words[0].equals(ALL)) {
                bytes.put(ALL, Long.valueOf(words[2]));
            }
        });
        return bytes;
    }

    /** In a real browser, until the first text can be read; for information. */
    private void browser() {
        try (var browser = new Browser()) {
            Page page = browser.window(application.address(), Browser.DESKTOP, "cs", false);
            page.navigate("/sign-in");
            page.locator("input[name=username]").fill(LargeRegion.coordinator(1));
            page.locator("input[name=password]").fill(LargeRegion.PASSWORD);
            page.keyboard().press("Enter");
            page.locator("vaadin-app-layout").waitFor();
            var opening = new Timings();
            for (int i = 0; i < 20; i++) {
                page.navigate("about:blank");
                long start = System.nanoTime();
                page.navigate("/desk/" + LargeRegion.running(1));
                page.locator("koplan-text").first().waitFor();
                opening.add(System.nanoTime() - start);
            }
            opening.print("opening the desk in a browser", 0);
        } catch (IllegalStateException noBrowser) {
            System.out.println("opening the desk in a browser: " + noBrowser.getMessage());
        }
    }
}
