package cz.koplan.minutes;

import cz.koplan.meetings.AttendanceKind;
import cz.koplan.minutes.MinutesContent.Attendee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attendees of one kind in words: organisations with the people the audience may know, then people without one. */
final class AttendanceWording {

    private AttendanceWording() {}

    static String heading(AttendanceKind kind) {
        return switch (kind) {
            case EXPECTED -> "Nezaznamenáno";
            case PRESENT -> "Přítomni";
            case EXCUSED -> "Omluveni";
            case ABSENT -> "Nepřítomni";
            case GUEST -> "Hosté";
        };
    }

    static List<String> entries(List<Attendee> attendance, AttendanceKind kind, Audience audience) {
        Map<String, List<String>> namesByOrganisation = new LinkedHashMap<>();
        List<String> alone = new ArrayList<>();
        int unnamed = 0;
        for (Attendee attendee : attendance) {
            if (attendee.kind() != kind) {
                continue;
            }
            String organisation = audience.plain(attendee.organisation());
            String name = audience.name(attendee.name(), attendee.publishName());
            if (!organisation.isEmpty()) {
                List<String> names = namesByOrganisation.computeIfAbsent(organisation, _ -> new ArrayList<>());
                if (!name.isEmpty()) {
                    names.add(name);
                }
            } else if (!name.isEmpty()) {
                alone.add(name);
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
