package cz.koplan.meetings.ui;

import com.vaadin.flow.component.Component;

/** The ways into the screens of meetings. */
public final class MeetingsNavigation {

    public static final Class<? extends Component> LIST = MeetingsView.class;

    private MeetingsNavigation() {}
}
