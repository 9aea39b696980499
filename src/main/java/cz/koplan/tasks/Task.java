package cz.koplan.tasks;

import cz.koplan.meetings.AgendaItemId;
import org.jspecify.annotations.Nullable;

/**
 * A task as given at a meeting, with the names of its owner.
 *
 * @param agendaItem under which it was given; unknown for old minutes
 * @param internal for the group only
 */
public record Task(
        TaskId id,
        int version,
        TaskData data,
        @Nullable String personName,
        @Nullable String organisationName,
        boolean publishName,
        @Nullable AgendaItemId agendaItem,
        boolean internal) {}
