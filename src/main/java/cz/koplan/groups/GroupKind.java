package cz.koplan.groups;

/** Working, steering and coordination groups, and the college of municipalities (PS, ŘS, KS, K10). */
public enum GroupKind {
    WORKING,
    STEERING,
    COORDINATION,
    REGIONAL_COLLEGE
}
