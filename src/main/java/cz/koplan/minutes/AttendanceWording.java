package cz.koplan.minutes;

import cz.koplan.groups.DelegateKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.minutes.MinutesContent.Attendee;
import cz.koplan.minutes.MinutesContent.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Attendees of one kind in words: organisations with the people the audience may know, then people without one. */
final class AttendanceWording {

    private final List<Item> items;
    private final Audience audience;

    private AttendanceWording(List<Item> items, Audience audience) {
        this.items = items;
        this.audience = audience;
    }

    static String heading(AttendanceKind kind) {
        return switch (kind) {
            case EXPECTED -> "Nezaznamenáno";
            case PRESENT -> "Přítomni";
            case EXCUSED -> "Omluveni";
            case ABSENT -> "Nepřítomni";
            case GUEST -> "Hosté";
        };
    }

    static List<String> entries(MinutesContent minutes, AttendanceKind kind, Audience audience) {
        return new AttendanceWording(minutes.items(), audience)
                .entries(minutes.attendance().stream()
                        .filter(attendee -> attendee.kind() == kind)
                        .toList());
    }

    private List<String> entries(List<Attendee> attendees) {
        Map<String, List<String>> namesByOrganisation = new LinkedHashMap<>();
        List<String> alone = new ArrayList<>();
        int unnamed = 0;
        for (Attendee attendee : attendees) {
            String organisation = audience.plain(attendee.organisation());
            String name = audience.name(attendee.name(), attendee.publishName());
            if (!organisation.isEmpty()) {
                List<String> names = namesByOrganisation.computeIfAbsent(
                        name.isEmpty() ? organisation + note(attendee) : organisation, _ -> new ArrayList<>());
                if (!name.isEmpty()) {
                    names.add(name + note(attendee));
                }
            } else if (!name.isEmpty()) {
                alone.add(name + note(attendee));
            } else {
                unnamed++;
            }
        }
        List<String> entries = new ArrayList<>();
        namesByOrganisation.forEach((organisation, names) ->
                entries.add(names.isEmpty() ? organisation : organisation + " – " + String.join(", ", names)));
        entries.addAll(alone);
        if (unnamed > 0) {
            entries.add(others(unnamed, entries.isEmpty()));
        }
        return entries;
    }

    /** How somebody attended belongs to the person, so it is told where the name is. */
    private String note(Attendee attendee) {
        if (audience == Audience.PUBLIC && !attendee.publishName()) {
            return "";
        }
        String note = note(attendee, items, audience);
        return note.isEmpty() ? "" : " (" + note + ")";
    }

    /** Returns for example {@code v zastoupení, od bodu 3, do bodu 5}. */
    static String note(Attendee attendee, List<Item> items, Audience audience) {
        return Stream.of(
                        attendee.through() == DelegateKind.DEPUTY ? "v zastoupení" : "",
                        joined(attendee.joinedAt(), items, audience),
                        left(attendee.leftAt(), items, audience))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String joined(@Nullable Long at, List<Item> items, Audience audience) {
        int index = index(at, items);
        return index < 0 ? "" : "od bodu " + name(items.get(index), audience);
    }

    /** They left before that item, so the one before it is the last they attended. */
    private static String left(@Nullable Long at, List<Item> items, Audience audience) {
        int index = index(at, items);
        return index < 0
                ? ""
                : index == 0
                        ? "jen před bodem " + name(items.getFirst(), audience)
                        : "do bodu " + name(items.get(index - 1), audience);
    }

    private static int index(@Nullable Long id, List<Item> items) {
        if (id != null) {
            for (int i = 0; i < items.size(); i++) {
                if (Objects.equals(items.get(i).id(), id)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static String name(Item item, Audience audience) {
        return item.number() != null ? String.valueOf(item.number()) : "„" + audience.plain(item.title()) + "“";
    }

    private static String others(int count, boolean only) {
        if (count == 1) {
            return only ? "osoba: 1" : "další osoba: 1";
        }
        if (count < 5) {
            return (only ? "osoby: " : "další osoby: ") + count;
        }
        return (only ? "osob: " : "dalších osob: ") + count;
    }
}
