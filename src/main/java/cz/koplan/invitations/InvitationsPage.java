package cz.koplan.invitations;

import cz.koplan.groups.MemberId;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything about the invitations to a meeting, for its coordinators. */
public record InvitationsPage(Meeting meeting, boolean writable, List<InvitedMember> members) {

    /** Returns how many members have reported. */
    public int reported() {
        return (int) members.stream().filter(member -> member.reported().done()).count();
    }

    /** Returns the names of people who would be invited now, in the order of the members. */
    public List<String> waiting() {
        return members.stream()
                .flatMap(member -> member.speakers().stream())
                .filter(speaker -> speaker.email() != null && speaker.invitedAt() == null)
                .map(speaker -> new Named(speaker.person().value(), speaker.name()))
                .distinct()
                .map(Named::name)
                .toList();
    }

    private record Named(long id, String name) {}

    /** Returns who cannot be invited by mail: people without an address, and members for whom nobody speaks. */
    public List<String> unreachable() {
        return members.stream()
                .flatMap(member -> member.speakers().isEmpty()
                        ? List.of(member.name()).stream()
                        : member.speakers().stream()
                                .filter(speaker -> speaker.email() == null)
                                .map(speaker -> member.ofOrganisation()
                                        ? speaker.name() + " (" + member.name() + ")"
                                        : speaker.name()))
                .distinct()
                .toList();
    }

    public Set<MemberId> remindable() {
        return members.stream()
                .filter(InvitedMember::remindable)
                .map(InvitedMember::member)
                .collect(Collectors.toSet());
    }

    public boolean anybodyInvited() {
        return members.stream().anyMatch(InvitedMember::invited);
    }

    /** Whether the meeting still takes invitations and answers. */
    public boolean ahead() {
        return meeting.state() == MeetingState.PLANNED || meeting.state() == MeetingState.INVITED;
    }
}
