package cz.koplan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cz.koplan.CommittingTest;
import cz.koplan.Region;
import cz.koplan.meetings.MeetingId;
import cz.koplan.minutes.EntryKind;
import cz.koplan.minutes.EntryService;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.tasks.TaskService;
import cz.koplan.updates.SubmissionData;
import cz.koplan.updates.SubmissionService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What is told to those who have a meeting open; the feed reads what is committed. */
@Timeout(60)
class LiveFeedTest extends CommittingTest {

    private Region region;
    private Region.Circle own;
    private LiveFeed feed;
    private Ear ear;

    private record Ear(MeetingId meeting, BlockingQueue<LiveFeed.News> heard) implements LiveFeed.Listener {

        @Override
        public void tell(LiveFeed.News news) {
            heard.add(news);
        }

        /** Returns the first news of this type, whatever came before. */
        <N extends LiveFeed.News> N await(Class<N> type, Predicate<N> wanted) throws InterruptedException {
            while (true) {
                LiveFeed.News news = Objects.requireNonNull(heard.poll(10, TimeUnit.SECONDS), "nothing was told");
                if (type.isInstance(news) && wanted.test(type.cast(news))) {
                    return type.cast(news);
                }
            }
        }
    }

    @BeforeEach
    void listen() {
        region = Objects.requireNonNull(transaction.execute(status -> new Region(context)));
        own = region.own;
        feed = service(LiveFeed.class);
        ear = new Ear(own.meeting(), new LinkedBlockingQueue<>());
    }

    @AfterEach
    void turnAway() {
        feed.remove(ear);
    }

    /** Writes before what is stored already. */
    private void type(Region.Circle circle, String text) {
        String base = db.fetchSingle(
                        "select body from minutes_entry where id = ?",
                        circle.entry().value())
                .get(0, String.class);
        as(
                circle.coordinator(),
                () -> service(DeskService.class)
                        .saveText(
                                circle.meeting(),
                                new Sending(UUID.randomUUID(), 1),
                                new TextPlace(
                                        TextPlace.Kind.ENTRY, circle.entry().value()),
                                new TextEdit(base, text + base)));
        feed.changed();
    }

    /** What the region itself wrote is told first; it is awaited, so that it is not taken for something new. */
    private void awaitQuiet() throws InterruptedException {
        feed.add(ear);
        while (ear.heard.poll(2500, TimeUnit.MILLISECONDS) != null) {
            // still news of the past
        }
    }

    @Test
    void aTypedTextIsToldAsText() throws Exception {
        awaitQuiet();
        type(region.foreign, "Jinde. ");
        type(own, "Napsáno. ");

        LiveFeed.News.Texts told = ear.await(LiveFeed.News.Texts.class, texts -> true);

        assertThat(told.texts()).singleElement().satisfies(text -> {
            assertThat(text.meeting()).isEqualTo(own.meeting());
            assertThat(text.place().toString()).isEqualTo("entry-" + own.entry().value());
            assertThat(text.text()).startsWith("Napsáno. ");
            assertThat(text.version()).isEqualTo(2);
            assertThat(text.guarded()).isFalse();
        });
        TimeUnit.MILLISECONDS.sleep(1500);
        assertThat(ear.heard).as("neither twice nor as anything else").allMatch(LiveFeed.News.People.class::isInstance);
    }

    /** As from another node: nothing is told in passing. */
    private void report(Consumer<SubmissionService> work) {
        as(own.member(), () -> work.accept(service(SubmissionService.class)));
    }

    @Test
    void aReportOfAMemberIsToldWithinASecond() throws Exception {
        awaitQuiet();
        report(submissions -> submissions.submit(
                own.meeting(),
                own.membership(),
                new SubmissionData(new TextEdit("", "Otevřeli poradnu."), Set.of(), null, List.of(), List.of())));
        long sent = System.nanoTime();

        ear.await(LiveFeed.News.Structure.class, news -> true);

        assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void thatAMemberWritesIsToldOnceAndNotEveryWord() throws Exception {
        awaitQuiet();
        report(submissions -> submissions.saveDraft(own.meeting(), own.membership(), new TextEdit("", "Otevř")));
        ear.await(LiveFeed.News.Structure.class, news -> true);

        report(submissions ->
                submissions.saveDraft(own.meeting(), own.membership(), new TextEdit("Otevř", "Otevřeli")));
        report(submissions ->
                submissions.saveDraft(own.meeting(), own.membership(), new TextEdit("Otevřeli", "Otevřeli poradnu")));
        TimeUnit.MILLISECONDS.sleep(1500);

        assertThat(ear.heard).allMatch(LiveFeed.News.People.class::isInstance);
    }

    @Test
    void aFileOfAReportIsTold() throws Exception {
        awaitQuiet();
        report(submissions -> submissions.addFile(own.meeting(), own.membership(), "letak.pdf", new byte[] {1}));

        ear.await(LiveFeed.News.Structure.class, news -> true);
    }

    @Test
    void anythingElseIsToldAsAReasonToLoad() throws Exception {
        awaitQuiet();
        as(
                own.coordinator(),
                () -> service(EntryService.class).setKind(own.meeting(), own.entry(), EntryKind.DECISION));
        ear.await(LiveFeed.News.Structure.class, news -> true);

        as(
                own.coordinator(),
                () -> service(EntryService.class).add(own.meeting(), own.topic(), EntryKind.INFORMATION, "Nový."));
        ear.await(LiveFeed.News.Structure.class, news -> true);

        as(own.coordinator(), () -> service(EntryService.class).remove(own.meeting(), own.entry()));
        ear.await(LiveFeed.News.Structure.class, news -> true);
    }

    /** The task itself belongs to another meeting; its step belongs to the one at which it was dealt with. */
    @Test
    void aTaskOfAnEarlierMeetingDealtWithHereIsToldHere() throws Exception {
        feed.add(ear = new Ear(own.withoutMinutes(), new LinkedBlockingQueue<>()));
        while (ear.heard.poll(2500, TimeUnit.MILLISECONDS) != null) {
            // still news of the past
        }
        as(
                own.coordinator(),
                () -> service(TaskService.class).discussed(own.task(), own.withoutMinutes(), "Čeká se na podklady."));
        ear.await(LiveFeed.News.Structure.class, news -> true);
    }

    @Test
    void whoIsThereIsToldUntilTheyLeave() throws Exception {
        feed.add(ear);
        UUID window = UUID.randomUUID();
        as(own.member(), () -> service(DeskService.class).here(own.meeting(), window, "item-1/"));
        feed.changed();
        LiveFeed.News.People here =
                ear.await(LiveFeed.News.People.class, people -> !people.people().isEmpty());
        assertThat(here.people())
                .containsExactly(new Presence(window, own.member().name(), "item-1/"));

        as(own.member(), () -> service(DeskService.class).here(own.meeting(), window, "left"));
        feed.changed();
        ear.await(LiveFeed.News.People.class, people -> people.people().isEmpty());
    }

    @Test
    void textsUnderAnItemForCoordinatorsReachNobodyElse() throws Exception {
        db.execute(
                "update agenda_item set coordinator_only = true where id = ?",
                own.topic().value());
        MockHttpServletResponse members = stream(own.member());
        MockHttpServletResponse coordinators = stream(own.coordinator());

        type(own, "Jen pro koordinátory. ");
        awaitText(coordinators, "Jen pro koordinátory.");
        db.execute(
                "update agenda_item set coordinator_only = false where id = ?",
                own.topic().value());
        type(own, "Pro všechny. ");
        awaitText(members, "Pro všechny.");

        assertThat(coordinators.getContentAsString(StandardCharsets.UTF_8).split("event:texts"))
                .hasSizeGreaterThan(2);
        assertThat(members.getContentAsString(StandardCharsets.UTF_8).split("event:texts"))
                .as("what the member was told")
                .hasSize(2);
    }

    private MockHttpServletResponse stream(Actor actor) {
        return as(actor, () -> {
            try {
                return MockMvcBuilders.standaloneSetup(service(DeskController.class))
                        .setMessageConverters(new StringHttpMessageConverter(StandardCharsets.UTF_8))
                        .build()
                        .perform(get("/api/desk/{meeting}/events", own.meeting().value()))
                        .andReturn()
                        .getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void awaitText(MockHttpServletResponse response, String text) throws Exception {
        for (int i = 0;
                i < 200 && !response.getContentAsString(StandardCharsets.UTF_8).contains(text);
                i++) {
            Thread.sleep(50);
        }
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains(text);
    }
}
