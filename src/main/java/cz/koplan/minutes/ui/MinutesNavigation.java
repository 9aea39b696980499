package cz.koplan.minutes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.minutes.RevisionService;
import java.util.function.Consumer;

/** The ways to the page of a meeting and to the register of resolutions. */
public final class MinutesNavigation {

    public static final Class<? extends Component> RESOLUTIONS = ResolutionsView.class;

    private MinutesNavigation() {}

    public static RouterLink link(String label, MeetingId meeting) {
        return new RouterLink(label, MeetingView.class, meeting.value());
    }

    public static void open(UI ui, MeetingId meeting) {
        ui.navigate(MeetingView.class, meeting.value());
    }

    /** The revisions of the minutes of a meeting. */
    public static RouterLink revisions(String label, MeetingId meeting) {
        return new RouterLink(label, RevisionsView.class, RevisionsView.parameters(meeting));
    }

    /**
     * Opens what finishes the minutes: it shows what they lack and leads to the elements named by
     * {@link cz.koplan.minutes.Place#anchor}.
     *
     * @param showItem brings an agenda item onto the page before its texts are sought
     * @param finished runs after the minutes were finished
     */
    public static void openFinish(
            RevisionService revisions, MeetingId meeting, Consumer<AgendaItemId> showItem, Runnable finished) {
        new FinishDialog(revisions, meeting, showItem, finished).open();
    }
}
