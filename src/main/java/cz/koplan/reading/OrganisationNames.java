package cz.koplan.reading;

/** The organisations somebody already knows, by name, short name or alias. */
@FunctionalInterface
public interface OrganisationNames {

    boolean knows(String label);
}
