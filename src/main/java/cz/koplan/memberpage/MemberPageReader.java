package cz.koplan.memberpage;

import cz.koplan.invitations.Participation;
import cz.koplan.invitations.ParticipationService;
import cz.koplan.meetings.Voice;
import cz.koplan.services.OrpOption;
import cz.koplan.services.ServiceDirectory;
import cz.koplan.services.ServiceOption;
import cz.koplan.shared.NotFoundException;
import cz.koplan.situation.StillValid;
import cz.koplan.situation.StillValidService;
import cz.koplan.updates.Submission;
import cz.koplan.updates.SubmissionService;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the page shows at one moment, in one transaction. The services it asks know who may read what. */
@Component
class MemberPageReader {

    record Content(
            Participation part,
            Voice voice,
            Submission submission,
            List<ServiceOption> services,
            List<OrpOption> orps,
            Optional<StillValid> asked) {}

    private final ParticipationService participations;
    private final SubmissionService submissions;
    private final ServiceDirectory directory;
    private final StillValidService stillValid;

    MemberPageReader(
            ParticipationService participations,
            SubmissionService submissions,
            ServiceDirectory directory,
            StillValidService stillValid) {
        this.participations = participations;
        this.submissions = submissions;
        this.directory = directory;
        this.stillValid = stillValid;
    }

    /**
     * @param member for which the person speaks; null for the first
     * @throws NotFoundException when the person does not speak for the member
     */
    @Transactional(readOnly = true)
    public Content read(Door door, @Nullable Long member) {
        Participation part = participations.page(door.meeting());
        Voice voice = part.voices().stream()
                .filter(one -> member == null || one.member().value() == member)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("member"));
        return new Content(
                part,
                voice,
                submissions.of(door.meeting(), voice.member()),
                voice.organisation() == null ? List.of() : directory.of(voice.organisation()),
                directory.orps(),
                part.open() ? stillValid.due(voice.member()) : Optional.empty());
    }
}
