package cz.koplan.meetings;

import cz.koplan.groups.GroupId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What new meetings of a group start from. */
@Service
@Transactional
public class TemplateService {

    private final TemplateRepository templates;

    TemplateService(TemplateRepository templates) {
        this.templates = templates;
    }

    /** Returns the template of the group, or the usual one while it has none. */
    @PreAuthorize("@groupRights.readInside(#group)")
    @Transactional(readOnly = true)
    public MeetingTemplate get(GroupId group) {
        return templates.find(group);
    }

    @PreAuthorize("@groupRights.coordinates(#group)")
    public void save(GroupId group, int version, TemplateData data) {
        templates.save(group, version, data);
    }
}
