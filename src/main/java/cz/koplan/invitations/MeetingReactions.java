package cz.koplan.invitations;

import cz.koplan.groups.MembersChanged;
import cz.koplan.meetings.MeetingChanged;
import cz.koplan.meetings.MeetingPlanned;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.MeetingStepped;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to meetings and members after people were invited, heard in the same transaction. */
@Component
class MeetingReactions {

    private final Inviting inviting;
    private final InvitationRepository invitations;

    MeetingReactions(Inviting inviting, InvitationRepository invitations) {
        this.inviting = inviting;
        this.invitations = invitations;
    }

    @EventListener
    void on(MeetingPlanned planned) {
        invitations.occasion(planned.meeting()).ifPresent(meeting -> inviting.renewLinks(meeting.group()));
    }

    @EventListener
    void on(MeetingChanged changed) {
        Occasion meeting = inviting.locked(changed.meeting());
        if (!changed.before().heldOn().equals(changed.after().heldOn())) {
            inviting.renewLinks(meeting.group());
        }
        boolean past = changed.before().heldOn().isBefore(inviting.today()) && inviting.isOver(meeting);
        if (changed.concernsTheInvited() && meeting.ahead() && !past) {
            inviting.tellChange(meeting);
        }
    }

    @EventListener
    void on(MeetingStepped stepped) {
        if (stepped.to() == MeetingState.CANCELLED || stepped.from() == MeetingState.CANCELLED) {
            Occasion meeting = inviting.locked(stepped.meeting());
            inviting.renewLinks(meeting.group());
            if (stepped.to() == MeetingState.CANCELLED && !inviting.isOver(meeting)) {
                inviting.tellCancellation(meeting, stepped.reason());
            }
        }
    }

    @EventListener
    void on(MembersChanged changed) {
        inviting.withdrawGone(changed.group());
    }
}
