package cz.koplan.groups;

/** The one who speaks for the member, and the one who stands in. */
public enum DelegateKind {
    DELEGATE,
    DEPUTY
}
