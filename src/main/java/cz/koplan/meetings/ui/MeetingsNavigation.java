package cz.koplan.meetings.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.groups.GroupId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.Proposed;
import cz.koplan.shared.ui.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The ways into the screens of meetings. */
public final class MeetingsNavigation {

    public static final Class<? extends Component> LIST = MeetingsView.class;
    public static final Class<? extends Component> AGENDA = AgendaView.class;

    private MeetingsNavigation() {}

    /** The preparation of the meeting. */
    public static RouterLink agendaLink(String label, MeetingId meeting) {
        return new RouterLink(label, AgendaView.class, agendaOf(meeting));
    }

    public static void openAgenda(UI ui, MeetingId meeting) {
        ui.navigate(AgendaView.class, agendaOf(meeting));
    }

    public static RouteParameters agendaOf(MeetingId meeting) {
        return new RouteParameters(AgendaView.MEETING, String.valueOf(meeting.value()));
    }

    /** Says why a proposed topic is hidden, who hid it and when. */
    public static String hidden(Component where, Proposed.Hidden hidden) {
        LocalDate day = hidden.at()
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(ZoneId.of("Europe/Prague"))
                .toLocalDate();
        return where.getTranslation(
                "meetings.backlog.hidden.why",
                hidden.reason(),
                hidden.by(),
                Words.day(day, UI.getCurrent().getLocale()));
    }

    /** A member's own answer and report. By its address, for that page is no screen of Flow. */
    public static Anchor partLink(String label, MeetingId meeting) {
        Anchor link = new Anchor("meetings/" + meeting.value() + "/part", label);
        link.setRouterIgnore(true);
        return link;
    }

    /** What new meetings of the group start from. */
    public static RouterLink templateLink(String label, GroupId group) {
        return new RouterLink(label, TemplateView.class, group.value());
    }
}
