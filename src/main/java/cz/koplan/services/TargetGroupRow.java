package cz.koplan.services;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** @param registerNumber CilovaSkupinaOsoby/N of the national register */
public record TargetGroupRow(
        TargetGroupId id, int version, @Nullable Integer registerNumber, CodeData data) {

    /** A target group to choose from. */
    public record Option(TargetGroupId id, String name) implements Serializable {}
}
