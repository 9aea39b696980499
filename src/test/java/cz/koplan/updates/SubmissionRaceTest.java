package cz.koplan.updates;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.CommittingTest;
import cz.koplan.Region;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.Visitor;
import cz.koplan.shared.changes.TextEdit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several people of one organisation, and the coordinator, at the same report at once. */
@Timeout(60)
class SubmissionRaceTest extends CommittingTest {

    private static final int PEOPLE = 6;

    private Region.Circle own;
    private MeetingId meeting;
    private Visitor member;
    private SubmissionService submissions;

    @BeforeEach
    void planMeeting() {
        Region region = Objects.requireNonNull(transaction.execute(status -> new Region(context)));
        own = region.own;
        submissions = service(SubmissionService.class);
        meeting = region.meeting(own, "Prosincové setkání", Region.DAY.plusMonths(3));
        db.execute("update meeting set state = 'PLANNED' where id = ?", meeting.value());
        as(
                own.coordinator(),
                () -> service(MeetingService.class)
                        .addAgendaItem(meeting, new AgendaItemData(null, "Kolečko", AgendaItemKind.ROUND_TABLE)));
        member = new Visitor(LinkPurpose.MEETING, meeting.value(), own.member().person(), "Marek Dvořák");
    }

    private static void together(IntConsumer work) throws Exception {
        var start = new CyclicBarrier(PEOPLE);
        List<Callable<Void>> people = IntStream.range(0, PEOPLE)
                .<Callable<Void>>mapToObj(number -> () -> {
                    start.await();
                    work.accept(number);
                    return null;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
            for (Future<Void> done : threads.invokeAll(people)) {
                done.get();
            }
        }
    }

    private static SubmissionData data(String text) {
        return new SubmissionData(new TextEdit("", text), Set.of(Signal.STAFFING), 2, List.of(), List.of());
    }

    @Test
    void theSameReportFromSixWindowsIsOneLineAndOneSubmission() throws Exception {
        together(number -> CurrentActor.actingAs(member, () -> {
            submissions.submit(meeting, own.membership(), data("Otevřeli poradnu."));
            return true;
        }));

        assertThat(lines()).containsExactly("Otevřeli poradnu.");
        assertThat(db.fetchCount(db.selectFrom("update_signal"))).isEqualTo(1);
    }

    @Test
    void theLineIsPreparedAndReportedAtOnce() throws Exception {
        together(number -> {
            if (number % 2 == 0) {
                as(own.coordinator(), () -> service(UpdateService.class).prepare(meeting));
            } else {
                CurrentActor.actingAs(
                        member,
                        () -> submissions.saveDraft(meeting, own.membership(), new TextEdit("", "Otevřeli poradnu.")));
            }
        });

        assertThat(lines()).hasSize(1);
        assertThat(CurrentActor.actingAs(member, () -> submissions.of(meeting, own.membership()))
                        .draft())
                .isEqualTo("Otevřeli poradnu.");
    }

    @Test
    void theWaitingReportIsOneAndIsTakenInOnce() throws Exception {
        together(number ->
                as(own.member(), () -> submissions.submit(own.group(), own.membership(), data("Otevřeli poradnu."))));
        assertThat(db.fetchCount(db.selectFrom("provider_update").where("meeting_id is null")))
                .isEqualTo(1);

        together(number ->
                as(own.coordinator(), () -> service(UpdateService.class).prepare(meeting)));

        assertThat(lines()).containsExactly("Otevřeli poradnu.");
        assertThat(db.fetchCount(db.selectFrom("provider_update").where("meeting_id is null")))
                .isZero();
    }

    @Test
    void noMoreThanTenFilesWhoeverIsFaster() throws Exception {
        for (int i = 0; i < SubmissionService.MOST_FILES - 1; i++) {
            String name = i + ".pdf";
            CurrentActor.actingAs(member, () -> submissions.addFile(meeting, own.membership(), name, new byte[] {1}));
        }
        together(number -> CurrentActor.actingAs(member, () -> {
            try {
                submissions.addFile(meeting, own.membership(), "posledni.pdf", new byte[] {1});
            } catch (InvalidInputException refused) {
                // expected of all but one
            }
            return true;
        }));

        assertThat(db.fetchCount(db.selectFrom("update_file"))).isEqualTo(SubmissionService.MOST_FILES);
    }

    private List<String> lines() {
        return as(own.coordinator(), () -> service(UpdateService.class).of(meeting)).stream()
                .map(line -> line.data().text())
                .toList();
    }
}
