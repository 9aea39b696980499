package cz.koplan.situation;

import cz.koplan.groups.GroupId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.services.ServiceId;
import cz.koplan.shared.files.FileId;
import cz.koplan.updates.Signal;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateOutcome;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An update as far as its reader may see it.
 *
 * @param meeting null for an update between meetings
 * @param day of the meeting, else the local day on which it was handed in
 * @param label the organisation or person by name
 * @param text Markdown without marks of internal passages; empty when only an outcome was noted
 * @param recorded whether the text is that of the minutes
 * @param submitted what the member itself handed in, where the minutes say it otherwise
 * @param internal the whole line is for the group only
 * @param submittedAt UTC; null when it was only recorded at the meeting
 * @param confirmedOn the last day on which the member said that it still holds
 * @param endedOn the day on which the member said that it no longer holds
 * @param localities names of municipalities it concerns by itself
 */
public record SaidUpdate(
        UpdateId id,
        GroupId group,
        String groupName,
        @Nullable MeetingId meeting,
        @Nullable String meetingTitle,
        LocalDate day,
        @Nullable OrganisationId organisation,
        String label,
        String text,
        boolean recorded,
        @Nullable String submitted,
        @Nullable String submittedBy,
        @Nullable LocalDateTime submittedAt,
        @Nullable UpdateOutcome outcome,
        boolean internal,
        @Nullable Integer freePlaces,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate endedOn,
        List<Signal> signals,
        List<Tagged> services,
        List<String> localities,
        List<Attached> files,
        List<Consequence> consequences) {

    public record Tagged(ServiceId id, String name) {}

    /** @param size bytes */
    public record Attached(FileId id, String name, long size) {}
}
