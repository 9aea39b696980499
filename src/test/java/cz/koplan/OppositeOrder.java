package cz.koplan;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Renames two organisations one after the other; two of it in opposite order lock each other out. */
@TestComponent
@Service
public class OppositeOrder {

    private final DSLContext db;

    OppositeOrder(DSLContext db) {
        this.db = db;
    }

    /** Counts each attempt, and waits on the barrier between the two changes at the first one only. */
    @Transactional
    public void rename(long first, long second, String name, CyclicBarrier between, AtomicInteger attempts) {
        int attempt = attempts.incrementAndGet();
        db.execute("update organisation set note = concat(ifnull(note, ''), ?) where id = ?", name, first);
        if (attempt == 1) {
            await(between);
        }
        db.execute("update organisation set note = concat(ifnull(note, ''), ?) where id = ?", name, second);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
