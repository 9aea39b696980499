package cz.koplan.minutes;

/** A finished PDF and the name to save it under. */
public record MinutesFile(String name, byte[] content) {}
