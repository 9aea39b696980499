package cz.koplan.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.CommittingTest;
import cz.koplan.Region;
import cz.koplan.organisations.PersonData;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.changes.StaleVersionException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.access.AccessDeniedException;

@Timeout(60)
class AccountServiceTest extends CommittingTest {

    private static final Password PASSWORD = new Password(Region.PASSWORD);

    private AccountService accounts;

    @BeforeEach
    void takeService() {
        accounts = service(AccountService.class);
    }

    @Test
    void theFirstAdministratorIsCreatedOnce() {
        assertThat(asPublic(accounts::waitsForFirstAdministrator)).isTrue();

        asPublic(() -> accounts.createFirstAdministrator(person("prvni"), PASSWORD));

        assertThat(asPublic(accounts::waitsForFirstAdministrator)).isFalse();
        assertThatThrownBy(() -> asPublic(() -> accounts.createFirstAdministrator(person("druhy"), PASSWORD)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(emails()).containsExactly("prvni@priklad.cz");
        assertThat(db.fetchValues("select family_name from person")).hasSize(1);
    }

    @Test
    void theFirstAdministratorNeedsAnAddress() {
        assertRefused("people.email.malformed", () -> {
            asPublic(() -> accounts.createFirstAdministrator(PersonData.named("Jan", "Prvý"), PASSWORD));
            return null;
        });
        assertThat(db.fetchValues("select family_name from person")).isEmpty();
    }

    @Test
    void twoWhoWantToBeFirstAtTheSameMomentDoNotBothSucceed() throws Exception {
        for (int round = 0; round < 5; round++) {
            emptyEveryTable();
            List<Object> outcomes = atOnce(
                    () -> asPublic(() -> accounts.createFirstAdministrator(person("prvni"), PASSWORD)),
                    () -> asPublic(() -> accounts.createFirstAdministrator(person("druhy"), PASSWORD)));

            assertThat(outcomes).hasAtLeastOneElementOfType(AccessDeniedException.class);
            assertThat(emails()).hasSize(1);
        }
    }

    @Test
    void theLastAdministratorStays() {
        Region region = region();

        assertRefused("accounts.lastAdmin", () -> update(region.admin, region.admin, false, true));
        assertRefused("accounts.lastAdmin", () -> update(region.admin, region.admin, true, false));

        update(region.admin, region.planner, true, true);
        update(region.planner, region.admin, false, true);
        assertRefused("accounts.lastAdmin", () -> update(asAdmin(region.planner), region.planner, false, true));
    }

    @Test
    void anAdministratorSwitchedOffDoesNotCount() {
        Region region = region();
        update(region.admin, region.planner, true, false);

        assertRefused("accounts.lastAdmin", () -> update(region.admin, region.admin, false, true));
    }

    @Test
    void twoAdministratorsDoNotRemoveEachOtherAtTheSameMoment() throws Exception {
        for (int round = 0; round < 5; round++) {
            emptyEveryTable();
            Region region = region();
            Actor first = region.admin;
            Actor second = asAdmin(region.planner);
            update(first, second, true, true);

            List<Object> outcomes =
                    atOnce(() -> update(first, second, false, true), () -> update(second, first, false, true));

            assertThat(outcomes).hasAtLeastOneElementOfType(InvalidInputException.class);
            assertThat(db.fetchValues("select id from account where admin and active"))
                    .hasSize(1);
        }
    }

    @Test
    void anAddressAndAPersonHaveOneAccount() {
        Region region = region();
        String taken = account(region.planner).data().email();

        assertRefused("accounts.email.taken", () -> create(region, taken.toUpperCase(java.util.Locale.ROOT)));
        create(region, "novy@priklad.cz");
        assertRefused("accounts.person.taken", () -> create(region, "jiny@priklad.cz"));
    }

    @Test
    void theSecondEditorIsToldAndOverwritesNothing() {
        Region region = region();
        int seen = account(region.planner).version();
        update(region.admin, region.planner, true, true);

        assertThatThrownBy(() -> as(
                        region.admin,
                        () -> accounts.update(
                                region.planner.account(), seen, new AccountData("x@priklad.cz", false, false, true))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(account(region.planner).data().admin()).isTrue();
    }

    @Test
    void theOwnPasswordChangesOnlyWithTheCurrentOne() {
        Region region = region();
        assertRefused("accounts.password.wrong", () -> {
            as(region.planner, () -> accounts.changeOwnPassword("něco jiného", new Password("nové nové heslo")));
            return null;
        });

        as(region.planner, () -> accounts.changeOwnPassword(Region.PASSWORD, new Password("nové nové heslo")));
        as(region.planner, () -> accounts.changeOwnPassword("nové nové heslo", PASSWORD));

        assertThat(db.fetchValues("select password_hash from account where id = "
                        + region.planner.account().value()))
                .allSatisfy(hash -> assertThat((String) hash).startsWith("{bcrypt}"));
    }

    @Test
    void passwordsAreLongButNotLongerThanTheHashReads() {
        assertRefused("accounts.password.short", () -> new Password("krátké"));
        assertRefused("accounts.password.long", () -> new Password("ž".repeat(37)));
        assertThat(new Password("ž".repeat(36))).hasToString("Password");
    }

    private Region region() {
        return transaction.execute(status -> new Region(context));
    }

    private static PersonData person(String name) {
        return new PersonData(null, "Jan", name, null, name + "@priklad.cz", null, false);
    }

    private AccountId create(Region region, String email) {
        return new AccountId(as(
                        region.admin,
                        () -> accounts.create(region.stranger, new AccountData(email, false, false, true), PASSWORD))
                .value());
    }

    private Account account(Actor whose) {
        return as(Actor.SYSTEM, accounts::all).stream()
                .filter(account -> account.id().equals(whose.account()))
                .findFirst()
                .orElseThrow();
    }

    private static Actor asAdmin(Actor actor) {
        return new Actor(actor.account(), actor.person(), actor.name(), true, actor.planner());
    }

    private Object update(Actor who, Actor whose, boolean admin, boolean active) {
        Account seen = account(whose);
        as(
                asAdmin(who),
                () -> accounts.update(
                        whose.account(),
                        seen.version(),
                        new AccountData(seen.data().email(), admin, seen.data().planner(), active)));
        return whose;
    }

    private List<String> emails() {
        return db.fetch("select email from account").map(row -> row.get(0, String.class));
    }

    /** Returns what each of the two returned or threw. */
    private static List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> running = Stream.of(one, other)
                    .map(work -> threads.submit((Callable<Object>) () -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            return running.stream().map(AccountServiceTest::outcome).toList();
        }
    }

    private static Object outcome(Future<Object> running) {
        try {
            return running.get();
        } catch (java.util.concurrent.ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(String messageKey, Callable<?> work) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(work::call)
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(messageKey);
    }
}
