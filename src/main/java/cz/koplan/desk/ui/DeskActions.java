package cz.koplan.desk.ui;

import com.vaadin.flow.component.Component;
import cz.koplan.desk.DeskService;
import cz.koplan.desk.Owner;
import cz.koplan.desk.TextPlace;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.DiscussionService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.minutes.Entry;
import cz.koplan.minutes.EntryKind;
import cz.koplan.minutes.EntryService;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.minutes.Resolution;
import cz.koplan.minutes.Vote;
import cz.koplan.tasks.Task;
import cz.koplan.tasks.TaskService;
import cz.koplan.updates.ConversionService;
import cz.koplan.updates.Outcome;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateOutcome;
import cz.koplan.updates.UpdateService;
import cz.koplan.updates.ui.UpdatesNavigation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the panels of the desk can do to the meeting; each change is stored at once and shown. */
class DeskActions {

    /** Something said under an agenda item. */
    sealed interface Said {

        record OfEntry(Entry entry) implements Said {}

        record OfTask(Task task) implements Said {}

        record OfResolution(Resolution resolution) implements Said {}

        default TextPlace place() {
            return switch (this) {
                case OfEntry(var entry) ->
                    new TextPlace(TextPlace.Kind.ENTRY, entry.id().value());
                case OfTask(var task) ->
                    new TextPlace(TextPlace.Kind.TASK, task.id().value());
                case OfResolution(var resolution) ->
                    new TextPlace(TextPlace.Kind.RESOLUTION, resolution.id().value());
            };
        }

        default String key() {
            return place().toString();
        }

        default int version() {
            return switch (this) {
                case OfEntry(var entry) -> entry.version();
                case OfTask(var task) -> task.version();
                case OfResolution(var resolution) -> resolution.version();
            };
        }

        default String text() {
            return switch (this) {
                case OfEntry(var entry) -> entry.text();
                case OfTask(var task) -> task.data().text();
                case OfResolution(var resolution) -> resolution.data().text();
            };
        }

        default boolean internal() {
            return switch (this) {
                case OfEntry(var entry) -> entry.internal();
                case OfTask(var task) -> task.internal();
                case OfResolution(var resolution) -> resolution.internal();
            };
        }

        default @Nullable Vote vote() {
            return switch (this) {
                case OfEntry(var entry) -> entry.vote();
                case OfTask(var task) -> null;
                case OfResolution(var resolution) -> resolution.vote();
            };
        }

        default boolean canBeVoted() {
            return !(this instanceof OfTask);
        }
    }

    private final MeetingId meeting;
    private final boolean writable;
    private final DeskService desk;
    private final EntryService entries;
    private final UpdateService updates;
    private final TaskService tasks;
    private final DiscussionService discussion;
    private final ConversionService conversions;
    private final DeskView view;
    private @Nullable List<Owner> owners;

    DeskActions(
            MeetingId meeting,
            boolean writable,
            DeskService desk,
            EntryService entries,
            UpdateService updates,
            TaskService tasks,
            DiscussionService discussion,
            ConversionService conversions,
            DeskView view) {
        this.meeting = meeting;
        this.writable = writable;
        this.desk = desk;
        this.entries = entries;
        this.updates = updates;
        this.tasks = tasks;
        this.discussion = discussion;
        this.conversions = conversions;
        this.view = view;
    }

    boolean writable() {
        return writable;
    }

    boolean running() {
        return view.running();
    }

    Optional<AgendaItemId> current() {
        return view.current();
    }

    /** Who can be given a task; asked for when the first task is shown, for it names the whole region. */
    List<Owner> owners() {
        List<Owner> known = owners;
        if (known == null) {
            known = desk.owners(meeting);
            owners = known;
        }
        return known;
    }

    List<Said> said(MinutesPage page, AgendaItemId item) {
        return Stream.<Stream<Said>>of(
                        page.entriesUnder(item).stream().map(Said.OfEntry::new),
                        page.resolutions().stream()
                                .filter(resolution -> item.equals(resolution.agendaItem()))
                                .map(Said.OfResolution::new),
                        page.tasks().stream()
                                .filter(task -> item.equals(task.agendaItem()))
                                .map(Said.OfTask::new))
                .flatMap(kind -> kind)
                .toList();
    }

    TaskCheckPanel taskCheck() {
        return new TaskCheckPanel(tasks, meeting, writable, view::refresh);
    }

    void discuss(AgendaItemId item) {
        discussion.discuss(meeting, item);
        view.refresh();
    }

    void next() {
        discussion.next(meeting).ifPresent(view::view);
        view.refresh();
    }

    void setOutcome(ProviderUpdate update, @Nullable UpdateOutcome outcome) {
        updates.setOutcome(meeting, update.id(), outcome);
        view.refresh();
    }

    void setInternal(ProviderUpdate update, boolean internal) {
        updates.setInternal(meeting, update.id(), internal);
        view.refresh();
    }

    List<Outcome> outcomes(UpdateId update) {
        return view.outcomes().getOrDefault(update, List.of());
    }

    Component details(ProviderUpdate update) {
        return UpdatesNavigation.details(update, outcomes(update.id()), view.group(), updates, conversions);
    }

    void convert(ProviderUpdate update) {
        UpdatesNavigation.openConversion(conversions, update.id(), update.label(), view::refresh);
    }

    /** What stood in the minutes can be had back for a while. */
    void takeOver(ProviderUpdate update) {
        String before = updates.takeOver(meeting, update.id());
        view.refresh();
        view.offerUndo("desk.later.taken", () -> {
            updates.putBack(meeting, update.id(), before);
            view.refresh();
        });
    }

    void keepRecorded(ProviderUpdate update) {
        updates.keepRecorded(meeting, update.id());
        view.refresh();
    }

    void toggleInternal(Said said) {
        switch (said) {
            case Said.OfEntry(var entry) -> entries.setInternal(meeting, entry.id(), !entry.internal());
            case Said.OfTask(var task) -> tasks.setInternal(meeting, task.id(), !task.internal());
            case Said.OfResolution(var resolution) ->
                entries.setInternal(meeting, resolution.id(), !resolution.internal());
        }
        view.refresh();
    }

    void toggleDecision(Said said) {
        if (said instanceof Said.OfEntry(var entry)) {
            entries.setKind(
                    meeting,
                    entry.id(),
                    entry.kind() == EntryKind.DECISION ? EntryKind.INFORMATION : EntryKind.DECISION);
            view.refresh();
        }
    }

    void setOwner(Task task, @Nullable Owner owner) {
        tasks.setOwner(
                meeting, task.id(), owner == null ? null : owner.person(), owner == null ? null : owner.organisation());
        view.refresh();
    }

    void setDue(Task task, @Nullable LocalDate due) {
        tasks.setDue(meeting, task.id(), due);
        view.refresh();
    }

    void editVote(Said said) {
        VoteDialog.open(said.vote(), view.providers(), view.quorumWarning(), vote -> {
            switch (said) {
                case Said.OfEntry(var entry) -> entries.setVote(meeting, entry.id(), vote);
                case Said.OfResolution(var resolution) -> entries.setVote(meeting, resolution.id(), vote);
                case Said.OfTask(var task) -> throw new IllegalStateException("Nobody votes on a task");
            }
            view.refresh();
        });
    }

    void remove(Said said) {
        desk.remove(meeting, said.place());
        view.refresh();
        if (!(said instanceof Said.OfResolution)) {
            view.offerUndo("desk.removed", () -> bringBack(said));
        }
    }

    /** Brings back what was removed, at the end of its item. */
    void bringBack(Said said) {
        switch (said) {
            case Said.OfEntry(var entry) ->
                entries.setVote(
                        meeting, entries.add(meeting, entry.agendaItem(), entry.kind(), entry.text()), entry.vote());
            case Said.OfTask(var task) -> tasks.add(meeting, Objects.requireNonNull(task.agendaItem()), task.data());
            case Said.OfResolution(var resolution) -> {} // a withdrawn number does not come back
        }
        view.refresh();
    }
}
