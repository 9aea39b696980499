package cz.koplan.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.util.ICalDate;
import cz.koplan.invitations.MeetingCalendar.Entry;
import cz.koplan.invitations.MeetingCalendar.Party;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendar entries as another library reads them. */
class MeetingCalendarTest {

    private static final UUID UID = UUID.fromString("0b7c1f3e-8f53-4b55-9a43-0a7f2e1d5c11");
    private static final Instant NOW = Instant.parse("2031-01-05T08:00:00Z");
    private static final Party COORDINATOR = new Party("Mgr. Klára Tichá, Ph.D.", "klara@mesto.cz");
    private static final Party MEMBER = new Party("Marek \"Mára\" Dvořák; Pramen", "marek@pramen.cz");

    private static Entry entry(
            String title, LocalDate day, @Nullable LocalTime start, @Nullable LocalTime end, String description) {
        var data = new MeetingData(
                title, day, start, end, MeetingMode.IN_PERSON, "Radnice, zasedací síň; 2. patro", null, null, null);
        return new Entry(UID, 3, data, MeetingCalendar.usualLength(null, null), false, description);
    }

    private static Entry entry(LocalDate day, LocalTime start, @Nullable LocalTime end) {
        return entry("Jarní setkání", day, start, end, "");
    }

    private static String request(Entry entry) {
        return MeetingCalendar.request(entry, COORDINATOR, MEMBER, null, NOW);
    }

    /** Reads the calendar and checks that the other library has nothing to say against it. */
    private static VEvent read(String text) {
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().getFirst();
    }

    @Test
    void anInvitationSaysEverything() {
        String text = request(entry(LocalDate.of(2031, 3, 10), LocalTime.of(14, 0), LocalTime.of(15, 30)));
        VEvent event = read(text);

        assertThat(Biweekly.parse(text).first().getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().getValue()).isEqualTo(UID + "@koplan");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(NOW);
        assertThat(event.getSummary().getValue()).isEqualTo("Jarní setkání");
        assertThat(event.getLocation().getValue()).isEqualTo("Radnice, zasedací síň; 2. patro");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("klara@mesto.cz");
        assertThat(event.getOrganizer().getCommonName()).isEqualTo("Mgr. Klára Tichá, Ph.D.");
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
    }

    @Test
    void onlyTheRecipientIsNamedAndAsksForNoReply() {
        VEvent event = read(request(entry(LocalDate.of(2031, 3, 10), LocalTime.of(14, 0), null)));

        assertThat(event.getAttendees()).hasSize(1);
        var attendee = event.getAttendees().getFirst();
        assertThat(attendee.getEmail()).isEqualTo("marek@pramen.cz");
        assertThat(attendee.getCommonName()).isEqualTo("Marek 'Mára' Dvořák; Pramen");
        assertThat(attendee.getRsvp()).isFalse();
        assertThat(attendee.getParticipationStatus()).isEqualTo(ParticipationStatus.NEEDS_ACTION);
    }

    @Test
    void aChangeKeepsWhatWasAnswered() {
        Entry entry = entry(LocalDate.of(2031, 3, 10), LocalTime.of(14, 0), null);
        String text = MeetingCalendar.request(entry, COORDINATOR, MEMBER, Answer.COMES, NOW);

        assertThat(read(text).getAttendees().getFirst().getParticipationStatus())
                .isEqualTo(ParticipationStatus.ACCEPTED);
    }

    @Test
    void aCancellationCancels() {
        var data = entry(LocalDate.of(2031, 3, 10), LocalTime.of(14, 0), null).data();
        String text = MeetingCalendar.cancel(
                new Entry(UID, 4, data, MeetingCalendar.usualLength(null, null), true, ""),
                COORDINATOR,
                MEMBER,
                null,
                NOW);

        assertThat(Biweekly.parse(text).first().getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(read(text).getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(read(text).getSequence().getValue()).isEqualTo(4);
    }

    /** The Sundays on which the clocks change, and the days beside them. */
    @ParameterizedTest
    @CsvSource({
        "2031-03-30, 01:30, 04:00",
        "2031-03-30, 14:00, 15:30",
        "2031-10-26, 01:00, 04:00",
        "2031-10-26, 14:00, 15:30",
        "2026-12-01, 09:00, 10:00",
    })
    void timesAreThoseOnTheClocksOfTheRegion(LocalDate day, LocalTime start, LocalTime end) {
        String text = request(entry(day, start, end));
        VEvent event = read(text);

        assertThat(local(event.getDateStart().getValue())).isEqualTo(day.atTime(start));
        assertThat(local(event.getDateEnd().getValue())).isEqualTo(day.atTime(end));
        assertThat(text).contains("DTSTART;TZID=Europe/Prague:").contains("DTEND;TZID=Europe/Prague:");
    }

    private static LocalDateTime local(ICalDate date) {
        var parts = date.getRawComponents();
        assertThat(parts.isUtc()).isFalse();
        return LocalDateTime.of(parts.getYear(), parts.getMonth(), parts.getDate(), parts.getHour(), parts.getMinute());
    }

    /** The other library is an hour off on the very Sundays, so those are left to the test above. */
    @ParameterizedTest
    @CsvSource({
        "2031-03-29, 14:00, 2031-03-29T13:00:00Z",
        "2031-03-31, 08:00, 2031-03-31T06:00:00Z",
        "2031-10-25, 14:00, 2031-10-25T12:00:00Z",
        "2031-10-27, 08:00, 2031-10-27T07:00:00Z",
        "2026-07-01, 09:00, 2026-07-01T07:00:00Z",
    })
    void theRulesOfTheZoneGoAlong(LocalDate day, LocalTime start, Instant starts) {
        assertThat(read(request(entry(day, start, null)))
                        .getDateStart()
                        .getValue()
                        .toInstant())
                .isEqualTo(starts);
    }

    @Test
    void aMeetingWithoutAnEndTakesAnHourAndAHalf() {
        VEvent event = read(request(entry(LocalDate.of(2031, 3, 30), LocalTime.of(1, 0), null)));
        assertThat(Duration.between(
                        event.getDateStart().getValue().toInstant(),
                        event.getDateEnd().getValue().toInstant()))
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void aMeetingWithoutAStartTakesTheDay() {
        String text = request(entry("Výjezd", LocalDate.of(2031, 3, 10), null, null, ""));
        assertThat(text).contains("DTSTART;VALUE=DATE:20310310");
        assertThat(read(text).getDateStart().getValue().hasTime()).isFalse();
    }

    @Test
    void longCzechLinesAreFoldedByOctets() {
        String description = "Žluťoučký kůň úpěl ďábelské ódy 👩‍👩‍👧; a znovu, ".repeat(40);
        String text = request(entry(
                "Příliš žluťoučký kůň ".repeat(12), LocalDate.of(2031, 3, 10), LocalTime.NOON, null, description));

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(read(text).getDescription().getValue()).isEqualTo(description);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Plán; rozpočet, a \\ zpětné lomítko",
                "END:VEVENT",
                "Setkání\\nEND:VCALENDAR",
                "\"uvozovky\" : dvojtečka ^ stříška",
                "<script>alert(1)</script> {{link}}",
            })
    void hostileTitlesStayTitles(String title) {
        String text = request(entry(title, LocalDate.of(2031, 3, 10), LocalTime.NOON, null, "a\nb\nEND:VEVENT\n"));
        VEvent event = read(text);

        assertThat(event.getSummary().getValue()).isEqualTo(title);
        assertThat(event.getDescription().getValue()).isEqualTo("a\nb\nEND:VEVENT\n");
    }

    @Test
    void aFeedHoldsEveryMeeting() {
        Entry first = entry(LocalDate.of(2031, 3, 10), LocalTime.of(14, 0), null);
        Entry second = new Entry(UUID.randomUUID(), 0, first.data(), MeetingCalendar.usualLength(null, null), true, "");
        ICalendar calendar = Biweekly.parse(MeetingCalendar.feed("Setkání; Klára", List.of(first, second), NOW))
                .first();

        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        assertThat(calendar.getEvents()).hasSize(2);
        assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue()).isEqualTo("Setkání\\; Klára");
    }
}
