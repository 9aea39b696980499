package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaService;
import cz.koplan.meetings.AttendanceId;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.Attendee;
import cz.koplan.meetings.AttendeeData;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.tasks.Task;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.UpdateData;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a revision back into the rows it came from, within the transaction of the caller. A row that is gone is made
 * anew. A row that came later goes only on demand, and never what an organisation itself handed in, nor a task that was
 * dealt with at another meeting, nor a resolution with a number, which is withdrawn instead.
 */
@Component
class Restorer {

    private final RevisionRepository revisions;
    private final MinutesService minutes;
    private final MeetingService meetings;
    private final AgendaService agendas;
    private final UpdateService updates;
    private final TaskService tasks;

    Restorer(
            RevisionRepository revisions,
            MinutesService minutes,
            MeetingService meetings,
            AgendaService agendas,
            UpdateService updates,
            TaskService tasks) {
        this.revisions = revisions;
        this.minutes = minutes;
        this.meetings = meetings;
        this.agendas = agendas;
        this.updates = updates;
        this.tasks = tasks;
    }

    /**
     * @param page the minutes as they are
     * @return what came later and stayed, in plain text
     * @throws cz.koplan.shared.changes.StaleVersionException when somebody changed a row since the page was read
     */
    List<String> restore(MinutesPage page, MinutesContent revision, boolean withoutLater) {
        return new Work(page, revision, withoutLater).run();
    }

    private final class Work {

        private final MinutesPage page;
        private final MeetingId meeting;
        private final MinutesContent revision;
        private final boolean withoutLater;
        private final List<String> stayed = new ArrayList<>();
        private final Map<MinutesContent.Item, AgendaItemId> items = new IdentityHashMap<>();
        private final Map<Long, AgendaItemId> itemsById = new HashMap<>();

        Work(MinutesPage page, MinutesContent revision, boolean withoutLater) {
            this.page = page;
            this.meeting = page.meeting().id();
            this.revision = revision;
            this.withoutLater = withoutLater;
        }

        List<String> run() {
            head();
            agenda();
            attendance();
            updates();
            entries();
            resolutions();
            tasks();
            return stayed;
        }

        private void head() {
            MeetingData now = page.meeting().data();
            var next = revision.nextMeeting();
            var then = new MeetingData(
                    revision.title(),
                    revision.date() == null ? now.heldOn() : revision.date(),
                    revision.start(),
                    revision.end(),
                    revision.mode(),
                    revision.place(),
                    next == null ? null : next.date(),
                    next == null ? null : next.start(),
                    next == null ? null : next.place());
            if (!then.equals(now)) {
                meetings.update(meeting, page.meeting().version(), then);
            }
            var author = revision.author();
            var verifiedBy = revision.verifiedBy();
            var signatories = new Signatories(
                    author == null ? null : author.name(), verifiedBy == null ? null : verifiedBy.name());
            if (!signatories.equals(page.signatories())) {
                minutes.updateSignatories(meeting, page.version(), signatories);
            }
        }

        private void agenda() {
            Set<Long> claimed = ids(revision.items().stream().map(MinutesContent.Item::id));
            Set<AgendaItemId> taken = new HashSet<>();
            List<AgendaItemId> order = new ArrayList<>();
            for (MinutesContent.Item item : revision.items()) {
                AgendaItemId id = find(
                                page.agenda(),
                                now -> !taken.contains(now.id()),
                                now -> Objects.equals(item.id(), now.id().value()),
                                now -> claimed.contains(now.id().value()),
                                now -> now.data().title().equals(item.title()))
                        .map(now -> restore(now, item))
                        .orElseGet(() -> meetings.addAgendaItem(
                                meeting, new AgendaItemData(item.number(), item.title(), item.kind())));
                taken.add(id);
                order.add(id);
                items.put(item, id);
                if (item.id() != null) {
                    itemsById.put(item.id(), id);
                }
            }
            page.agenda().stream()
                    .filter(now -> now.data().inMinutes() && !taken.contains(now.id()))
                    .forEach(now -> stayed.add(now.data().title()));
            arrange(order);
        }

        private AgendaItemId restore(AgendaItem now, MinutesContent.Item item) {
            var data = now.data();
            var then = new AgendaItemData(
                    item.number(),
                    item.title(),
                    item.kind(),
                    data.minutes(),
                    data.presenter(),
                    data.standing(),
                    false,
                    false);
            if (!then.equals(data)) {
                // Numbers of other items follow, so each change makes new versions.
                int version = meetings.agenda(meeting).stream()
                        .filter(other -> other.id().equals(now.id()))
                        .findFirst()
                        .orElseThrow()
                        .version();
                meetings.updateAgendaItem(meeting, now.id(), version, then);
            }
            return now.id();
        }

        /** Items that the revision does not know keep their place. */
        private void arrange(List<AgendaItemId> order) {
            List<AgendaItemId> now = new ArrayList<>(
                    meetings.agenda(meeting).stream().map(AgendaItem::id).toList());
            Set<AgendaItemId> known = new HashSet<>(order);
            var next = order.iterator();
            List<AgendaItemId> then = now.stream()
                    .map(id -> known.contains(id) ? next.next() : id)
                    .toList();
            for (int i = 0; i < then.size(); i++) {
                if (!then.get(i).equals(now.get(i))) {
                    agendas.moveItem(meeting, then.get(i), i + 1);
                    now.remove(then.get(i));
                    now.add(i, then.get(i));
                }
            }
        }

        private void attendance() {
            Set<Long> claimed = ids(revision.attendance().stream().map(MinutesContent.Attendee::id));
            Set<AttendanceId> taken = new HashSet<>();
            List<AttendanceId> order = new ArrayList<>();
            for (MinutesContent.Attendee attendee : revision.attendance()) {
                AttendanceId id = find(
                                page.attendance(),
                                now -> !taken.contains(now.id()),
                                now -> Objects.equals(attendee.id(), now.id().value()),
                                now -> claimed.contains(now.id().value()),
                                now -> now.data().name().equals(attendee.name())
                                        && Objects.equals(now.organisationName(), attendee.organisation()))
                        .map(now -> restore(now, attendee))
                        .orElseGet(() -> meetings.addAttendee(
                                meeting,
                                new AttendeeData(
                                        attendee.name(),
                                        person(attendee.person()),
                                        organisation(attendee.organisationId()),
                                        attendee.organisation(),
                                        attendee.kind(),
                                        null,
                                        attendee.through(),
                                        itemsById.get(attendee.joinedAt()),
                                        itemsById.get(attendee.leftAt()))));
                taken.add(id);
                order.add(id);
            }
            page.attendance().stream()
                    .filter(now -> !taken.contains(now.id()) && now.data().kind() != AttendanceKind.EXPECTED)
                    .forEach(this::later);
            revisions.orderAttendance(meeting, order);
        }

        private AttendanceId restore(Attendee now, MinutesContent.Attendee attendee) {
            var data = now.data();
            boolean samePerson = data.name().equals(attendee.name());
            boolean sameOrganisation = Objects.equals(now.organisationName(), attendee.organisation());
            var then = new AttendeeData(
                    attendee.name(),
                    samePerson ? data.person() : person(attendee.person()),
                    sameOrganisation ? data.organisation() : organisation(attendee.organisationId()),
                    attendee.organisation(),
                    attendee.kind(),
                    data.member(),
                    attendee.through(),
                    itemsById.get(attendee.joinedAt()),
                    itemsById.get(attendee.leftAt()));
            if (!then.equals(data)) {
                meetings.updateAttendee(meeting, now.id(), now.version(), then);
            }
            return now.id();
        }

        /** Of a member nobody had noted anything yet. */
        private void later(Attendee now) {
            var data = now.data();
            if (!withoutLater) {
                stayed.add(Objects.requireNonNullElse(now.organisationName(), data.name()));
            } else if (data.member() != null) {
                meetings.updateAttendee(
                        meeting,
                        now.id(),
                        now.version(),
                        new AttendeeData(
                                data.name(),
                                data.person(),
                                data.organisation(),
                                data.organisationLabel(),
                                AttendanceKind.EXPECTED,
                                data.member(),
                                data.through(),
                                null,
                                null));
            } else {
                meetings.removeAttendee(meeting, now.id(), now.version());
            }
        }

        private void updates() {
            Set<Long> claimed = ids(revision.items().stream()
                    .flatMap(item -> item.updates().stream())
                    .map(MinutesContent.Update::id));
            Set<UpdateId> taken = new HashSet<>();
            List<UpdateId> order = new ArrayList<>();
            revision.items()
                    .forEach(item -> item.updates().forEach(update -> {
                        AgendaItemId under = Objects.requireNonNull(items.get(item));
                        UpdateId id = find(
                                        page.updates(),
                                        now -> !taken.contains(now.id()),
                                        now -> Objects.equals(
                                                update.id(), now.id().value()),
                                        now -> claimed.contains(now.id().value()),
                                        now -> now.data().organisation() != null
                                                && now.data()
                                                        .organisation()
                                                        .equals(organisation(update.organisationId())),
                                        now -> now.label().equals(update.label()))
                                .map(now -> restore(now, under, update))
                                .orElseGet(() -> insert(under, update));
                        taken.add(id);
                        order.add(id);
                    }));
            page.updates().stream()
                    .filter(now -> !taken.contains(now.id()) && !now.missing())
                    .filter(now -> inMinutes(now.agendaItem()))
                    .forEach(now -> {
                        if (withoutLater && !now.reported()) {
                            updates.remove(meeting, now.id(), now.version());
                        } else {
                            stayed.add(now.label() + ": "
                                    + FinishChecks.excerpt(now.data().text()));
                        }
                    });
            revisions.orderUpdates(meeting, order);
        }

        private UpdateId restore(ProviderUpdate now, AgendaItemId item, MinutesContent.Update update) {
            var data = now.data();
            if (!data.text().equals(update.text()) || !now.label().equals(update.label())) {
                String label = now.label().equals(update.label()) ? data.sourceLabel() : update.label();
                updates.update(
                        meeting, now.id(), now.version(), new UpdateData(data.organisation(), label, update.text()));
            }
            mark(now.id(), now.agendaItem(), item, update);
            return now.id();
        }

        private UpdateId insert(AgendaItemId item, MinutesContent.Update update) {
            UpdateId id = updates.add(
                    meeting,
                    item,
                    new UpdateData(organisation(update.organisationId()), update.label(), update.text()));
            mark(id, item, item, update);
            return id;
        }

        private void mark(UpdateId id, AgendaItemId now, AgendaItemId item, MinutesContent.Update update) {
            updates.setOutcome(meeting, id, update.outcome());
            updates.setInternal(meeting, id, update.internal());
            if (!now.equals(item)) {
                revisions.setUpdateItem(meeting, id, item);
            }
        }

        private void entries() {
            Set<Long> claimed = ids(revision.items().stream()
                    .flatMap(item -> item.entries().stream())
                    .map(MinutesContent.Entry::id));
            Set<EntryId> taken = new HashSet<>();
            List<EntryId> order = new ArrayList<>();
            revision.items()
                    .forEach(item -> item.entries().forEach(entry -> {
                        AgendaItemId under = Objects.requireNonNull(items.get(item));
                        Optional<Entry> same = find(
                                page.entries(),
                                now -> !taken.contains(now.id()),
                                now -> Objects.equals(entry.id(), now.id().value()),
                                now -> claimed.contains(now.id().value()),
                                now -> now.text().equals(entry.text()));
                        same.ifPresent(now -> revisions.restoreEntry(meeting, now.id(), now.version(), under, entry));
                        EntryId id = same.map(Entry::id).orElseGet(() -> revisions.insertEntry(meeting, under, entry));
                        taken.add(id);
                        order.add(id);
                    }));
            page.entries().stream()
                    .filter(now -> !taken.contains(now.id()) && !now.isEmpty())
                    .filter(now -> inMinutes(now.agendaItem()))
                    .forEach(now -> {
                        if (withoutLater) {
                            minutes.removeEntry(meeting, now.id(), now.version());
                        } else {
                            stayed.add(FinishChecks.excerpt(now.text()));
                        }
                    });
            revisions.orderEntries(meeting, order);
        }

        private void resolutions() {
            Set<ResolutionId> taken = new HashSet<>();
            List<ResolutionId> order = new ArrayList<>();
            revision.items()
                    .forEach(item -> item.resolutions()
                            .forEach(resolution -> order.add(restore(items.get(item), resolution, taken))));
            revision.resolutions().forEach(resolution -> order.add(restore(null, resolution, taken)));
            page.resolutions().stream()
                    .filter(now -> !taken.contains(now.id()) && inMinutes(now.agendaItem()))
                    .forEach(now -> {
                        String number = now.data().number();
                        if (withoutLater && number == null) {
                            minutes.removeResolution(meeting, now.id(), now.version());
                            return;
                        }
                        if (withoutLater) {
                            revisions.withdraw(meeting, now.id(), now.version());
                        }
                        stayed.add((number == null ? "" : number + ": ")
                                + FinishChecks.excerpt(now.data().text()));
                    });
            revisions.orderResolutions(meeting, order);
        }

        private ResolutionId restore(
                @Nullable AgendaItemId item, MinutesContent.Resolution resolution, Set<ResolutionId> taken) {
            Set<Long> claimed = ids(revision.allResolutions().stream().map(MinutesContent.Resolution::id));
            Optional<Resolution> same = find(
                    page.resolutions(),
                    now -> !taken.contains(now.id()),
                    now -> Objects.equals(resolution.id(), now.id().value()),
                    now -> claimed.contains(now.id().value()),
                    now -> resolution.number() != null
                            && resolution.number().equals(now.data().number()),
                    now -> now.data().text().equals(resolution.text()));
            same.ifPresent(now -> revisions.restoreResolution(
                    meeting, now.id(), now.version(), under(item, now.agendaItem()), resolution));
            ResolutionId id =
                    same.map(Resolution::id).orElseGet(() -> revisions.insertResolution(meeting, item, resolution));
            taken.add(id);
            return id;
        }

        private void tasks() {
            Set<TaskId> taken = new HashSet<>();
            List<TaskId> order = new ArrayList<>();
            revision.items()
                    .forEach(item -> item.tasks().forEach(task -> order.add(restore(items.get(item), task, taken))));
            revision.tasks().forEach(task -> order.add(restore(null, task, taken)));
            page.tasks().stream()
                    .filter(now -> !taken.contains(now.id()) && inMinutes(now.agendaItem()))
                    .forEach(now -> {
                        if (withoutLater && !livesOn(now.id())) {
                            tasks.remove(meeting, now.id(), now.version());
                        } else {
                            stayed.add(FinishChecks.excerpt(now.data().text()));
                        }
                    });
            revisions.orderTasks(meeting, order);
        }

        private boolean livesOn(TaskId task) {
            return tasks.history(task).stream()
                    .anyMatch(step -> step.meeting() != null && !step.meeting().equals(meeting));
        }

        private TaskId restore(@Nullable AgendaItemId item, MinutesContent.Task task, Set<TaskId> taken) {
            Set<Long> claimed = ids(revision.allTasks().stream().map(MinutesContent.Task::id));
            Optional<Task> same = find(
                    page.tasks(),
                    now -> !taken.contains(now.id()),
                    now -> Objects.equals(task.id(), now.id().value()),
                    now -> claimed.contains(now.id().value()),
                    now -> now.data().text().equals(task.text()));
            same.ifPresent(now -> {
                TaskData then = data(task, now);
                if (!then.equals(now.data())) {
                    tasks.update(meeting, now.id(), now.version(), then);
                }
            });
            TaskId id = same.map(Task::id).orElseGet(() -> tasks.add(meeting, data(task, null)));
            AgendaItemId under = under(item, same.map(Task::agendaItem).orElse(null));
            if (!Objects.equals(under, same.map(Task::agendaItem).orElse(null))) {
                revisions.setTaskItem(meeting, id, under);
            }
            tasks.setInternal(meeting, id, task.internal());
            taken.add(id);
            return id;
        }

        /** What became of the task since, stays; an old revision knows its owner by name only. */
        private TaskData data(MinutesContent.Task task, @Nullable Task now) {
            TaskState state = now == null ? TaskState.OPEN : now.data().state();
            if (task.personId() == null
                    && task.organisationId() == null
                    && now != null
                    && Objects.equals(task.person(), owner(now))
                    && Objects.equals(task.organisation(), now.organisationName())) {
                var data = now.data();
                return new TaskData(
                        task.text(),
                        data.ownerLabel(),
                        data.ownerPerson(),
                        data.ownerOrganisation(),
                        task.due(),
                        state);
            }
            return new TaskData(
                    task.text(),
                    task.person() != null ? task.person() : task.organisation(),
                    person(task.personId()),
                    organisation(task.organisationId()),
                    task.due(),
                    state);
        }

        private static @Nullable String owner(Task task) {
            return task.personName() != null ? task.personName() : task.data().ownerLabel();
        }

        /** What stood at the end because its item was skipped, belongs to that item. */
        private @Nullable AgendaItemId under(@Nullable AgendaItemId then, @Nullable AgendaItemId now) {
            return then == null && now != null && !inMinutes(now) ? now : then;
        }

        private boolean inMinutes(@Nullable AgendaItemId item) {
            return item == null
                    || items.containsValue(item)
                    || page.agenda().stream()
                            .anyMatch(now -> now.id().equals(item) && now.data().inMinutes());
        }

        private static @Nullable PersonId person(@Nullable Long id) {
            return id == null ? null : new PersonId(id);
        }

        private static @Nullable OrganisationId organisation(@Nullable Long id) {
            return id == null ? null : new OrganisationId(id);
        }
    }

    /** Returns the row itself, else the first by the first sign that fits a row which no other claims as itself. */
    @SafeVarargs
    private static <T> Optional<T> find(
            List<T> rows, Predicate<T> free, Predicate<T> itself, Predicate<T> claimed, Predicate<T>... signs) {
        Optional<T> same =
                rows.stream().filter(row -> free.test(row) && itself.test(row)).findFirst();
        for (Predicate<T> sign : signs) {
            same = same.or(() -> rows.stream()
                    .filter(row -> free.test(row) && !claimed.test(row) && sign.test(row))
                    .findFirst());
        }
        return same;
    }

    private static Set<Long> ids(Stream<@Nullable Long> ids) {
        return ids.filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
