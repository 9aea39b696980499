package cz.koplan.updates;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Between meetings a member's report is written by those who speak for it today and are signed in. */
@Component("reportRights")
public class ReportRights {

    private static final ZoneId CZECH_TIME = ZoneId.of("Europe/Prague");

    private final SubmissionRepository submissions;
    private final Clock clock;

    ReportRights(SubmissionRepository submissions, Clock clock) {
        this.submissions = submissions;
        this.clock = clock;
    }

    public boolean speaksFor(GroupId group, MemberId member) {
        LocalDate today = LocalDate.now(clock.withZone(CZECH_TIME));
        return CurrentActor.find()
                .filter(actor -> submissions.speaks(group, member, actor.person(), today))
                .isPresent();
    }
}
