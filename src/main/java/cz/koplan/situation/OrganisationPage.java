package cz.koplan.situation;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.Proposed;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.services.ServiceId;
import cz.koplan.tasks.TaskId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation at a glance, as far as the reader may see it; what it said comes page by page.
 *
 * @param groups to which it belongs today
 * @param asked updates whose member is asked whether they still hold; empty for readers who may not answer
 * @param tasks its open ones, the earliest due first
 * @param meetings ahead or going on, the next first
 * @param proposals topics its people proposed, the newest first
 */
public record OrganisationPage(
        OrganisationId id,
        String name,
        @Nullable String ico,
        List<Membership> groups,
        List<StillValid> asked,
        List<OwnTask> tasks,
        List<OwnService> services,
        List<Coming> meetings,
        List<OwnProposal> proposals) {

    public record Membership(MemberId member, GroupId group, String groupName) {}

    /** @param text Markdown */
    public record OwnTask(TaskId id, String text, @Nullable LocalDate due, boolean overdue, String groupName) {}

    /**
     * @param kind null for a related service outside of the act
     * @param localities names of municipalities
     */
    public record OwnService(
            ServiceId id, String name, @Nullable String kind, boolean active, List<String> localities) {}

    public record Coming(
            MeetingId id,
            String title,
            LocalDate heldOn,
            @Nullable LocalTime startsAt,
            String groupName) {}

    public record OwnProposal(Proposed proposal, String groupName) {}
}
