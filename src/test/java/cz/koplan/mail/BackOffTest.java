package cz.koplan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void pausesGrowAndEndAfterAboutTwoDays() {
        List<Duration> pauses = IntStream.range(1, 100)
                .mapToObj(BackOff::after)
                .flatMap(Optional::stream)
                .toList();

        assertThat(pauses.subList(0, 5).stream().map(Duration::toMinutes)).containsExactly(1L, 5L, 15L, 60L, 240L);
        assertThat(pauses).isSorted();
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(40), Duration.ofHours(50));
    }
}
