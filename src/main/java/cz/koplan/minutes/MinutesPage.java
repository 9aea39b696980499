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

    public List<Task> tasksUnder(AgendaItemId item) {
        return tasks.stream().filter(task -> item.equals(task.agendaItem())).toList();
    }

    public List<Resolution> resolutionsUnder(AgendaItemId item) {
        return resolutions.stream()
                .filter(resolution -> item.equals(resolution.agendaItem()))
                .toList();
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
                        .map(MinutesPage::content)
                        .toList(),
                agenda.stream()
                        .filter(item -> item.data().inMinutes())
                        .map(this::content)
                        .toList(),
                tasks.stream()
                        .filter(task -> standsAlone(task.agendaItem()))
                        .map(MinutesPage::content)
                        .toList(),
                resolutions.stream()
                        .filter(resolution -> standsAlone(resolution.agendaItem()))
                        .map(MinutesPage::content)
                        .toList(),
                data.nextHeldOn() == null && data.nextStartsAt() == null && data.nextPlace() == null
                        ? null
                        : new MinutesContent.NextMeeting(data.nextHeldOn(), data.nextStartsAt(), data.nextPlace()),
                signatory(signatories.author()),
                signatory(signatories.verifiedBy()));
    }

    /** What belongs to an item that was skipped is not lost; what belongs to the coordinators' own is left out. */
    private boolean standsAlone(@Nullable AgendaItemId given) {
        return given == null
                || agenda.stream()
                        .anyMatch(item -> item.id().equals(given)
                                && item.data().skipped()
                                && !item.data().coordinatorOnly());
    }

    private MinutesContent.Item content(AgendaItem item) {
        return new MinutesContent.Item(
                item.id().value(),
                item.data().number(),
                item.data().title(),
                item.data().kind(),
                updatesUnder(item.id()).stream()
                        .map(update -> new MinutesContent.Update(
                                update.id().value(),
                                update.data().organisation() == null
                                        ? null
                                        : update.data().organisation().value(),
                                update.label(),
                                update.data().text(),
                                update.outcome(),
                                update.internal()))
                        .toList(),
                entriesUnder(item.id()).stream()
                        .map(entry -> new MinutesContent.Entry(
                                entry.id().value(), entry.kind(), entry.text(), entry.internal(), entry.vote()))
                        .toList(),
                tasksUnder(item.id()).stream().map(MinutesPage::content).toList(),
                resolutionsUnder(item.id()).stream().map(MinutesPage::content).toList());
    }

    private static MinutesContent.Attendee content(Attendee attendee) {
        var data = attendee.data();
        return new MinutesContent.Attendee(
                attendee.id().value(),
                data.name(),
                data.person() == null ? null : data.person().value(),
                attendee.organisationName(),
                data.organisation() == null ? null : data.organisation().value(),
                data.kind(),
                attendee.publishName(),
                data.through(),
                data.joinedAt() == null ? null : data.joinedAt().value(),
                data.leftAt() == null ? null : data.leftAt().value());
    }

    private static MinutesContent.Task content(Task task) {
        var data = task.data();
        return new MinutesContent.Task(
                task.id().value(),
                data.text(),
                task.personName() != null ? task.personName() : data.ownerLabel(),
                data.ownerPerson() == null ? null : data.ownerPerson().value(),
                task.organisationName(),
                data.ownerOrganisation() == null
                        ? null
                        : data.ownerOrganisation().value(),
                task.publishName(),
                data.due(),
                task.internal());
    }

    private static MinutesContent.Resolution content(Resolution resolution) {
        return new MinutesContent.Resolution(
                resolution.id().value(),
                resolution.data().number(),
                resolution.data().text(),
                resolution.internal(),
                resolution.withdrawn(),
                resolution.vote());
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
