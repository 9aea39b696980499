package cz.koplan.imports;

import cz.koplan.meetings.MeetingId;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** An import in a list; {@code createdAt} is UTC. */
public record ImportRow(
        ImportId id,
        String fileName,
        ImportState state,
        @Nullable String groupName,
        @Nullable MeetingId meeting,
        LocalDateTime createdAt) {}
