package cz.koplan.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.groups.DelegateKind;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.updates.UpdateOutcome;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionJsonTest {

    /** As revisions were stored before items held entries. */
    static final String OLD = """
            {"title": "Setkání", "group": "Senioři", "date": "2025-09-15", "start": "14:00:00", "end": null,
             "mode": "ONLINE", "place": null,
             "attendance": [
               {"name": "Marek Dvořák", "organisation": "Pramen", "kind": "PRESENT", "publishName": true}],
             "items": [
               {"number": 1, "title": "Kolečko", "kind": "ROUND_TABLE",
                "updates": [{"label": "Pramen", "text": "Volná místa."}], "texts": []},
               {"number": null, "title": "Různé", "kind": "TOPIC", "updates": [], "texts": ["První.", "Druhý."]}],
             "tasks": [{"text": "Rozeslat.", "person": null, "organisation": "Pramen", "publishName": false,
                "due": "2025-10-01"}],
             "resolutions": [{"number": "1/2025", "text": "Bere na vědomí."}],
             "nextMeeting": {"date": null, "start": null, "place": "Radnice"},
             "author": {"name": "Klára Tichá", "organisation": null, "publishName": false}, "verifiedBy": null}
            """;

    @Test
    void oldRevisionsStayReadable() {
        assertThat(RevisionJson.read(OLD))
                .isEqualTo(new MinutesContent(
                        "Setkání",
                        "Senioři",
                        LocalDate.of(2025, 9, 15),
                        LocalTime.of(14, 0),
                        null,
                        MeetingMode.ONLINE,
                        null,
                        List.of(new MinutesContent.Attendee("Marek Dvořák", "Pramen", AttendanceKind.PRESENT, true)),
                        List.of(
                                new MinutesContent.Item(
                                        1,
                                        "Kolečko",
                                        AgendaItemKind.ROUND_TABLE,
                                        List.of(new MinutesContent.Update("Pramen", "Volná místa.")),
                                        List.of()),
                                new MinutesContent.Item(
                                        null, "Různé", AgendaItemKind.TOPIC, List.of(), List.of("První.", "Druhý."))),
                        List.of(new MinutesContent.Task("Rozeslat.", null, "Pramen", false, LocalDate.of(2025, 10, 1))),
                        List.of(new MinutesContent.Resolution("1/2025", "Bere na vědomí.")),
                        new MinutesContent.NextMeeting(null, null, "Radnice"),
                        new MinutesContent.Signatory("Klára Tichá", null, false),
                        null));
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(RevisionJson.read(RevisionJson.write(SampleMinutes.ordinary())))
                .isEqualTo(SampleMinutes.ordinary());

        var everything = new MinutesContent(
                "Setkání",
                null,
                null,
                null,
                LocalTime.of(15, 30),
                null,
                "Radnice",
                List.of(new MinutesContent.Attendee(
                        1L, "Eva", 2L, "Klub", 3L, AttendanceKind.EXCUSED, true, DelegateKind.DEPUTY, 4L, 5L)),
                List.of(new MinutesContent.Item(
                        4L,
                        1,
                        "Bod",
                        AgendaItemKind.STRATEGY,
                        List.of(new MinutesContent.Update(6L, 3L, "Klub", "", UpdateOutcome.NO_NEWS, true)),
                        List.of(new MinutesContent.Entry(
                                7L, EntryKind.DECISION, "Ano.", true, new Vote(1, 2, 3, "Klub"))),
                        List.of(new MinutesContent.Task(8L, "Úkol", "Eva", 2L, "Klub", 3L, true, null, true)),
                        List.of(new MinutesContent.Resolution(
                                9L, "1/2025", "Text", true, true, new Vote(1, 0, 0, null))))),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(new MinutesContent.Overruled(FinishCheck.TASK_WITHOUT_DUE, "Úkol")));
        assertThat(RevisionJson.read(RevisionJson.write(everything))).isEqualTo(everything);
    }
}
