package cz.koplan.demo;

import cz.koplan.accounts.AccountData;
import cz.koplan.accounts.AccountService;
import cz.koplan.accounts.Password;
import cz.koplan.demo.Region.AccountLine;
import cz.koplan.demo.Region.GroupLine;
import cz.koplan.demo.Region.MemberLine;
import cz.koplan.demo.Region.OrganisationLine;
import cz.koplan.demo.Region.PersonLine;
import cz.koplan.groups.DelegateId;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupData;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupKind;
import cz.koplan.groups.GroupService;
import cz.koplan.groups.Member;
import cz.koplan.groups.MemberId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.organisations.PersonService;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.PersonId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Writes who is who in the region: organisations, people, their accounts, groups with members. */
@Component
@ConditionalOnBooleanProperty("koplan.demo")
class RegionWriter {

    static final String PASSWORD = "koplan-demo-1";

    /** What was written, by the keys of the region; {@code actors} are the people with an account. */
    record Written(
            Map<String, OrganisationId> organisations,
            Map<String, PersonId> people,
            Map<String, Actor> actors,
            Map<String, GroupId> groups) {

        OrganisationId organisation(String key) {
            return Objects.requireNonNull(organisations.get(key));
        }

        PersonId person(String key) {
            return Objects.requireNonNull(people.get(key));
        }

        Actor actor(String key) {
            return Objects.requireNonNull(actors.get(key));
        }

        GroupId group(String key) {
            return Objects.requireNonNull(groups.get(key));
        }
    }

    private final OrganisationService organisations;
    private final PersonService people;
    private final AccountService accounts;
    private final GroupService groups;

    RegionWriter(
            OrganisationService organisations, PersonService people, AccountService accounts, GroupService groups) {
        this.organisations = organisations;
        this.people = people;
        this.accounts = accounts;
        this.groups = groups;
    }

    /** Writes on behalf of somebody who may do everything. */
    Written write(Region region, LocalDate today) {
        Written written = new Written(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (OrganisationLine line : region.organisations()) {
            OrganisationId id = organisations.create(line.data());
            line.aliases().forEach(alias -> organisations.addAlias(id, alias));
            written.organisations().put(line.key(), id);
        }
        for (PersonLine line : region.people()) {
            written.people().put(line.key(), people.create(line.data()));
        }
        for (AccountLine line : region.accounts()) {
            written.actors().put(line.person(), writeAccount(line, region, written));
        }
        for (GroupLine line : region.groups()) {
            written.groups().put(line.key(), writeGroup(line, written, today));
        }
        return written;
    }

    private Actor writeAccount(AccountLine line, Region region, Written written) {
        PersonId person = written.person(line.person());
        AccountData data = new AccountData(region.email(line), line.admin(), line.planner(), true);
        AccountId account = accounts.create(person, data, new Password(PASSWORD));
        String name = region.person(line.person()).data().displayName();
        return new Actor(account, person, name, line.admin(), line.planner());
    }

    private GroupId writeGroup(GroupLine line, Written written, LocalDate today) {
        GroupId group = groups.create(
                new GroupData(line.name(), line.shortName(), GroupKind.WORKING, line.description(), true));
        groups.addCoordinator(group, written.person(line.coordinator()));
        LocalDate since = today.minusYears(3).withDayOfMonth(1);
        for (MemberLine member : line.members()) {
            writeMember(group, member, written, since, today);
        }
        if (line.person() != null) {
            groups.addPerson(group, written.person(line.person()), since.plusMonths(9));
        }
        return group;
    }

    private void writeMember(GroupId group, MemberLine line, Written written, LocalDate since, LocalDate today) {
        MemberId member = groups.addOrganisation(group, written.organisation(line.organisation()), since);
        LocalDate delegateSince = since;
        if (line.formerDelegate() != null) {
            delegateSince = delegateChange(today);
            DelegateId former =
                    groups.addDelegate(member, written.person(line.formerDelegate()), DelegateKind.DELEGATE, since);
            groups.endDelegate(former, versionOf(group, former), delegateSince.minusDays(1));
        }
        groups.addDelegate(member, written.person(line.delegate()), DelegateKind.DELEGATE, delegateSince);
        if (line.deputy() != null) {
            groups.addDelegate(member, written.person(line.deputy()), DelegateKind.DEPUTY, since);
        }
        if (line.endedMonthsAgo() != null) {
            groups.endMembership(member, versionOf(group, member), lastDay(line.endedMonthsAgo(), today));
        }
    }

    /** The first day on which those who replaced a former delegate speak. */
    static LocalDate delegateChange(LocalDate today) {
        return today.minusMonths(5).withDayOfMonth(1);
    }

    static LocalDate lastDay(int endedMonthsAgo, LocalDate today) {
        return today.minusMonths(endedMonthsAgo).withDayOfMonth(1).minusDays(1);
    }

    private int versionOf(GroupId group, MemberId id) {
        return groups.members(group).stream()
                .filter(member -> member.id().equals(id))
                .findAny()
                .orElseThrow()
                .version();
    }

    private int versionOf(GroupId group, DelegateId id) {
        return groups.members(group).stream()
                .map(Member::delegates)
                .flatMap(List::stream)
                .filter(delegate -> delegate.id().equals(id))
                .findAny()
                .orElseThrow()
                .version();
    }
}
