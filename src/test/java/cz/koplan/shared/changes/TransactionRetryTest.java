package cz.koplan.shared.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.CommittingTest;
import cz.koplan.OppositeOrder;
import cz.koplan.organisations.OrganisationData;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.shared.actor.Actor;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.TransactionSystemException;

@Timeout(60)
class TransactionRetryTest extends CommittingTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void endThreads() {
        threads.close();
    }

    @Test
    void twoThatLockEachOtherOutBothSucceed() throws Exception {
        long first = organisation("První");
        long second = organisation("Druhá");
        var between = new CyclicBarrier(2);
        var attempts = new AtomicInteger[] {new AtomicInteger(), new AtomicInteger()};
        var service = service(OppositeOrder.class);

        var one = CompletableFuture.runAsync(() -> service.rename(first, second, "A", between, attempts[0]), threads);
        var other = CompletableFuture.runAsync(() -> service.rename(second, first, "B", between, attempts[1]), threads);
        one.get(30, TimeUnit.SECONDS);
        other.get(30, TimeUnit.SECONDS);

        assertThat(attempts[0].get() + attempts[1].get())
                .as("one of them tried again")
                .isEqualTo(3);
        assertThat(db.fetch("select note from organisation").map(row -> row.get(0, String.class)))
                .hasSize(2)
                .allSatisfy(note -> assertThat(note).matches("AB|BA"));
    }

    @Test
    void noRetryInsideATransactionThatCannotGoOn() throws Exception {
        long first = organisation("První");
        long second = organisation("Druhá");
        var between = new CyclicBarrier(2);
        var attempts = new AtomicInteger();
        var service = service(OppositeOrder.class);

        var one = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> service.rename(first, second, "A", between, attempts)),
                threads);
        var other = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(
                        status -> service.rename(second, first, "B", between, new AtomicInteger())),
                threads);

        assertThatThrownBy(() -> CompletableFuture.allOf(one, other).get(30, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aLostRaceIsKnownByItsCodeAlsoAtCommit() {
        assertThat(TransactionRetry.lostRace(atCommit(new SQLException("deadlock", "40001", 1213))))
                .isTrue();
        assertThat(TransactionRetry.lostRace(atCommit(new SQLException("row changed", "HY000", 1020))))
                .isTrue();
        assertThat(TransactionRetry.lostRace(atCommit(new SQLException("certification", "40001", 0))))
                .isTrue();
        assertThat(TransactionRetry.lostRace(atCommit(new SQLException("duplicate", "23000", 1062))))
                .isFalse();
        assertThat(TransactionRetry.lostRace(new StaleVersionException())).isFalse();
    }

    private static Exception atCommit(SQLException cause) {
        return new TransactionSystemException("Could not commit", cause);
    }

    private long organisation(String name) {
        return as(Actor.SYSTEM, () -> service(OrganisationService.class).create(OrganisationData.named(name)))
                .value();
    }
}
