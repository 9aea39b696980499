package cz.koplan.invitations;

/** How far a member is with the report for a meeting. */
public enum Reported {
    SUBMITTED,
    NO_NEWS,
    DRAFT,
    NOTHING;

    public boolean done() {
        return this == SUBMITTED || this == NO_NEWS;
    }
}
