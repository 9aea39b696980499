package cz.koplan.services;

/** The three categories of the act on social services. */
public enum ServiceCategory {
    COUNSELLING,
    CARE,
    PREVENTION
}
