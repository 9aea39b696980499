package cz.koplan.situation;

import cz.koplan.services.OrpId;

/** Where an update belongs on the map. */
public sealed interface Locality {

    /** The district of a municipality with extended powers. */
    record Orp(OrpId id, String name) implements Locality {}

    /** Neither the update nor its services say where. */
    record Unknown() implements Locality {}

    /** Anywhere, each update once. */
    record Any() implements Locality {}
}
