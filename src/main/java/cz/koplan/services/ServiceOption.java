package cz.koplan.services;

import org.jspecify.annotations.Nullable;

/**
 * A service to choose from.
 *
 * @param kind the name of its kind; null for a related service outside of the act
 */
public record ServiceOption(
        ServiceId id, String name, @Nullable String kind) {}
