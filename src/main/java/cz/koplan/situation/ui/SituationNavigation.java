package cz.koplan.situation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.services.ServiceId;

/** The ways to the page of an organisation, the timeline of a service and the barometer of the network. */
public final class SituationNavigation {

    public static final Class<? extends Component> BAROMETER = BarometerView.class;

    private SituationNavigation() {}

    public static RouterLink organisationLink(String label, OrganisationId organisation) {
        return new RouterLink(
                label,
                OrganisationPageView.class,
                new RouteParameters(OrganisationPageView.ORGANISATION, String.valueOf(organisation.value())));
    }

    public static RouterLink timelineLink(String label, ServiceId service) {
        return new RouterLink(
                label,
                ServiceTimelineView.class,
                new RouteParameters(ServiceTimelineView.SERVICE, String.valueOf(service.value())));
    }
}
