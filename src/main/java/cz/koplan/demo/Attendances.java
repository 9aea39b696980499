package cz.koplan.demo;

import cz.koplan.demo.Region.GroupLine;
import cz.koplan.demo.Region.GuestLine;
import cz.koplan.demo.Region.MemberLine;
import cz.koplan.demo.Region.OrganisationLine;
import cz.koplan.demo.RegionWriter.Written;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.AttendeeData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Who comes to the meetings of a group, who is excused, who stands in, and who is a guest. */
final class Attendances {

    /** A line of the attendance; {@code organisation} is the one spoken for. */
    record Attendance(AttendeeData data, @Nullable OrganisationLine organisation) {}

    private static final int FEWEST_SPEAKING = 8;
    private static final String COORDINATORS_HOME = "Javorohrad";

    private final Region region;
    private final Written written;
    private final GroupLine group;
    private final LocalDate today;
    private final Random random;
    private final Deck<GuestLine> guests;

    Attendances(Region region, Written written, GroupLine group, LocalDate today, Random random) {
        this.region = region;
        this.written = written;
        this.group = group;
        this.today = today;
        this.random = random;
        guests = new Deck<>(region.guests(), random);
    }

    List<Attendance> of(LocalDate day) {
        List<Attendance> lines = new ArrayList<>();
        lines.add(new Attendance(
                person(group.coordinator(), region.organisation(COORDINATORS_HOME), AttendanceKind.PRESENT), null));
        List<MemberLine> members = group.members().stream()
                .filter(member -> member.endedMonthsAgo() == null
                        || !day.isAfter(RegionWriter.lastDay(member.endedMonthsAgo(), today)))
                .toList();
        int speaking = 0;
        for (int i = 0; i < members.size(); i++) {
            boolean needed = speaking + members.size() - i <= FEWEST_SPEAKING;
            speaking += addMember(members.get(i), day, needed, lines) ? 1 : 0;
        }
        if (group.person() != null) {
            lines.add(new Attendance(
                    person(
                            group.person(),
                            null,
                            random.nextInt(4) == 0 ? AttendanceKind.EXCUSED : AttendanceKind.PRESENT),
                    null));
        }
        for (int i = Math.max(0, random.nextInt(6) - 3); i > 0; i--) {
            guests.draw(guest -> true).ifPresent(guest -> lines.add(new Attendance(guest(guest), null)));
        }
        return lines;
    }

    /** Tells whether somebody speaks for the member. */
    private boolean addMember(MemberLine member, LocalDate day, boolean needed, List<Attendance> lines) {
        OrganisationLine organisation = region.organisation(member.organisation());
        String delegate = member.formerDelegate() != null && day.isBefore(RegionWriter.delegateChange(today))
                ? member.formerDelegate()
                : member.delegate();
        int chance = needed ? 0 : random.nextInt(100);
        AttendanceKind kind =
                chance < 76 ? AttendanceKind.PRESENT : chance < 92 ? AttendanceKind.EXCUSED : AttendanceKind.ABSENT;
        lines.add(new Attendance(person(delegate, organisation, kind), organisation));
        String deputy = member.deputy();
        if (kind == AttendanceKind.EXCUSED && deputy != null) {
            lines.add(new Attendance(person(deputy, organisation, AttendanceKind.PRESENT), organisation));
            return true;
        }
        return kind == AttendanceKind.PRESENT;
    }

    private AttendeeData person(String key, @Nullable OrganisationLine organisation, AttendanceKind kind) {
        return new AttendeeData(
                region.person(key).data().displayName(),
                written.person(key),
                organisation == null ? null : written.organisation(organisation.key()),
                null,
                kind);
    }

    private AttendeeData guest(GuestLine guest) {
        return guest.person() != null
                ? new AttendeeData(
                        region.person(guest.person()).data().displayName(),
                        written.person(guest.person()),
                        null,
                        guest.label(),
                        AttendanceKind.GUEST)
                : new AttendeeData(
                        guest.name() == null ? "" : guest.name(), null, null, guest.label(), AttendanceKind.GUEST);
    }

    /** Returns the organisations for which somebody is present. */
    List<OrganisationLine> speaking(List<Attendance> attendance) {
        List<OrganisationLine> speaking = new ArrayList<>();
        for (Attendance line : attendance) {
            if (line.organisation() != null && line.data().kind() == AttendanceKind.PRESENT) {
                speaking.add(line.organisation());
            }
        }
        return speaking;
    }

    /** Returns the name of somebody present who verifies the minutes. */
    String verifier(List<Attendance> attendance) {
        List<Attendance> present = attendance.stream()
                .filter(line -> line.organisation() != null && line.data().kind() == AttendanceKind.PRESENT)
                .toList();
        return present.get(random.nextInt(present.size())).data().name();
    }
}
