package cz.koplan.services;

import org.jspecify.annotations.Nullable;

/**
 * A municipality with extended powers.
 *
 * @param code four digits of list 65 of the statistical office
 */
public record OrpRow(
        OrpId id, int version, String code, @Nullable String region, CodeData data) {}
