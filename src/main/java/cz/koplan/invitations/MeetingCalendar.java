package cz.koplan.invitations;

import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingTimes;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * Writes meetings as iCalendar (RFC 5545, RFC 5546). An entry never holds a personal link: calendars are shared, and
 * answers come by the link only, so none is asked for here.
 */
final class MeetingCalendar {

    /**
     * A meeting as calendars know it.
     *
     * @param usualLength of a meeting that says only when it begins
     * @param description plain text
     */
    record Entry(
            UUID uid, int sequence, MeetingData data, Duration usualLength, boolean cancelled, String description) {}

    record Party(String name, String email) {}

    private static final Duration USUAL_LENGTH = Duration.ofMinutes(90);

    private static final String ZONE_NAME = "Europe/Prague";
    private static final ZoneId ZONE = ZoneId.of(ZONE_NAME);
    private static final int LINE_OCTETS = 75;

    /** The rule since 1996, which meetings ahead need; the library's own zone goes back to 1850. */
    private static final String ZONE_RULES = """
            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            TZID:Europe/Prague
            BEGIN:DAYLIGHT
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            TZNAME:CEST
            DTSTART:19960331T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            TZNAME:CET
            DTSTART:19961027T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            END:VCALENDAR
            """.replace("\n", "\r\n");

    private MeetingCalendar() {}

    /** Returns how long meetings of a group take whose template says when they begin and end, else an hour and a half. */
    static Duration usualLength(@Nullable LocalTime start, @Nullable LocalTime end) {
        return start == null || end == null ? USUAL_LENGTH : Duration.between(start, end);
    }

    /** An invitation, or a change of one when the sequence is higher. */
    static String request(Entry entry, Party organizer, Party attendee, @Nullable Answer answer, Instant now) {
        return invitation(ImmutableMethod.REQUEST, entry, organizer, attendee, answer, now);
    }

    /** Takes the meeting out of the calendar of the attendee. */
    static String cancel(Entry entry, Party organizer, Party attendee, @Nullable Answer answer, Instant now) {
        return invitation(ImmutableMethod.CANCEL, entry, organizer, attendee, answer, now);
    }

    private static String invitation(
            Method method, Entry entry, Party organizer, Party attendee, @Nullable Answer answer, Instant now) {
        VEvent event = event(entry, now);
        event.add(new Organizer(new ParameterList(List.of(cn(organizer))), address(organizer)));
        event.add(new Attendee(
                new ParameterList(
                        List.of(CuType.INDIVIDUAL, Role.REQ_PARTICIPANT, status(answer), Rsvp.FALSE, cn(attendee))),
                address(attendee)));
        Calendar calendar = calendar(method);
        calendar.add(event);
        return written(calendar);
    }

    /** A calendar to subscribe to. */
    static String feed(String name, List<Entry> entries, Instant now) {
        Calendar calendar = calendar(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        entries.forEach(entry -> calendar.add(event(entry, now)));
        return written(calendar);
    }

    private static Calendar calendar(Method method) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Koplan//Koplan//CS"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(method);
        calendar.add(zone());
        return calendar;
    }

    private static VTimeZone zone() {
        try {
            return new CalendarBuilder()
                    .build(new StringReader(ZONE_RULES))
                    .<VTimeZone>getComponent("VTIMEZONE")
                    .orElseThrow();
        } catch (IOException | ParserException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VEvent event(Entry entry, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.uid() + "@koplan"));
        event.add(new DtStamp(now));
        event.add(new Sequence(entry.sequence()));
        addTimes(event, entry);
        event.add(new Summary(entry.data().title()));
        String place = entry.data().place();
        if (place != null) {
            event.add(new Location(place));
        }
        if (!entry.description().isEmpty()) {
            event.add(new Description(entry.description()));
        }
        event.add(entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }

    private static void addTimes(VEvent event, Entry entry) {
        MeetingData data = entry.data();
        if (data.startsAt() == null) {
            event.add(new DtStart<>(data.heldOn()));
            return;
        }
        LocalDateTime start = data.heldOn().atTime(data.startsAt());
        LocalDateTime end = data.endsAt() != null
                ? data.heldOn().atTime(data.endsAt())
                : MeetingTimes.plannedEnd(start, (int) entry.usualLength().toMinutes());
        event.add(new DtStart<>(zoned(), start.atZone(ZONE)));
        event.add(new DtEnd<>(zoned(), end.atZone(ZONE)));
    }

    private static ParameterList zoned() {
        return new ParameterList(List.of(new TzId(ZONE_NAME)));
    }

    /** Quotation marks have no place in a parameter. */
    private static Cn cn(Party party) {
        return new Cn(party.name().replace('"', '\''));
    }

    private static URI address(Party party) {
        try {
            return new URI("mailto", party.email(), null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static PartStat status(@Nullable Answer answer) {
        return switch (answer) {
            case null -> PartStat.NEEDS_ACTION;
            case COMES -> PartStat.ACCEPTED;
            case EXCUSED, DEPUTY -> PartStat.DECLINED;
        };
    }

    private static String written(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false, Integer.MAX_VALUE).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(text.toString());
    }

    /** Lines are at most 75 octets long (RFC 5545, 3.1); the library counts characters. */
    private static String folded(String text) {
        var folded = new StringBuilder(text.length() + text.length() / 32);
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' || c == '\n') {
                octets = 0;
            } else {
                int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > LINE_OCTETS) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                octets += size;
            }
            folded.appendCodePoint(c);
        }
        return folded.toString();
    }
}
