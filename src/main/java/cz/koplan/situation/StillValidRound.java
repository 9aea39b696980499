package cz.koplan.situation;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.mail.Outbox;
import cz.koplan.shared.actor.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks by mail about updates that nobody confirmed for the group's time: one mail per person, however many updates. An
 * update is asked about again only after as long a time, so a second round changes nothing.
 */
@Component
public class StillValidRound {

    private final StillValidRepository updates;
    private final Outbox outbox;
    private final I18NProvider texts;
    private final Clock clock;
    private final String address;

    StillValidRound(
            StillValidRepository updates,
            Outbox outbox,
            I18NProvider texts,
            Clock clock,
            @Value("${koplan.address}") String address) {
        this.updates = updates;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
        this.address = address.replaceFirst("/+$", "");
    }

    /** Returns how many mails it posted. */
    @Transactional
    public int run() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        Map<MemberId, StillValidRepository.LastUpdate> due = updates.ofActiveGroups(today).stream()
                .filter(last -> last.isToBeAsked(now))
                .collect(Collectors.toMap(
                        StillValidRepository.LastUpdate::member,
                        Function.identity(),
                        (first, second) -> first,
                        LinkedHashMap::new));
        if (due.isEmpty()) {
            return 0;
        }
        Map<PersonId, List<StillValidRepository.Recipient>> people = recipients(due.keySet(), today);
        if (people.isEmpty()) {
            return 0;
        }
        Map<PersonId, List<StillValidRepository.Door>> doors = updates.doors(people.keySet(), today, now).stream()
                .collect(Collectors.groupingBy(StillValidRepository.Door::person));
        Map<GroupId, List<StillValidRepository.Contact>> coordinators = updates.coordinators(due.values().stream()
                .map(StillValidRepository.LastUpdate::group)
                .distinct()
                .toList());
        people.forEach((person, voices) -> {
            List<StillValidLetter.Item> items = voices.stream()
                    .map(voice -> due.get(voice.member()))
                    .flatMap(last -> Optional.ofNullable(last).stream())
                    .map(last -> new StillValidLetter.Item(last, coordinator(coordinators, last.group())))
                    .toList();
            outbox.post(new StillValidLetter(
                            voices.getFirst(), items, address, door(doors.getOrDefault(person, List.of()), items))
                    .write(texts));
        });
        updates.setAsked(
                people.values().stream()
                        .flatMap(List::stream)
                        .map(voice -> due.get(voice.member()))
                        .flatMap(last -> Optional.ofNullable(last).stream())
                        .map(StillValidRepository.LastUpdate::update)
                        .distinct()
                        .toList(),
                now);
        return people.size();
    }

    /** The delegates with an address; where a member has none, their deputies. */
    private Map<PersonId, List<StillValidRepository.Recipient>> recipients(
            Collection<MemberId> members, LocalDate today) {
        return updates.recipients(members, today).stream()
                .filter(recipient -> recipient.email() != null)
                .collect(Collectors.groupingBy(
                        StillValidRepository.Recipient::member, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(ofMember -> {
                    List<StillValidRepository.Recipient> first = ofMember.stream()
                            .filter(recipient -> recipient.kind() != DelegateKind.DEPUTY)
                            .toList();
                    return (first.isEmpty() ? ofMember : first).stream();
                })
                .collect(Collectors.groupingBy(
                        StillValidRepository.Recipient::person, LinkedHashMap::new, Collectors.toList()));
    }

    private static StillValidRepository.@Nullable Contact coordinator(
            Map<GroupId, List<StillValidRepository.Contact>> coordinators, GroupId group) {
        return coordinators.getOrDefault(group, List.of()).stream().findFirst().orElse(null);
    }

    /** The next meeting of a group that is asked about; a link to another group's meeting would lead elsewhere. */
    private static StillValidRepository.@Nullable Door door(
            List<StillValidRepository.Door> doors, List<StillValidLetter.Item> items) {
        return doors.stream()
                .filter(door ->
                        items.stream().anyMatch(item -> item.update().group().equals(door.group())))
                .findFirst()
                .orElse(null);
    }
}
