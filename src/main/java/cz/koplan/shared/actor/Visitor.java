package cz.koplan.shared.actor;

import java.io.Serializable;

/**
 * Somebody who came by a personal link. Holds no role: only services that ask for the link's purpose let a visitor in.
 *
 * @param subject the id of the meeting, account or person that the purpose is about
 * @param name the person's name, under which the change log keeps what was done
 */
public record Visitor(LinkPurpose purpose, long subject, PersonId person, String name) implements Serializable {}
