package cz.koplan.accounts;

import static cz.koplan.db.Tables.ACCOUNT;
import static cz.koplan.db.Tables.PERSON;
import static org.jooq.impl.DSL.noCondition;

import cz.koplan.db.tables.records.AccountRecord;
import cz.koplan.organisations.PersonData;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.Versions;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

    private final DSLContext db;

    AccountRepository(DSLContext db) {
        this.db = db;
    }

    boolean any() {
        return db.fetchExists(ACCOUNT);
    }

    /** As {@link #any()}, and makes others who want the answer for a change wait until this transaction ends. */
    boolean anyForUpdate() {
        return !db.select(ACCOUNT.ID).from(ACCOUNT).forUpdate().fetch().isEmpty();
    }

    List<Account> all() {
        return db.select(ACCOUNT.asterisk(), PERSON.asterisk())
                .from(ACCOUNT)
                .join(PERSON)
                .on(PERSON.ID.eq(ACCOUNT.PERSON_ID))
                .orderBy(PERSON.FAMILY_NAME, PERSON.GIVEN_NAME, ACCOUNT.ID)
                .fetch(row -> new Account(
                        row.get(ACCOUNT.ID),
                        row.get(ACCOUNT.VERSION),
                        row.get(ACCOUNT.PERSON_ID),
                        name(row),
                        row.get(ACCOUNT.PASSWORD_HASH) != null,
                        new AccountData(
                                row.get(ACCOUNT.EMAIL),
                                row.get(ACCOUNT.ADMIN),
                                row.get(ACCOUNT.PLANNER),
                                row.get(ACCOUNT.ACTIVE))));
    }

    Optional<SignedIn> findSignedIn(String email) {
        return signedIn(ACCOUNT.EMAIL.eq(email));
    }

    Optional<SignedIn> findSignedIn(AccountId id) {
        return signedIn(ACCOUNT.ID.eq(id));
    }

    private Optional<SignedIn> signedIn(Condition which) {
        return db.select(ACCOUNT.asterisk(), PERSON.asterisk())
                .from(ACCOUNT)
                .join(PERSON)
                .on(PERSON.ID.eq(ACCOUNT.PERSON_ID))
                .where(which)
                .fetchOptional(row -> new SignedIn(
                        new Actor(
                                row.get(ACCOUNT.ID),
                                row.get(ACCOUNT.PERSON_ID),
                                name(row),
                                row.get(ACCOUNT.ADMIN),
                                row.get(ACCOUNT.PLANNER)),
                        row.get(ACCOUNT.VERSION),
                        row.get(ACCOUNT.SESSION_EPOCH),
                        row.get(ACCOUNT.EMAIL),
                        row.get(ACCOUNT.PASSWORD_HASH),
                        row.get(ACCOUNT.ACTIVE),
                        new Preferences(row.get(ACCOUNT.LANGUAGE), row.get(ACCOUNT.COLOR_SCHEME))));
    }

    private static String name(Record row) {
        return PersonData.displayName(
                row.get(PERSON.TITLE_BEFORE),
                row.get(PERSON.GIVEN_NAME),
                row.get(PERSON.FAMILY_NAME),
                row.get(PERSON.TITLE_AFTER));
    }

    boolean isEmailTaken(String email, Optional<AccountId> except) {
        return db.fetchExists(
                ACCOUNT, ACCOUNT.EMAIL.eq(email).and(except.map(ACCOUNT.ID::ne).orElse(noCondition())));
    }

    boolean hasAccount(PersonId person) {
        return db.fetchExists(ACCOUNT, ACCOUNT.PERSON_ID.eq(person));
    }

    /**
     * Tells whether an active administrator other than this account exists. Locks the administrators, or two could
     * remove each other at the same moment.
     */
    boolean hasOtherAdmin(AccountId id) {
        return db
                .select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ADMIN.isTrue().and(ACCOUNT.ACTIVE.isTrue()))
                .forUpdate()
                .fetch(ACCOUNT.ID)
                .stream()
                .anyMatch(admin -> !admin.equals(id));
    }

    /** @param passwordHash null = to be set by the person */
    AccountId insert(PersonId person, AccountData data, @Nullable String passwordHash) {
        AccountRecord row = db.newRecord(ACCOUNT);
        row.setPersonId(person);
        row.setPasswordHash(passwordHash);
        write(row, data);
        row.insert();
        return row.getId();
    }

    void update(AccountId id, int version, AccountData data) {
        AccountRecord row = Versions.seen(db.fetchOne(ACCOUNT, ACCOUNT.ID.eq(id)), version);
        write(row, data);
        Versions.update(row);
    }

    private static void write(AccountRecord row, AccountData data) {
        row.setEmail(data.email());
        row.setAdmin(data.admin());
        row.setPlanner(data.planner());
        row.setActive(data.active());
    }

    /** Sets the password and signs out every session. */
    void setPassword(AccountId id, String passwordHash) {
        AccountRecord row = db.fetchSingle(ACCOUNT, ACCOUNT.ID.eq(id));
        row.setPasswordHash(passwordHash);
        row.setSessionEpoch(row.getSessionEpoch() + 1);
        Versions.update(row);
    }

    void signOutEverywhere(AccountId id) {
        AccountRecord row = db.fetchSingle(ACCOUNT, ACCOUNT.ID.eq(id));
        row.setSessionEpoch(row.getSessionEpoch() + 1);
        Versions.update(row);
    }

    void setPreferences(AccountId id, Preferences preferences) {
        AccountRecord row = db.fetchSingle(ACCOUNT, ACCOUNT.ID.eq(id));
        row.setLanguage(preferences.language());
        row.setColorScheme(preferences.colorScheme());
        Versions.update(row);
    }
}
