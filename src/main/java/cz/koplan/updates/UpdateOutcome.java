package cz.koplan.updates;

/** What is noted at the round table instead of a text. */
public enum UpdateOutcome {
    NO_NEWS,
    ABSENT
}
