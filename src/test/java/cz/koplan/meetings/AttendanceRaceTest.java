package cz.koplan.meetings;

import static cz.koplan.Region.DAY;
import static cz.koplan.Region.SINCE;
import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.CommittingTest;
import cz.koplan.Region;
import cz.koplan.groups.GroupService;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several people at the same list at once. */
@Timeout(60)
class AttendanceRaceTest extends CommittingTest {

    private static final int PEOPLE = 6;

    private Region region;
    private MeetingId meeting;
    private AttendanceService attendance;

    @BeforeEach
    void planMeeting() {
        attendance = service(AttendanceService.class);
        region = Objects.requireNonNull(transaction.execute(status -> new Region(context)));
        for (int i = 0; i < 10; i++) {
            var organisation = region.organisation("Člen " + i);
            as(
                    region.own.coordinator(),
                    () -> service(GroupService.class).addOrganisation(region.own.group(), organisation, SINCE));
        }
        meeting = region.meeting(region.own, "Plánované setkání", DAY);
        db.execute("update meeting set state = 'PLANNED' where id = ?", meeting.value());
    }

    private void together(java.util.function.IntConsumer work) throws Exception {
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

    private List<AttendanceLine> lines() {
        return as(region.own.coordinator(), () -> attendance.board(meeting)).lines();
    }

    @Test
    void membersAreOnTheListOnce() throws Exception {
        together(number -> attendance.prepare(meeting));

        assertThat(lines()).hasSize(11).extracting(AttendanceLine::position).doesNotHaveDuplicates();
    }

    @Test
    void nobodyIsToldToTryAgain() throws Exception {
        as(region.own.coordinator(), () -> attendance.prepare(meeting));
        AttendanceLine line = lines().getLast();

        together(number -> {
            switch (number % 3) {
                case 0 -> attendance.note(meeting, line.id(), AttendanceKind.PRESENT);
                case 1 -> attendance.speaksThrough(meeting, line.id(), "Host " + number);
                default -> attendance.addGuest(meeting, "Host " + number, null);
            }
        });

        assertThat(lines().getLast().present()).isTrue();
        assertThat(lines().getLast().speaker()).startsWith("Host");
        assertThat(as(region.own.coordinator(), () -> attendance.board(meeting)).guests())
                .hasSize(PEOPLE / 3);
    }
}
