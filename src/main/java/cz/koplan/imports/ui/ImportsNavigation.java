package cz.koplan.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.imports.ImportId;

/** The ways into the screens of imports. */
public final class ImportsNavigation {

    public static final Class<? extends Component> LIST = ImportsView.class;

    private ImportsNavigation() {}

    public static RouterLink link(String label, ImportId id) {
        return new RouterLink(label, ImportReviewView.class, id.value());
    }
}
