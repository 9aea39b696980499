package cz.koplan.audit.ui;

import com.vaadin.flow.component.Component;

/** The way into the change log. */
public final class AuditNavigation {

    public static final Class<? extends Component> CHANGES = ChangeLogView.class;

    private AuditNavigation() {}
}
