package cz.koplan.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a mail that did not leave waits for its next attempt: ever longer, for about two days. */
final class BackOff {

    private static final List<Duration> FIRST =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));
    private static final Duration THEN = Duration.ofMinutes(240);

    static final int ATTEMPTS = 16;

    private BackOff() {}

    /**
     * @param failed how many attempts have failed, at least 1
     * @return empty when it is enough
     */
    static Optional<Duration> after(int failed) {
        if (failed >= ATTEMPTS) {
            return Optional.empty();
        }
        return Optional.of(failed <= FIRST.size() ? FIRST.get(failed - 1) : THEN);
    }
}
