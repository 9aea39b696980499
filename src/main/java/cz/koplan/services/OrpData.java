package cz.koplan.services;

import org.jspecify.annotations.Nullable;

/** @param region its name; null when it is not known */
public record OrpData(String name, @Nullable String region, Validity validity, boolean verified) {

    public static final int MAX_NAME = 100;
}
