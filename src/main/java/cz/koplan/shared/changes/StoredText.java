package cz.koplan.shared.changes;

/** A text as it is stored now, with the version of its row. */
public record StoredText(int version, String text) {}
