package cz.koplan.accounts;

import cz.koplan.shared.actor.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guessing without locking out who merely sits beside the guesser.
 *
 * <p>What an attempt counts towards depends on how well its origin is known to the account:
 *
 * <ul>
 *   <li>a browser from which the account has signed in counts by itself, whatever happens elsewhere;
 *   <li>an address from which it has signed in counts for this account there;
 *   <li>any other counts for the account there, for the account as a whole and for the address as a whole. An address
 *       with many failures leaves each account one attempt at a time instead of several, so that twenty people behind it
 *       still get in while one of them, or a stranger, goes through the accounts. Only an outright flood closes it to
 *       those whom it does not know.
 * </ul>
 *
 * <p>Every attempt is counted as failed before the password is looked at, so that many at once gain nothing, and taken
 * back when it was right. Names without an account count in the same way and tell nothing.
 */
@Service
class SignInBrake {

    /** The forms that take a name, each counted by itself, and how many attempts each of its counters leaves free. */
    enum Form {
        SIGN_IN(10, 5, 20),
        RESET(3, 3, 6);

        private final int browser;
        private final int accountThere;
        private final int account;

        Form(int browser, int accountThere, int account) {
            this.browser = browser;
            this.accountThere = accountThere;
            this.account = account;
        }
    }

    /** What was counted for an attempt, to be taken back when it was right. */
    record Attempt(List<String> buckets) {}

    private static final int CROWD = 30;
    private static final int FLOOD = 300;
    private static final int OWN_PASSWORD = 5;
    private static final int WRONG_LINKS = 20;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration MEMORY = Duration.ofHours(12);
    private static final int RACES = 10;

    private final SignInBrakeRepository repository;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInBrake(SignInBrakeRepository repository, PlatformTransactionManager transactions, Clock clock) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
        // Locks rows only; with gaps locked as well, strangers to each other would wait for one another.
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.clock = clock;
    }

    /**
     * Counts an attempt at a form that takes a name.
     *
     * @param name as typed
     * @param account the one of this name, if there is one
     * @throws TooManyAttemptsException when it has to wait; it is not counted then
     */
    Attempt begin(Form form, String name, Optional<AccountId> account, Origin origin) {
        return count(() -> counters(form, name, account, origin));
    }

    /**
     * Counts an attempt to tell the own password, by whoever sits at the signed-in browser.
     *
     * @throws TooManyAttemptsException when it has to wait
     */
    Attempt beginOwnPassword(AccountId account) {
        return count(() -> Map.of(hash("own password " + account.value()), OWN_PASSWORD));
    }

    /**
     * Counts a link that nobody has. Links cannot be guessed, so this only saves the work.
     *
     * @throws TooManyAttemptsException when it has to wait
     */
    void wrongLink(Origin origin) {
        count(() -> Map.of(hash("link " + origin.address()), WRONG_LINKS));
    }

    private Attempt count(Supplier<Map<String, Integer>> counters) {
        for (int race = 1; ; race++) {
            try {
                Counted counted = Objects.requireNonNull(transaction.execute(status -> tryToCount(counters.get())));
                if (counted.minutes() > 0) {
                    throw new TooManyAttemptsException(counted.minutes());
                }
                return counted.attempt();
            } catch (DuplicateKeyException | OptimisticLockingFailureException e) {
                // Somebody else began the same counter just now; it is there the next time.
                if (race == RACES) {
                    throw e;
                }
            }
        }
    }

    /** @param minutes to wait for; 0 = the attempt was counted */
    private record Counted(Attempt attempt, int minutes) {}

    private Counted tryToCount(Map<String, Integer> free) {
        LocalDateTime now = now();
        Attempt attempt = new Attempt(List.copyOf(free.keySet()));
        Map<String, SignInBrakeRepository.Counter> known = repository.lock(free.keySet(), now);
        LocalDateTime open = known.values().stream()
                .map(SignInBrakeRepository.Counter::openAt)
                .max(LocalDateTime::compareTo)
                .orElse(now);
        if (open.isAfter(now)) {
            return new Counted(
                    attempt, Math.toIntExact(Duration.between(now, open).toMinutes()) + 1);
        }
        new TreeMap<>(free).forEach((bucket, allowed) -> {
            int before = Optional.ofNullable(known.get(bucket))
                    .map(SignInBrakeRepository.Counter::failures)
                    .orElse(0);
            repository.write(bucket, before, before + 1, now, now.plus(wait(before + 1 - allowed)), now.plus(MEMORY));
        });
        repository.forget(now);
        return new Counted(attempt, 0);
    }

    /** The most particular counter first. */
    private Map<String, Integer> counters(Form form, String name, Optional<AccountId> account, Origin origin) {
        Optional<String> browser = origin.browser()
                .map(SignInBrake::hash)
                .filter(mark -> account.filter(id -> repository.knows(id, mark)).isPresent());
        if (browser.isPresent()) {
            return Map.of(hash(form + " browser " + browser.get()), form.browser);
        }
        Map<String, Integer> counters = new LinkedHashMap<>();
        String address = hash(form + " address " + origin.address());
        boolean crowded = repository.failures(address, now()) >= CROWD;
        counters.put(hash(form + " account there " + name + " " + origin.address()), crowded ? 1 : form.accountThere);
        if (account.filter(id -> repository.knows(id, hash(origin.address()))).isEmpty()) {
            counters.put(hash(form + " account " + name), form.account);
            counters.put(address, FLOOD);
        }
        return counters;
    }

    /** Nothing for the free attempts, then twice as long each time. */
    private static Duration wait(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Takes back what was counted: the attempts before this one stay, but for those of the account there. */
    @Transactional
    void succeeded(Attempt attempt) {
        LocalDateTime now = now();
        Map<String, SignInBrakeRepository.Counter> known = repository.lock(attempt.buckets(), now);
        List<String> buckets = new ArrayList<>(attempt.buckets());
        repository.remove(buckets.removeFirst());
        for (String bucket : buckets) {
            SignInBrakeRepository.Counter counter = known.get(bucket);
            if (counter != null && counter.failures() > 1) {
                repository.write(bucket, counter.failures(), counter.failures() - 1, now, now, now.plus(MEMORY));
            } else {
                repository.remove(bucket);
            }
        }
    }

    /** Remembers where an account has signed in from; {@code browser} is the mark that the browser keeps. */
    @Transactional
    void remember(AccountId account, Origin origin, String browser) {
        repository.remember(account, hash(browser), now());
        repository.remember(account, hash(origin.address()), now());
    }

    /** After a change of the password or a sign-out everywhere nothing is known any more. */
    @Transactional
    void forget(AccountId account) {
        repository.forget(account);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
