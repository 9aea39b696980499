package cz.koplan.invitations;

/** How a group collects reports; version 0 = as usual, nothing was chosen. */
public record Reporting(int version, ReportingData data) {}
