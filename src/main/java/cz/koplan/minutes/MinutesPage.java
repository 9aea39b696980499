package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.Attendee;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MinutesState;
import cz.koplan.tasks.Task;
import cz.koplan.updates.ProviderUpdate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the page of a meeting shows; {@code version} is that of the minutes' head (state and signatories). */
public record MinutesPage(
        Meeting meeting,
        int version,
        MinutesState state,
        Signatories signatories,
        List<AgendaItem> agenda,
        List<Attendee> attendance,
        List<ProviderUpdate> updates,
        List<Entry> entries,
        List<Task> tasks,
        List<Resolution> resolutions,
        boolean writable) {

    public List<ProviderUpdate> updatesUnder(AgendaItemId item) {
        return updates.stream()
                .filter(update -> update.agendaItem().equals(item))
                .toList();
    }

    public List<Entry> entriesUnder(AgendaItemId item) {
        return entries.stream().filter(entry -> entry.agendaItem().equals(item)).toList();
    }

    /** Returns the snapshot that a revision keeps. */
    MinutesContent content() {
        var data = meeting.data();
        return new MinutesContent(
                data.title(),
                meeting.groupName(),
                data.heldOn(),
                data.startsAt(),
                data.endsAt(),
                data.mode(),
                data.place(),
                attendance.stream()
                        .filter(attendee -> attendee.data().kind() != AttendanceKind.EXPECTED)
                        .map(attendee -> new MinutesContent.Attendee(
                                attendee.data().name(),
                                attendee.organisationName(),
                                attendee.data().kind(),
                                attendee.publishName()))
                        .toList(),
                agenda.stream()
                        .filter(item -> item.data().inMinutes())
                        .map(item -> new MinutesContent.Item(
                                item.data().number(),
                                item.data().title(),
                                item.data().kind(),
                                updatesUnder(item.id()).stream()
                                        .map(update -> new MinutesContent.Update(
                                                update.label(), update.data().text()))
                                        .toList(),
                                entriesUnder(item.id()).stream()
                                        .map(Entry::text)
                                        .toList()))
                        .toList(),
                tasks.stream()
                        .filter(task -> forEverybody(task.agendaItem()))
                        .map(task -> new MinutesContent.Task(
                                task.data().text(),
                                task.personName() != null
                                        ? task.personName()
                                        : task.data().ownerLabel(),
                                task.organisationName(),
                                task.publishName(),
                                task.data().due()))
                        .toList(),
                resolutions.stream()
                        .filter(resolution -> forEverybody(resolution.agendaItem()))
                        .map(resolution -> new MinutesContent.Resolution(
                                resolution.data().number(), resolution.data().text()))
                        .toList(),
                data.nextHeldOn() == null && data.nextStartsAt() == null && data.nextPlace() == null
                        ? null
                        : new MinutesContent.NextMeeting(data.nextHeldOn(), data.nextStartsAt(), data.nextPlace()),
                signatory(signatories.author()),
                signatory(signatories.verifiedBy()));
    }

    /** Whoever makes the snapshot, it holds nothing that only coordinators may see. */
    private boolean forEverybody(@Nullable AgendaItemId item) {
        return agenda.stream()
                .noneMatch(other -> other.id().equals(item) && other.data().coordinatorOnly());
    }

    /** Names the organisation of the signatory when exactly one attendee of that name has one. */
    private MinutesContent.@Nullable Signatory signatory(@Nullable String name) {
        if (name == null) {
            return null;
        }
        List<Attendee> same = attendance.stream()
                .filter(attendee -> attendee.data().name().equals(name))
                .toList();
        return same.size() == 1
                ? new MinutesContent.Signatory(
                        name,
                        same.getFirst().organisationName(),
                        same.getFirst().publishName())
                : new MinutesContent.Signatory(name, null, false);
    }
}
