package cz.koplan.desk;

import cz.koplan.meetings.MeetingId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells everybody who has a meeting open on this node what changed in it, also what other nodes did: every half second
 * it asks the change log for the last ten seconds of the open meetings, at once after a change on this node. A change is
 * dated when it is written and seen once it is committed; ten seconds are more than a transaction takes. The feed keeps
 * nothing that a restart could lose; whoever connects anew loads the meeting.
 */
@Component
class LiveFeed {

    /** What is told to a window. */
    sealed interface News {

        /** Texts were changed and nothing else. */
        record Texts(List<DeskRepository.LiveText> texts) implements News {}

        /** Anything else changed: load the meeting anew. */
        record Structure() implements News {}

        record People(List<Presence> people) implements News {}
    }

    /** A window that listens; {@code tell} must not block. */
    interface Listener {
        MeetingId meeting();

        void tell(News news);
    }

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration LOOK_BACK = Duration.ofSeconds(10);
    private static final Duration HERE = Duration.ofSeconds(40);
    private static final long PERIOD_MS = 500;
    private static final long SOON_MS = 60;
    private static final Map<String, TextPlace.Kind> TEXTS = Map.of(
            "minutes_entry", TextPlace.Kind.ENTRY,
            "provider_update", TextPlace.Kind.UPDATE,
            "action_item", TextPlace.Kind.TASK,
            "resolution", TextPlace.Kind.RESOLUTION);
    private static final Set<String> TEXT_COLUMNS = Set.of("body", "recorded_text", "version");

    /** What a member types before handing it in; that somebody writes is told by the change of the name. */
    private static final Set<String> DRAFT_COLUMNS = Set.of("draft_text", "draft_at", "version");

    private final DeskRepository desk;
    private final Clock clock;
    private final Set<Listener> listeners = new CopyOnWriteArraySet<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("desk-feed").daemon().factory());
    private final AtomicBoolean soon = new AtomicBoolean();

    /** Only the ticker's thread touches these. */
    private final Map<Long, LocalDateTime> told = new HashMap<>();

    private final Map<MeetingId, List<Presence>> present = new HashMap<>();

    LiveFeed(DeskRepository desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        ticker.scheduleWithFixedDelay(this::tick, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        ticker.shutdownNow();
    }

    void add(Listener listener) {
        listeners.add(listener);
        execute(() -> {
            List<Presence> people = present.get(listener.meeting());
            if (people != null) {
                listener.tell(new News.People(people));
            }
        });
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    /** Something was just committed on this node. */
    void changed() {
        if (!listeners.isEmpty() && soon.compareAndSet(false, true)) {
            try {
                ticker.schedule(this::tick, SOON_MS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                soon.set(false); // stopping
            }
        }
    }

    private void execute(Runnable work) {
        try {
            ticker.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping", e);
        }
    }

    private void tick() {
        soon.set(false);
        Set<MeetingId> open = listeners.stream().map(Listener::meeting).collect(Collectors.toSet());
        present.keySet().retainAll(open);
        if (open.isEmpty()) {
            told.clear();
            return;
        }
        try {
            LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
            tellChanges(open, now);
            tellPeople(open, now);
        } catch (RuntimeException e) {
            LOG.warn("What changed in open meetings could not be asked for; asking again", e);
        }
    }

    private void tellChanges(Set<MeetingId> open, LocalDateTime now) {
        List<DeskRepository.Change> fresh = desk.changes(open, now.minus(LOOK_BACK)).stream()
                .filter(change -> !change.at().equals(told.get(change.id())))
                .toList();
        told.values().removeIf(at -> at.isBefore(now.minus(LOOK_BACK.multipliedBy(2))));
        if (fresh.isEmpty()) {
            return;
        }
        Set<MeetingId> restructured = new HashSet<>();
        Set<TextPlace> typed = new HashSet<>();
        for (DeskRepository.Change change : fresh) {
            TextPlace.Kind kind = TEXTS.get(change.table());
            boolean updated = change.action().equals("UPDATE");
            if (kind != null && updated && consistsOf(TEXT_COLUMNS, change.columns())) {
                typed.add(new TextPlace(kind, change.row()));
            } else if (!updated || !consistsOf(DRAFT_COLUMNS, change.columns())) {
                restructured.add(change.meeting());
            }
        }
        var texts = desk.texts(typed).stream().collect(Collectors.groupingBy(DeskRepository.LiveText::meeting));
        for (Listener listener : listeners) {
            List<DeskRepository.LiveText> some = texts.get(listener.meeting());
            if (some != null) {
                listener.tell(new News.Texts(some));
            }
            if (restructured.contains(listener.meeting())) {
                listener.tell(new News.Structure());
            }
        }
        fresh.forEach(change -> told.put(change.id(), change.at()));
    }

    /** The columns come as a JSON list of names, {@code ["body", "version"]}. */
    private static boolean consistsOf(Set<String> wanted, @Nullable String columns) {
        return columns != null
                && List.of(columns.replaceAll("[\\[\\]\" ]", "").split(",")).stream()
                        .allMatch(wanted::contains);
    }

    private void tellPeople(Set<MeetingId> open, LocalDateTime now) {
        Map<MeetingId, List<Presence>> here = desk.present(open, now.minus(HERE)).stream()
                .collect(Collectors.groupingBy(
                        DeskRepository.Seen::meeting,
                        Collectors.mapping(DeskRepository.Seen::presence, Collectors.toList())));
        for (MeetingId meeting : open) {
            List<Presence> people = here.getOrDefault(meeting, List.of());
            if (!Objects.equals(present.put(meeting, people), people)) {
                listeners.stream()
                        .filter(listener -> listener.meeting().equals(meeting))
                        .forEach(listener -> listener.tell(new News.People(people)));
            }
        }
    }
}
