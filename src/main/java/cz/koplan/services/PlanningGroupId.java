package cz.koplan.services;

import java.io.Serializable;

public record PlanningGroupId(long value) implements Serializable {}
