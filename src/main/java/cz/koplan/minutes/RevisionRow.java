package cz.koplan.minutes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A revision in the list of those of a meeting; {@code number} counts from 1, {@code createdBy} is a name. */
public record RevisionRow(
        int number,
        RevisionReason reason,
        Instant createdAt,
        @Nullable String createdBy) {}
