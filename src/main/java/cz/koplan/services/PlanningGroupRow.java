package cz.koplan.services;

import java.util.List;

/**
 * A group by which a region plans its services.
 *
 * @param position its number in the plan
 */
public record PlanningGroupRow(
        PlanningGroupId id,
        int version,
        String region,
        int position,
        String name,
        boolean verified,
        List<TargetGroupRow.Option> targetGroups) {}
