package cz.koplan.services.ui;

import com.vaadin.flow.component.Component;

/** The ways into the screens of services and code lists. */
public final class ServicesNavigation {

    public static final Class<? extends Component> SERVICES = ServicesView.class;
    public static final Class<? extends Component> CODE_LISTS = CodeListsView.class;

    private ServicesNavigation() {}
}
