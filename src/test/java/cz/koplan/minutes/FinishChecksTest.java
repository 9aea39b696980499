package cz.koplan.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.groups.GroupId;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceId;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.Attendee;
import cz.koplan.meetings.AttendeeData;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingOrigin;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.MinutesState;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.tasks.Task;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.UpdateData;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FinishChecksTest {

    private static final Vote VOTE = new Vote(1, 0, 0, null);

    private final List<AgendaItem> agenda = new ArrayList<>();
    private final List<Attendee> attendance = new ArrayList<>();
    private final List<ProviderUpdate> updates = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Resolution> resolutions = new ArrayList<>();

    @Test
    void attendance() {
        findings("NOBODY_PRESENT attendance");

        attendee(1, AttendanceKind.EXPECTED);
        attendee(2, AttendanceKind.GUEST);
        attendee(3, AttendanceKind.EXPECTED);
        findings("NOBODY_PRESENT attendance", "ATTENDANCE_NOT_NOTED attendance Organizace 1, Organizace 3");

        attendee(4, AttendanceKind.PRESENT);
        findings("ATTENDANCE_NOT_NOTED attendance Organizace 1, Organizace 3");

        attendance.removeIf(attendee -> attendee.data().kind() == AttendanceKind.EXPECTED);
        findings();
    }

    @Test
    void itemsNobodyTouched() {
        attendee(1, AttendanceKind.PRESENT);
        item(1, AgendaItemKind.APPROVAL, false);
        item(2, AgendaItemKind.TASK_CHECK, true);
        item(3, AgendaItemKind.TOPIC, false);
        item(4, AgendaItemKind.STRATEGY, false);
        item(5, AgendaItemKind.IMPACT_CASE, false);
        item(6, AgendaItemKind.TOPIC, false);
        item(7, AgendaItemKind.TOPIC, false);
        item(8, AgendaItemKind.ROUND_TABLE, false);
        item(9, AgendaItemKind.ROUND_TABLE, false);
        item(10, AgendaItemKind.TOPIC, true);
        agenda.add(item(
                11, new AgendaItemData(null, "Tajné", AgendaItemKind.TOPIC, null, null, false, true, false), false));
        agenda.add(item(
                12, new AgendaItemData(null, "Příště", AgendaItemKind.TOPIC, null, null, false, false, true), false));
        entry(1, 3, EntryKind.INFORMATION, "Text", null);
        entry(2, 4, EntryKind.INFORMATION, " ", null);
        entry(3, 5, EntryKind.INFORMATION, "", VOTE);
        task(1, 6L, "Úkol", "Eva", LocalDate.EPOCH, TaskState.OPEN);
        resolution(1, 7L, "Usnesení");
        update(1, 9, 1L, "Zpráva", null);

        findings("ITEM_UNTOUCHED item-1 1. Bod 1", "ITEM_UNTOUCHED item-4 4. Bod 4", "ITEM_UNTOUCHED item-8 8. Bod 8");
    }

    @Test
    void updatesOfThoseWhoCame() {
        attendee(1, AttendanceKind.PRESENT);
        attendee(2, AttendanceKind.EXCUSED);
        attendee(3, AttendanceKind.ABSENT);
        attendee(4, AttendanceKind.ABSENT);
        attendee(4, AttendanceKind.PRESENT);
        attendance.add(new Attendee(
                new AttendanceId(50),
                1,
                new AttendeeData("Iva", null, null, "Spolek", AttendanceKind.EXCUSED),
                "Spolek",
                false));
        item(1, AgendaItemKind.ROUND_TABLE, false);
        update(1, 1, 1L, "", null);
        update(2, 1, 2L, "", null);
        update(3, 1, 3L, " ", null);
        update(4, 1, 4L, "", null);
        update(5, 1, 5L, "", null);
        update(6, 1, 1L, "", UpdateOutcome.NO_NEWS);
        update(7, 1, 1L, "", UpdateOutcome.ABSENT);
        update(8, 1, 1L, "Zpráva", null);
        updates.add(new ProviderUpdate(
                new UpdateId(9),
                1,
                new AgendaItemId(1),
                new UpdateData(null, "Spolek", ""),
                "Spolek",
                null,
                null,
                false,
                ProviderUpdate.Report.NONE));
        updates.add(new ProviderUpdate(
                new UpdateId(10),
                1,
                new AgendaItemId(1),
                new UpdateData(null, "Kruh", ""),
                "Kruh",
                null,
                null,
                false,
                ProviderUpdate.Report.NONE));

        findings(
                "UPDATE_MISSING update-1 Organizace 1",
                "UPDATE_MISSING update-4 Organizace 4",
                "UPDATE_MISSING update-5 Organizace 5",
                "UPDATE_MISSING update-10 Kruh");
    }

    @Test
    void decisionsWithoutText() {
        attendee(1, AttendanceKind.PRESENT);
        item(1, AgendaItemKind.TOPIC, true);
        entry(1, 1, EntryKind.DECISION, "Text", null);
        entry(2, 1, EntryKind.DECISION, "\n", VOTE);
        entry(3, 1, EntryKind.DECISION, "", null);
        entry(4, 1, EntryKind.INFORMATION, "", null);

        findings("DECISION_WITHOUT_TEXT entry-2 1. Bod 1", "DECISION_WITHOUT_TEXT entry-3 1. Bod 1");
    }

    @Test
    void tasksWithoutOwnerOrDue() {
        attendee(1, AttendanceKind.PRESENT);
        task(1, null, "Úkol", "Eva", LocalDate.EPOCH, TaskState.OPEN);
        task(2, null, "**Zjistit** {{tajně}} ceny", null, LocalDate.EPOCH, TaskState.OPEN);
        task(3, null, "Slovo ".repeat(40), "Eva", null, TaskState.OPEN);
        task(4, null, "Hotovo", null, null, TaskState.DONE);
        task(5, null, "Zrušeno", null, null, TaskState.CANCELLED);
        task(6, null, "Obojí", null, null, TaskState.OPEN);

        findings(
                "TASK_WITHOUT_OWNER task-2 Zjistit tajně ceny",
                "TASK_WITHOUT_DUE task-3 " + "Slovo ".repeat(13) + "Sl…",
                "TASK_WITHOUT_OWNER task-6 Obojí",
                "TASK_WITHOUT_DUE task-6 Obojí");
    }

    private void findings(String... expected) {
        assertThat(FinishChecks.of(page()))
                .extracting(
                        finding -> (finding.check() + " " + finding.place().anchor() + " " + finding.subject()).strip())
                .containsExactly(expected);
    }

    private MinutesPage page() {
        var data = new MeetingData("Setkání", LocalDate.EPOCH, null, null, null, null, null, null, null);
        return new MinutesPage(
                new Meeting(
                        new MeetingId(1),
                        1,
                        new GroupId(1),
                        "Skupina",
                        data,
                        MeetingState.HELD,
                        MeetingOrigin.DESK,
                        null),
                1,
                MinutesState.DRAFT,
                new Signatories(null, null),
                agenda,
                attendance,
                updates,
                entries,
                tasks,
                resolutions,
                true);
    }

    private void attendee(long organisation, AttendanceKind kind) {
        attendance.add(new Attendee(
                new AttendanceId(organisation),
                1,
                new AttendeeData("Osoba", null, new OrganisationId(organisation), null, kind),
                "Organizace " + organisation,
                false));
    }

    private void item(int number, AgendaItemKind kind, boolean discussed) {
        agenda.add(item(number, new AgendaItemData(number, "Bod " + number, kind), discussed));
    }

    private static AgendaItem item(long id, AgendaItemData data, boolean discussed) {
        return new AgendaItem(new AgendaItemId(id), 1, data, discussed, 0, null, null);
    }

    private void entry(long id, long item, EntryKind kind, String text, @Nullable Vote vote) {
        entries.add(new Entry(new EntryId(id), 1, new AgendaItemId(item), kind, text, false, vote));
    }

    private void update(long id, long item, long organisation, String text, @Nullable UpdateOutcome outcome) {
        updates.add(new ProviderUpdate(
                new UpdateId(id),
                1,
                new AgendaItemId(item),
                new UpdateData(new OrganisationId(organisation), null, text),
                "Organizace " + organisation,
                null,
                outcome,
                false,
                ProviderUpdate.Report.NONE));
    }

    private void task(
            long id,
            @Nullable Long item,
            String text,
            @Nullable String owner,
            @Nullable LocalDate due,
            TaskState state) {
        tasks.add(new Task(
                new TaskId(id),
                1,
                new TaskData(text, owner, null, null, due, state),
                null,
                null,
                false,
                item == null ? null : new AgendaItemId(item),
                false));
    }

    private void resolution(long id, long item, String text) {
        resolutions.add(new Resolution(
                new ResolutionId(id), 1, new ResolutionData(null, text), new AgendaItemId(item), false, false, null));
    }
}
