package cz.koplan.updates;

/** What an organisation wants others to notice about its situation. */
public enum Signal {
    CAPACITY_FULL,
    FREE_PLACES,
    FUNDING_RISK,
    STAFFING,
    NEW_SITE,
    CLOSED_SITE,
    COOPERATION,
    NEED_NOT_MET
}
