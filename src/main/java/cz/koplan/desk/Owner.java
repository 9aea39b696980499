package cz.koplan.desk;

import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.actor.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody who can be given a task: an organisation or a person. */
public record Owner(@Nullable PersonId person, @Nullable OrganisationId organisation, String name) {}
