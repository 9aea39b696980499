package cz.koplan.desk;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextConflictException;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.text.PastedHtml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code scripts/desk.js} talks to. Texts travel here and not through Flow, because Flow sends a whole value without
 * saying what it was made from: it can neither merge two typists nor repeat a sending safely.
 */
@RestController
@RequestMapping("/api/desk")
class DeskController {

    /** What scripts send is complete, or it is refused before anything is stored: no text is not an empty text. */
    record Typed(UUID window, long sequence, String base, String text) {

        Typed {
            requireAll(window, base, text);
        }
    }

    record Line(UUID window, long sequence, String text) {

        Line {
            requireAll(window, text);
        }
    }

    record Here(UUID window, String place) {

        Here {
            requireAll(window, place);
        }
    }

    record Asked(String text, int caret) {

        Asked {
            requireAll(text);
        }
    }

    private static void requireAll(@Nullable Object... parts) {
        for (Object part : parts) {
            Objects.requireNonNull(part);
        }
    }

    record Message(String message) {}

    record LiveText(String place, int version, String text) {}

    private final DeskService desk;
    private final LiveFeed feed;
    private final I18NProvider words;
    private final JsonMapper json;

    DeskController(DeskService desk, LiveFeed feed, I18NProvider words, JsonMapper json) {
        this.desk = desk;
        this.feed = feed;
        this.words = words;
        this.json = json;
    }

    @PutMapping("/{meeting}/texts/{place}")
    StoredText saveText(@PathVariable long meeting, @PathVariable String place, @RequestBody Typed typed) {
        TextPlace where = TextPlace.parse(place).orElseThrow(() -> new NotFoundException(place));
        StoredText stored = desk.saveText(
                new MeetingId(meeting),
                new Sending(typed.window(), typed.sequence()),
                where,
                new TextEdit(typed.base(), typed.text()));
        feed.changed();
        return stored;
    }

    @PostMapping("/{meeting}/items/{item}/lines")
    Message addLine(@PathVariable long meeting, @PathVariable long item, @RequestBody Line line, Locale locale) {
        List<QuickLine.Problem> problems = desk.addLine(
                new MeetingId(meeting),
                new Sending(line.window(), line.sequence()),
                new AgendaItemId(item),
                line.text());
        feed.changed();
        return new Message(problems.stream()
                .map(problem -> words.getTranslation(problem.reason().messageKey(), locale, problem.arguments()))
                .collect(Collectors.joining(" ")));
    }

    @PostMapping("/{meeting}/completions")
    List<QuickLine.Completion> completions(@PathVariable long meeting, @RequestBody Asked asked, Locale locale) {
        return desk.completions(new MeetingId(meeting), asked.text(), asked.caret(), locale);
    }

    @PostMapping("/{meeting}/here")
    void here(@PathVariable long meeting, @RequestBody Here here) {
        desk.here(new MeetingId(meeting), here.window(), here.place());
        feed.changed();
    }

    /** What was copied from an office program or a page, as Markdown. */
    @PostMapping("/markdown")
    ResponseEntity<String> markdown(InputStream html) throws IOException {
        byte[] read = html.readNBytes(PastedHtml.LONGEST + 1);
        if (read.length > PastedHtml.LONGEST) {
            throw new InvalidInputException(PastedHtml.TOO_MUCH);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(PastedHtml.toMarkdown(new String(read, StandardCharsets.UTF_8)));
    }

    /** A stream of what changes; it ends now and then, so that the right to follow is asked for anew. */
    @GetMapping(path = "/{meeting}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable long meeting) {
        MeetingId followed = new MeetingId(meeting);
        var stream = new Stream(followed, desk.follow(followed));
        feed.add(stream);
        Thread.ofVirtual().name("desk-events").start(stream::run);
        return stream.emitter;
    }

    /** Carries news to one window on a thread of its own, so that a slow one keeps nobody waiting. */
    private final class Stream implements LiveFeed.Listener {

        private static final Duration LIFE = Duration.ofMinutes(5);
        private static final int MOST_WAITING = 64;

        private final MeetingId meeting;
        private final boolean coordinator;
        private final SseEmitter emitter = new SseEmitter(LIFE.plusMinutes(1).toMillis());
        private final BlockingQueue<LiveFeed.News> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
        private volatile boolean over;

        Stream(MeetingId meeting, boolean coordinator) {
            this.meeting = meeting;
            this.coordinator = coordinator;
            Runnable end = () -> over = true;
            emitter.onCompletion(end);
            emitter.onTimeout(end);
            emitter.onError(failure -> over = true);
        }

        @Override
        public MeetingId meeting() {
            return meeting;
        }

        @Override
        public void tell(LiveFeed.News news) {
            if (!waiting.offer(news)) {
                over = true; // it will connect anew and load everything
            }
        }

        void run() {
            long end = System.nanoTime() + LIFE.toNanos();
            try {
                emitter.send(SseEmitter.event().reconnectTime(1000).comment("here"));
                while (!over && System.nanoTime() < end) {
                    LiveFeed.News news = waiting.poll(15, TimeUnit.SECONDS);
                    if (news == null) {
                        emitter.send(SseEmitter.event().comment("still here"));
                    } else {
                        List<LiveFeed.News> all = new ArrayList<>(List.of(news));
                        waiting.drainTo(all);
                        send(all);
                    }
                }
                emitter.complete();
            } catch (IOException | IllegalStateException gone) {
                emitter.completeWithError(gone);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                feed.remove(this);
            }
        }

        private void send(List<LiveFeed.News> all) throws IOException {
            boolean structure = false;
            LiveFeed.News.@Nullable People people = null;
            for (LiveFeed.News news : all) {
                switch (news) {
                    case LiveFeed.News.Texts(var texts) -> {
                        List<LiveText> seen = texts.stream()
                                .filter(text -> coordinator || !text.guarded())
                                .map(text -> new LiveText(text.place().toString(), text.version(), text.text()))
                                .toList();
                        if (!seen.isEmpty()) {
                            emitter.send(SseEmitter.event().name("texts").data(json.writeValueAsString(seen)));
                        }
                    }
                    case LiveFeed.News.Structure() -> structure = true;
                    case LiveFeed.News.People latest -> people = latest;
                }
            }
            if (structure) {
                emitter.send(SseEmitter.event().name("structure").data("{}"));
            }
            if (people != null) {
                emitter.send(SseEmitter.event().name("people").data(json.writeValueAsString(people.people())));
            }
        }
    }

    @ExceptionHandler
    ResponseEntity<StoredText> conflict(TextConflictException e) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(e.stored());
    }

    @ExceptionHandler({StaleVersionException.class, NotFoundException.class})
    ResponseEntity<Void> gone() {
        return ResponseEntity.notFound().build();
    }

    @ExceptionHandler
    ResponseEntity<Message> refused(InvalidInputException e, Locale locale) {
        return ResponseEntity.unprocessableContent()
                .body(new Message(words.getTranslation(e.messageKey(), locale, e.arguments())));
    }
}
