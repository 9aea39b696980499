package cz.koplan.updates;

import cz.koplan.groups.GroupId;
import cz.koplan.shared.refs.RefNames;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What came of an update and waits for its part of the application; {@code body} is Markdown.
 *
 * @param createdAt UTC
 */
public record Proposal(
        ProposalId id,
        GroupId group,
        ProposalKind kind,
        String title,
        String body,
        String createdBy,
        LocalDateTime createdAt,
        List<RefNames.Named> origins) {}
