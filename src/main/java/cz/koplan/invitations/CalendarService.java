package cz.koplan.invitations;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.links.LinkId;
import cz.koplan.links.PersonalLinks;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.actor.Visitor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar of somebody's meetings, which programs subscribe to by a secret address. */
@Service
@Transactional
public class CalendarService {

    /** A calendar that stops by itself is not noticed; whoever loses the address makes another. */
    private static final int YEARS = 5;

    private static final int MONTHS_BACK = 3;

    private final CalendarRepository calendars;
    private final PersonalLinks links;
    private final I18NProvider texts;
    private final Clock clock;

    CalendarService(CalendarRepository calendars, PersonalLinks links, I18NProvider texts, Clock clock) {
        this.calendars = calendars;
        this.links = links;
        this.texts = texts;
        this.clock = clock;
    }

    /** Tells whether the actor has an address that works. */
    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public boolean hasAddress() {
        PersonId person = CurrentActor.get().person();
        return links.isOpen(LinkPurpose.CALENDAR, person.value(), person);
    }

    /** Makes an address for the actor, which can't be had again; one made before no longer works. */
    @PreAuthorize("@groupRights.signedIn()")
    public String newAddress() {
        endAddress();
        PersonId person = CurrentActor.get().person();
        LinkId link = links.open(
                LinkPurpose.CALENDAR,
                person.value(),
                person,
                LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).plusYears(YEARS));
        return links.mint(link) + ".ics";
    }

    @PreAuthorize("@groupRights.signedIn()")
    public void endAddress() {
        PersonId person = CurrentActor.get().person();
        links.withdraw(LinkPurpose.CALENDAR, person.value(), person);
    }

    /** Returns the visitor's calendar: all meetings of their groups from three months back on. */
    @PreAuthorize("@calendarRights.subscribes()")
    @Transactional(readOnly = true)
    public String calendar() {
        Visitor visitor = CurrentActor.findVisitor().orElseThrow();
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
        return MeetingCalendar.feed(
                texts.getTranslation("invitations.calendar.name", Locale.of("cs"), visitor.name()),
                calendars.entries(visitor.person(), today.minusMonths(MONTHS_BACK), today),
                clock.instant());
    }
}
