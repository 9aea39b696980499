package cz.koplan.organisations;

import cz.koplan.shared.actor.PersonId;

public record Person(PersonId id, int version, PersonData data) {}
