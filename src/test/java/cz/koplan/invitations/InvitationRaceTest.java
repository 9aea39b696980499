package cz.koplan.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.CommittingTest;
import cz.koplan.Region;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupService;
import cz.koplan.meetings.MeetingId;
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

/** Several coordinators, members and rounds at the same meeting at once. */
@Timeout(60)
class InvitationRaceTest extends CommittingTest {

    private static final int PEOPLE = 4;

    private Region region;
    private MeetingId meeting;

    @BeforeEach
    void planMeeting() {
        region = Objects.requireNonNull(transaction.execute(status -> {
            Region created = new Region(context);
            for (int i = 0; i < 5; i++) {
                var delegate =
                        created.account("Osoba", "Číslo " + i, false, false).person();
                var organisation = created.organisation("Člen " + i);
                as(created.own.coordinator(), () -> {
                    var groups = service(GroupService.class);
                    var member = groups.addOrganisation(created.own.group(), organisation, Region.SINCE);
                    groups.addDelegate(member, delegate, DelegateKind.DELEGATE, Region.SINCE);
                });
            }
            return created;
        }));
        meeting = Objects.requireNonNull(transaction.execute(status -> region.planned()));
    }

    private void together(IntConsumer work) throws Exception {
        var start = new CyclicBarrier(PEOPLE);
        List<Callable<Void>> people = IntStream.range(0, PEOPLE)
                .<Callable<Void>>mapToObj(number -> () -> {
                    start.await();
                    as(region.own.coordinator(), () -> work.accept(number));
                    return null;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
            for (Future<Void> done : threads.invokeAll(people)) {
                done.get();
            }
        }
    }

    private long count(String what) {
        return db.fetchSingle("select count(*) from " + what).get(0, Long.class);
    }

    @Test
    void everybodyIsInvitedOnceHoweverManyCoordinatorsPress() throws Exception {
        together(number -> service(InvitationService.class).invite(meeting));

        assertThat(count("invitation")).isEqualTo(6);
        assertThat(count("mail where meeting_id = " + meeting.value())).isEqualTo(6);
        assertThat(count("personal_link where purpose = 'MEETING'")).isEqualTo(6);
    }

    @Test
    void roundsOnSeveralNodesRemindOnce() throws Exception {
        as(region.own.coordinator(), () -> {
            service(InvitationService.class).invite(meeting);
            service(ReportingService.class).save(region.own.group(), 0, new ReportingData(30, 90));
        });
        db.execute("update invitation set invited_at = now() - interval 40 day");

        together(number -> service(ReminderRound.class).run());

        assertThat(count("mail where kind = 'REMINDER'")).isEqualTo(6);
    }

    @Test
    void twoAnswersOfOnePersonMakeOne() throws Exception {
        var member = region.own.membership();
        var person = region.own.member().person();

        together(number -> service(InvitationService.class)
                .answerFor(
                        meeting,
                        member,
                        person,
                        number % 2 == 0 ? AnswerData.comes() : new AnswerData(Answer.EXCUSED, "nemoc", null)));

        assertThat(count("invitation_answer")).isEqualTo(1);
        var answer = String.valueOf(db.fetchValue("select answer from invitation_answer"));
        var kind = db.fetchValue(
                "select kind from attendance where meeting_id = ? and member_id = ?", meeting.value(), member.value());
        assertThat(kind).isEqualTo(answer.equals("COMES") ? "EXPECTED" : "EXCUSED");
    }

    @Test
    void remindingTwiceAtOnceSendsOneMailEach() throws Exception {
        as(region.own.coordinator(), () -> service(InvitationService.class).invite(meeting));
        together(number -> service(InvitationService.class).remind(meeting, Set.of(region.own.membership())));

        assertThat(count("mail where kind = 'REMINDER' and state = 'WAITING'")).isEqualTo(1);
    }
}
