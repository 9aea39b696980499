package cz.koplan.situation;

/** A number of the barometer: signals, and the updates that carry them. */
public record BarometerNumber(int signals, int updates) {}
