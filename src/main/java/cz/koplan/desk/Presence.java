package cz.koplan.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who has the meeting open; {@code place} is {@code item-3/entry-12} as far as it is known. */
public record Presence(UUID window, String name, @Nullable String place) {}
