package cz.koplan.tasks;

import org.jspecify.annotations.Nullable;

/** A task as given at a meeting, with the names of its owner. */
public record Task(
        TaskId id,
        int version,
        TaskData data,
        @Nullable String personName,
        @Nullable String organisationName,
        boolean publishName) {}
