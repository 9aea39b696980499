package cz.koplan.organisations.ui;

import com.vaadin.flow.component.Component;

/** The ways into the screens of organisations and people. */
public final class OrganisationsNavigation {

    public static final Class<? extends Component> ORGANISATIONS = OrganisationsView.class;
    public static final Class<? extends Component> PEOPLE = PeopleView.class;

    private OrganisationsNavigation() {}
}
