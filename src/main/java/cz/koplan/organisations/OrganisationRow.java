package cz.koplan.organisations;

import org.jspecify.annotations.Nullable;

/** An organisation in a list; {@code aliases} are joined by commas. */
public record OrganisationRow(
        OrganisationId id,
        String name,
        @Nullable String aliases,
        @Nullable String ico,
        @Nullable TriadRole triadRole,
        boolean active) {}
