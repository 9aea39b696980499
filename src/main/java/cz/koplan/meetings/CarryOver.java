package cz.koplan.meetings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which items of a meeting go on to the next one: those not discussed, standing, skipped this time, or with an open task.
 * Items for the coordinators' eyes go the same way as all others.
 */
public final class CarryOver {

    private static final Set<AgendaItemKind> ONCE_IN_A_MEETING =
            Set.of(AgendaItemKind.APPROVAL, AgendaItemKind.TASK_CHECK, AgendaItemKind.ROUND_TABLE);

    private CarryOver() {}

    /**
     * Says of every item, in order, what becomes of it.
     *
     * @param awaiting what the next agenda holds anyway
     */
    public static Map<AgendaItemId, CarryOverReason> of(
            List<AgendaItem> agenda, Set<AgendaItemId> withOpenTask, List<AgendaItemData> awaiting) {
        Map<AgendaItemId, CarryOverReason> outcome = new LinkedHashMap<>();
        agenda.forEach(item -> outcome.put(item.id(), reason(item, withOpenTask.contains(item.id()), awaiting)));
        return outcome;
    }

    private static CarryOverReason reason(AgendaItem item, boolean openTask, List<AgendaItemData> awaiting) {
        AgendaItemData data = item.data();
        if (awaiting.stream().anyMatch(other -> same(data, other))) {
            return CarryOverReason.COMES_ANYWAY;
        }
        if (data.skipped()) {
            return CarryOverReason.SKIPPED;
        }
        if (data.standing()) {
            return CarryOverReason.STANDING;
        }
        if (!item.discussed()) {
            return CarryOverReason.NOT_DISCUSSED;
        }
        return openTask ? CarryOverReason.OPEN_TASK : CarryOverReason.DONE;
    }

    /** Tells whether one agenda would hold the two as doubles. */
    static boolean same(AgendaItemData one, AgendaItemData other) {
        return one.kind() == other.kind()
                && (ONCE_IN_A_MEETING.contains(one.kind()) || one.title().equalsIgnoreCase(other.title()));
    }

    /** Returns the item as it begins at the next meeting. */
    static AgendaItemData afresh(AgendaItemData data) {
        return new AgendaItemData(
                null,
                data.title(),
                data.kind(),
                data.minutes(),
                data.presenter(),
                data.standing(),
                data.coordinatorOnly(),
                false);
    }
}
