package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.Attendee;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import cz.koplan.tasks.Task;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.ProviderUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is missing in minutes before they are finished, in the order in which one reads them. */
final class FinishChecks {

    private static final int LONGEST_SUBJECT = 80;

    private final MinutesPage page;
    private final List<Finding> findings = new ArrayList<>();

    private FinishChecks(MinutesPage page) {
        this.page = page;
    }

    static List<Finding> of(MinutesPage page) {
        var checks = new FinishChecks(page);
        checks.attendance();
        page.agenda().stream().filter(item -> item.data().inMinutes()).forEach(checks::item);
        page.tasks().forEach(checks::task);
        page.resolutions().stream()
                .filter(resolution ->
                        !resolution.withdrawn() && resolution.data().text().isBlank())
                .forEach(resolution -> checks.add(
                        FinishCheck.DECISION_WITHOUT_TEXT,
                        Place.of(resolution.id()),
                        resolution.agendaItem(),
                        Objects.requireNonNullElse(resolution.data().number(), checks.title(resolution.agendaItem()))));
        return List.copyOf(checks.findings);
    }

    private void attendance() {
        if (page.attendance().stream().noneMatch(attendee -> attendee.data().kind() == AttendanceKind.PRESENT)) {
            add(FinishCheck.NOBODY_PRESENT, Place.ATTENDANCE, null, "");
        }
        String expected = page.attendance().stream()
                .filter(attendee -> attendee.data().kind() == AttendanceKind.EXPECTED)
                .map(attendee -> Objects.requireNonNullElse(
                        attendee.organisationName(), attendee.data().name()))
                .collect(Collectors.joining(", "));
        if (!expected.isEmpty()) {
            add(FinishCheck.ATTENDANCE_NOT_NOTED, Place.ATTENDANCE, null, expected);
        }
    }

    private void item(AgendaItem item) {
        if (untouched(item)) {
            add(FinishCheck.ITEM_UNTOUCHED, Place.of(item.id()), item.id(), title(item));
        }
        page.updatesUnder(item.id()).stream()
                .filter(update -> update.missing() && !apologised(update))
                .forEach(update -> add(FinishCheck.UPDATE_MISSING, Place.of(update.id()), item.id(), update.label()));
        page.entriesUnder(item.id()).stream()
                .filter(entry ->
                        entry.kind() == EntryKind.DECISION && entry.text().isBlank())
                .forEach(entry -> add(FinishCheck.DECISION_WITHOUT_TEXT, Place.of(entry.id()), item.id(), title(item)));
    }

    /** A round table has its lines, each looked after by itself. */
    private boolean untouched(AgendaItem item) {
        return !item.discussed()
                && page.entriesUnder(item.id()).stream().allMatch(Entry::isEmpty)
                && page.tasksUnder(item.id()).isEmpty()
                && page.resolutionsUnder(item.id()).isEmpty()
                && !(item.data().kind() == AgendaItemKind.ROUND_TABLE
                        && !page.updatesUnder(item.id()).isEmpty());
    }

    /** Whether nobody of the organisation came, so nobody could say anything. */
    private boolean apologised(ProviderUpdate update) {
        List<Attendee> same = page.attendance().stream()
                .filter(attendee -> speaksFor(attendee, update))
                .toList();
        return !same.isEmpty()
                && same.stream()
                        .allMatch(attendee -> attendee.data().kind() == AttendanceKind.EXCUSED
                                || attendee.data().kind() == AttendanceKind.ABSENT);
    }

    private static boolean speaksFor(Attendee attendee, ProviderUpdate update) {
        return update.data().organisation() != null
                ? update.data().organisation().equals(attendee.data().organisation())
                : update.label().equals(attendee.organisationName());
    }

    private void task(Task task) {
        var data = task.data();
        Place place = Place.of(task.id());
        if (data.text().isBlank()) {
            add(FinishCheck.DECISION_WITHOUT_TEXT, place, task.agendaItem(), title(task.agendaItem()));
        }
        if (data.state() != TaskState.OPEN) {
            return;
        }
        if (data.ownerPerson() == null && data.ownerOrganisation() == null && data.ownerLabel() == null) {
            add(FinishCheck.TASK_WITHOUT_OWNER, place, task.agendaItem(), excerpt(data.text()));
        }
        if (data.due() == null) {
            add(FinishCheck.TASK_WITHOUT_DUE, place, task.agendaItem(), excerpt(data.text()));
        }
    }

    private void add(FinishCheck check, Place place, @Nullable AgendaItemId item, String subject) {
        findings.add(new Finding(check, place, item, subject));
    }

    private String title(@Nullable AgendaItemId id) {
        return page.agenda().stream()
                .filter(item -> item.id().equals(id))
                .map(FinishChecks::title)
                .findFirst()
                .orElse("");
    }

    private static String title(AgendaItem item) {
        Integer number = item.data().number();
        return (number == null ? "" : number + ". ") + item.data().title();
    }

    static String excerpt(String markdown) {
        String text = Markdown.plainText(InternalPassages.internalText(markdown))
                .replace('\n', ' ')
                .strip();
        return text.codePointCount(0, text.length()) <= LONGEST_SUBJECT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SUBJECT)).stripTrailing() + "…";
    }
}
