package cz.koplan.invitations.ui;

import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.invitations.CalendarService;
import cz.koplan.meetings.MeetingId;

/** The ways to the invitations to a meeting and to the calendar that one subscribes to. */
public final class InvitationsNavigation {

    private InvitationsNavigation() {}

    public static RouterLink link(String label, MeetingId meeting) {
        return new RouterLink(label, InvitationsView.class, of(meeting));
    }

    static RouteParameters of(MeetingId meeting) {
        return new RouteParameters(InvitationsView.MEETING, String.valueOf(meeting.value()));
    }

    /** Opens what makes the secret address of one's own calendar. */
    public static void openCalendarDialog(CalendarService calendars) {
        new CalendarDialog(calendars).open();
    }
}
