package cz.koplan.updates;

/** The part of the application that will take the proposal over. */
public enum ProposalKind {
    CAPACITY_CHANGE,
    IMPACT_CASE
}
