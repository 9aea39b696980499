package cz.koplan.invitations;

import cz.koplan.groups.MemberId;
import cz.koplan.meetings.MeetingId;
import java.util.Set;

/** How the reports for the next meeting of a coordinator come in. */
public record NextReports(MeetingId meeting, String title, int reported, int members, Set<MemberId> remindable) {}
