package cz.koplan.accounts;

import static cz.koplan.db.Tables.KNOWN_ORIGIN;
import static cz.koplan.db.Tables.SIGN_IN_BRAKE;

import cz.koplan.db.tables.records.KnownOriginRecord;
import cz.koplan.db.tables.records.SignInBrakeRecord;
import cz.koplan.shared.actor.AccountId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

@Repository
class SignInBrakeRepository {

    /** @param openAt UTC */
    record Counter(int failures, LocalDateTime openAt) {}

    private static final Duration UNUSED = Duration.ofDays(400);
    private static final int AT_A_TIME = 20;

    private final DSLContext db;

    SignInBrakeRepository(DSLContext db) {
        this.db = db;
    }

    /** Returns the living counters by bucket and makes others who count there wait, always in the same order. */
    Map<String, Counter> lock(Collection<String> buckets, LocalDateTime now) {
        return db
                .selectFrom(SIGN_IN_BRAKE)
                .where(SIGN_IN_BRAKE.BUCKET.in(buckets))
                .orderBy(SIGN_IN_BRAKE.BUCKET)
                .forUpdate()
                .fetch()
                .stream()
                .filter(row -> row.getForgetAt().isAfter(now))
                .collect(Collectors.toMap(
                        SignInBrakeRecord::getBucket, row -> new Counter(row.getFailures(), row.getOpenAt())));
    }

    int failures(String bucket, LocalDateTime now) {
        return db.select(SIGN_IN_BRAKE.FAILURES)
                .from(SIGN_IN_BRAKE)
                .where(SIGN_IN_BRAKE.BUCKET.eq(bucket))
                .and(SIGN_IN_BRAKE.FORGET_AT.gt(now))
                .fetchOptional(SIGN_IN_BRAKE.FAILURES)
                .orElse(0);
    }

    /**
     * Writes the counter as somebody counted on from {@code before}; 0 = it was not there or counted no more.
     *
     * @throws OptimisticLockingFailureException when it was begun by somebody else after {@link #lock} had found none
     */
    void write(
            String bucket, int before, int failures, LocalDateTime now, LocalDateTime openAt, LocalDateTime forgetAt) {
        // A plain read inside a longer transaction would show the past.
        SignInBrakeRecord row = db.selectFrom(SIGN_IN_BRAKE)
                .where(SIGN_IN_BRAKE.BUCKET.eq(bucket))
                .forUpdate()
                .fetchOptional()
                .orElseGet(() -> db.newRecord(SIGN_IN_BRAKE));
        boolean counts = row.getForgetAt() != null && row.getForgetAt().isAfter(now);
        if ((counts ? row.getFailures() : 0) != before) {
            throw new OptimisticLockingFailureException("Somebody else counted meanwhile");
        }
        row.setBucket(bucket);
        row.setFailures(failures);
        row.setOpenAt(openAt);
        row.setForgetAt(forgetAt);
        row.store();
    }

    void remove(String bucket) {
        db.fetch(SIGN_IN_BRAKE, SIGN_IN_BRAKE.BUCKET.eq(bucket)).forEach(SignInBrakeRecord::delete);
    }

    /** Removes a few counters that count no more. */
    void forget(LocalDateTime now) {
        db.selectFrom(SIGN_IN_BRAKE)
                .where(SIGN_IN_BRAKE.FORGET_AT.lt(now))
                .limit(AT_A_TIME)
                .forUpdate()
                .skipLocked()
                .fetch()
                .forEach(SignInBrakeRecord::delete);
    }

    boolean knows(AccountId account, String origin) {
        return db.fetchExists(KNOWN_ORIGIN, KNOWN_ORIGIN.ACCOUNT_ID.eq(account).and(KNOWN_ORIGIN.ORIGIN.eq(origin)));
    }

    void remember(AccountId account, String origin, LocalDateTime now) {
        Map<String, KnownOriginRecord> known =
                db.fetch(KNOWN_ORIGIN, KNOWN_ORIGIN.ACCOUNT_ID.eq(account)).intoMap(KNOWN_ORIGIN.ORIGIN);
        KnownOriginRecord row = known.get(origin);
        if (row == null) {
            row = db.newRecord(KNOWN_ORIGIN);
            row.setAccountId(account);
            row.setOrigin(origin);
        }
        row.setSeenAt(now);
        row.store();
        known.values().stream()
                .filter(other -> other.getSeenAt().isBefore(now.minus(UNUSED)))
                .forEach(KnownOriginRecord::delete);
    }

    void forget(AccountId account) {
        db.fetch(KNOWN_ORIGIN, KNOWN_ORIGIN.ACCOUNT_ID.eq(account)).forEach(KnownOriginRecord::delete);
    }
}
