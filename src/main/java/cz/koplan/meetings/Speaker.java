package cz.koplan.meetings;

import cz.koplan.groups.DelegateKind;
import cz.koplan.shared.actor.PersonId;

/** Somebody who may speak for a member organisation on the day of the meeting. */
public record Speaker(PersonId person, String name, DelegateKind kind) {}
