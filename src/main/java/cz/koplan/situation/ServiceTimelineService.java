package cz.koplan.situation;

import cz.koplan.services.ServiceId;
import cz.koplan.shared.NotFoundException;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was said about a service, over all groups that the reader sees into. */
@Service
@Transactional(readOnly = true)
public class ServiceTimelineService {

    private final ServiceTimelineRepository services;
    private final SaidRepository said;
    private final SituationRights rights;

    ServiceTimelineService(ServiceTimelineRepository services, SaidRepository said, SituationRights rights) {
        this.services = services;
        this.said = said;
        this.rights = rights;
    }

    /** @throws NotFoundException when there is no such service */
    @PreAuthorize("@groupRights.signedIn()")
    public TimelineHead head(ServiceId id) {
        return services.head(id).orElseThrow(() -> new NotFoundException(id));
    }

    /** Returns a page of the updates tagged with the service, the newest first. */
    @PreAuthorize("@groupRights.signedIn()")
    public List<SaidUpdate> updates(ServiceId id, int offset, int limit) {
        return said.ofService(id, rights.scope(), offset, limit);
    }

    @PreAuthorize("@groupRights.signedIn()")
    public int countUpdates(ServiceId id) {
        return said.countOfService(id, rights.scope());
    }
}
