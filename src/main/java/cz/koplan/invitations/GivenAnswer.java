package cz.koplan.invitations;

import cz.koplan.groups.MemberId;
import cz.koplan.shared.actor.PersonId;
import java.time.LocalDateTime;

/**
 * What was answered for a member.
 *
 * @param person whose coming it is about
 * @param by the name of who answered
 * @param at UTC
 */
public record GivenAnswer(MemberId member, PersonId person, AnswerData data, String by, LocalDateTime at) {}
