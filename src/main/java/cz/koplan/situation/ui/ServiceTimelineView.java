package cz.koplan.situation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import cz.koplan.services.ServiceId;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.situation.ServiceTimelineService;
import cz.koplan.situation.SituationRights;
import cz.koplan.situation.TimelineHead;
import cz.koplan.situation.UpdateFileService;
import jakarta.annotation.security.PermitAll;

/** What was said about a service, quarter by quarter, over all groups that the reader sees into. */
@Route("services/:" + ServiceTimelineView.SERVICE + "([0-9]{1,18})/timeline")
@PermitAll
class ServiceTimelineView extends Screen implements BeforeEnterObserver {

    static final String SERVICE = "service";

    private final ServiceTimelineService timelines;
    private final UpdateFileService files;
    private final SituationRights rights;

    ServiceTimelineView(ServiceTimelineService timelines, UpdateFileService files, SituationRights rights) {
        this.timelines = timelines;
        this.files = files;
        this.rights = rights;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ServiceId id = event.getRouteParameters()
                .getLong(SERVICE)
                .map(ServiceId::new)
                .orElseThrow(() -> new NotFoundException(SERVICE));
        TimelineHead head = timelines.head(id);
        setHeading(head.name());
        setSubtitle(getTranslation("situation.timeline") + (head.kind() == null ? "" : " · " + head.kind()));
        Div meta = new Div(
                rights.readOrganisation(head.organisation())
                        ? SituationNavigation.organisationLink(head.organisationName(), head.organisation())
                        : new Span(head.organisationName()));
        meta.addClassName("meta");
        add(meta);
        int total = timelines.countUpdates(id);
        add(
                total == 0
                        ? new EmptyState(
                                getTranslation("situation.timeline.none"),
                                getTranslation("situation.timeline.none.text"))
                        : new SaidList(
                                new SaidCards(this, files),
                                total,
                                2,
                                (offset, limit) -> timelines.updates(id, offset, limit)));
    }
}
