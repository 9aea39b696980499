package cz.koplan.meetings;

import cz.koplan.organisations.TriadRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is at a meeting: members and others counted with them, then guests, each in the order of the list.
 *
 * @param quorumPercent what the group asks for; null when it asks for nothing
 * @param currentItem the item being discussed
 * @param scan name of the scanned attendance sheet, if one is attached
 */
public record AttendanceBoard(
        MeetingId meeting,
        List<AttendanceLine> lines,
        List<AttendanceLine> guests,
        @Nullable Integer quorumPercent,
        @Nullable AgendaItemId currentItem,
        @Nullable String scan) {

    public int count(AttendanceKind kind) {
        return kind == AttendanceKind.GUEST ? guests.size() : count(line -> line.kind() == kind);
    }

    /** Counts members present at any time; empty when the group asks for no quorum. */
    public Optional<Quorum> quorum() {
        return quorum(AttendanceLine::present);
    }

    /** Counts members in the room at that item; empty when the group asks for no quorum. */
    public Optional<Quorum> quorumAt(AgendaItemId item, List<AgendaItem> agenda) {
        return quorum(line -> line.presentAt(item, agenda));
    }

    private Optional<Quorum> quorum(Predicate<AttendanceLine> here) {
        return Optional.ofNullable(quorumPercent)
                .map(percent -> new Quorum(
                        percent,
                        count(line -> line.member() != null),
                        count(line -> line.member() != null && here.test(line))));
    }

    /** Says how many of each side of the triad are present, those that nobody represents too. */
    public Map<TriadRole, Integer> triad() {
        Map<TriadRole, Integer> triad = new EnumMap<>(TriadRole.class);
        for (TriadRole role : TriadRole.values()) {
            triad.put(role, count(line -> line.present() && line.role() == role));
        }
        return triad;
    }

    private int count(Predicate<AttendanceLine> wanted) {
        return (int) lines.stream().filter(wanted).count();
    }
}
