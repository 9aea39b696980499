package cz.koplan.groups.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.groups.GroupId;

/** The ways into the screens of groups. */
public final class GroupsNavigation {

    public static final Class<? extends Component> LIST = GroupsView.class;

    private GroupsNavigation() {}

    public static RouterLink link(String label, GroupId group) {
        return new RouterLink(label, GroupView.class, group.value());
    }
}
