package cz.koplan.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cz.koplan.shared.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of states: {@code +} goes, {@code r} goes with a reason, {@code .} is refused. */
class LifeCycleTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            FROM,        PLANNED, INVITED, IN_PROGRESS, HELD, CANCELLED
            PLANNED,     .,       +,       +,           .,    +
            INVITED,     r,       .,       +,           .,    +
            IN_PROGRESS, r,       .,       .,           +,    .
            HELD,        .,       .,       r,           .,    .
            CANCELLED,   r,       .,       .,           .,    .
            """)
    void aMeetingTakesTheStepsOfTheTable(
            MeetingState from, String planned, String invited, String inProgress, String held, String cancelled) {
        String[] wanted = {planned, invited, inProgress, held, cancelled};
        for (MeetingState to : MeetingState.values()) {
            assertStep(
                    wanted[to.ordinal()],
                    "meetings.step.refused",
                    reason -> MeetingLifeCycle.require(from, to, reason));
        }
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            FROM,      DRAFT, IN_REVIEW, APPROVED
            DRAFT,     .,     +,         .
            IN_REVIEW, r,     .,         +
            APPROVED,  .,     .,         .
            """)
    void minutesTakeTheStepsOfTheTable(MinutesState from, String draft, String inReview, String approved) {
        String[] wanted = {draft, inReview, approved};
        for (MinutesState to : MinutesState.values()) {
            assertStep(
                    wanted[to.ordinal()], "minutes.step.refused", reason -> MinutesLifeCycle.require(from, to, reason));
        }
    }

    private interface Attempt {
        String with(String reason);
    }

    private static void assertStep(String wanted, String refusal, Attempt attempt) {
        switch (wanted) {
            case "+" -> {
                assertThat(attempt.with(null)).isNull();
                assertThat(attempt.with(" proto ")).isEqualTo("proto");
            }
            case "r" -> {
                assertThat(attempt.with("proto")).isEqualTo("proto");
                assertRefused("meetings.step.reason.needed", () -> attempt.with(null));
                assertRefused("meetings.step.reason.needed", () -> attempt.with(" \n"));
            }
            default -> assertRefused(refusal, () -> attempt.with("proto"));
        }
    }

    private static void assertRefused(String key, Runnable attempt) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(attempt::run)
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(key);
    }

    @Test
    void whatIsOfferedIsWhatIsAllowed() {
        assertThat(MeetingLifeCycle.from(MeetingState.INVITED))
                .containsExactlyInAnyOrder(
                        new Step<>(MeetingState.INVITED, MeetingState.IN_PROGRESS, false),
                        new Step<>(MeetingState.INVITED, MeetingState.CANCELLED, false),
                        new Step<>(MeetingState.INVITED, MeetingState.PLANNED, true));
        assertThat(MinutesLifeCycle.from(MinutesState.APPROVED)).isEmpty();
    }
}
