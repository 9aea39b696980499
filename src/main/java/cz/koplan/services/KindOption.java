package cz.koplan.services;

import org.jspecify.annotations.Nullable;

/** A kind of service to choose from. */
public record KindOption(KindId id, @Nullable String section, String name) {}
