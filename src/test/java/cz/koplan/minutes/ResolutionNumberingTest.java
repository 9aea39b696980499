package cz.koplan.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.CommittingTest;
import cz.koplan.Region;
import cz.koplan.meetings.MeetingId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers given by real transactions at once, as several nodes give them. */
class ResolutionNumberingTest extends CommittingTest {

    private static final int AT_ONCE = 20;

    @Test
    void twentyAtOnceGetTwentyNumbersWithoutGapOrDouble() throws Exception {
        Region region = transaction.execute(status -> new Region(context));
        MeetingId meeting =
                transaction.execute(status -> region.meeting(region.own, "Poprvé v roce", LocalDate.of(2026, 2, 3)));
        var resolutions = service(ResolutionService.class);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<ResolutionId>> recorded = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < AT_ONCE; i++) {
                Callable<ResolutionId> work = () -> {
                    start.await();
                    return as(region.own.coordinator(), () -> resolutions.record(meeting, null, "Souběžně."));
                };
                recorded.add(threads.submit(work));
            }
            start.countDown();
            for (Future<ResolutionId> one : recorded) {
                assertThat(one.get()).isNotNull();
            }
        }

        assertThat(db
                        .fetchValues(
                                "select cast(number as unsigned) from resolution where meeting_id = ?", meeting.value())
                        .stream()
                        .map(String::valueOf))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, AT_ONCE)
                        .mapToObj(String::valueOf)
                        .toList());
    }
}
