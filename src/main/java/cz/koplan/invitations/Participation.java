package cz.koplan.invitations;

import cz.koplan.groups.MemberId;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.Voice;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.tasks.OpenTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as somebody who takes part sees it, signed in or by a personal link; what the members report is not in it.
 *
 * @param person who takes part
 * @param language of the person's account; null without one
 * @param agenda in order, without what is for the coordinators' eyes
 * @param voices the members for which the person speaks, at least one, each once
 * @param open the minutes are not approved, so the members may still write
 * @param answers of those members, by any of their people
 * @param tasks the person's own open ones in the group, the earliest due first
 */
public record Participation(
        PersonId person,
        @Nullable String language,
        Meeting meeting,
        List<AgendaItem> agenda,
        List<Voice> voices,
        boolean open,
        List<GivenAnswer> answers,
        List<OpenTask> tasks) {

    /** Whether one can still say who comes. */
    public boolean ahead() {
        return open
                && switch (meeting.state()) {
                    case PLANNED, INVITED, IN_PROGRESS -> true;
                    case HELD, CANCELLED -> false;
                };
    }

    public boolean cancelled() {
        return meeting.state() == MeetingState.CANCELLED;
    }

    public List<GivenAnswer> answersOf(MemberId member) {
        return answers.stream().filter(answer -> answer.member().equals(member)).toList();
    }
}
