package cz.koplan.invitations;

import cz.koplan.groups.GroupId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How groups collect the reports of their members. */
@Service
@Transactional
public class ReportingService {

    private final ReportingRepository reporting;

    ReportingService(ReportingRepository reporting) {
        this.reporting = reporting;
    }

    @PreAuthorize("@groupRights.readInside(#group)")
    @Transactional(readOnly = true)
    public Reporting get(GroupId group) {
        return reporting.find(group);
    }

    /** @param version that was seen; 0 = the group had no settings of its own */
    @PreAuthorize("@groupRights.coordinates(#group)")
    public void save(GroupId group, int version, ReportingData data) {
        reporting.save(group, version, data);
    }
}
