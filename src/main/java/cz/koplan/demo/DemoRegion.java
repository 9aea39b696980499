package cz.koplan.demo;

import cz.koplan.accounts.Account;
import cz.koplan.accounts.AccountService;
import cz.koplan.demo.Region.AccountLine;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database with the region, once. It does so before the port opens, so nobody meets the page of the
 * first administrator meanwhile, and in one transaction, so an interrupted start leaves the database empty.
 */
@Component
@ConditionalOnBooleanProperty("koplan.demo")
class DemoRegion implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRegion.class);

    private final AccountService accounts;
    private final RegionWriter regionWriter;
    private final ServiceWriter serviceWriter;
    private final MeetingWriter meetingWriter;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoRegion(
            AccountService accounts,
            RegionWriter regionWriter,
            ServiceWriter serviceWriter,
            MeetingWriter meetingWriter,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.regionWriter = regionWriter;
        this.serviceWriter = serviceWriter;
        this.meetingWriter = meetingWriter;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Region region = Region.load();
        if (accounts.waitsForFirstAdministrator()) {
            long start = System.nanoTime();
            int meetings = fill(region);
            LOG.info(
                    "Demonstration data written in {} ms: {} groups, {} organisations, {} people, {} meetings",
                    (System.nanoTime() - start) / 1_000_000,
                    region.groups().size(),
                    region.organisations().size(),
                    region.people().size(),
                    meetings);
            System.out.println(table(region));
        } else {
            LOG.info("The database is in use, so no demonstration data were added");
            if (hasDemoAccounts(region)) {
                System.out.println(table(region));
            }
        }
    }

    private int fill(Region region) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
        return transaction.execute(status -> CurrentActor.actingAs(Actor.SYSTEM, () -> {
            RegionWriter.Written written = regionWriter.write(region, today);
            return meetingWriter.write(region, written, serviceWriter.write(written), today);
        }));
    }

    private boolean hasDemoAccounts(Region region) {
        List<Account> all = CurrentActor.actingAs(Actor.SYSTEM, accounts::all);
        Set<String> emails = all.stream().map(account -> account.data().email()).collect(Collectors.toSet());
        return region.accounts().stream().allMatch(account -> emails.contains(region.email(account)));
    }

    static String table(Region region) {
        StringBuilder table = new StringBuilder("Ukázkový kraj je smyšlený. Přihlásit se lze jako:\n");
        for (AccountLine account : region.accounts()) {
            table.append("  %-31s  %s  %s%n".formatted(region.email(account), RegionWriter.PASSWORD, account.role()));
        }
        return table.toString();
    }
}
