package cz.koplan.situation;

import cz.koplan.groups.MemberId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.updates.UpdateId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks whether what a member last reported still holds, once the group's time has passed without a word. A link to a
 * meeting answers for the members its person speaks for there.
 */
@Service
@Transactional
public class StillValidService {

    private final StillValidRepository updates;
    private final Clock clock;

    StillValidService(StillValidRepository updates, Clock clock) {
        this.updates = updates;
        this.clock = clock;
    }

    /** Returns the update that the member is to be asked about; empty while there is nothing to ask. */
    @PreAuthorize("@situationRights.speaksFor(#member)")
    @Transactional(readOnly = true)
    public Optional<StillValid> due(MemberId member) {
        return updates.ofMember(member, today()).stream()
                .filter(last -> last.isDue(now()))
                .map(StillValidService::asked)
                .findFirst();
    }

    static StillValid asked(StillValidRepository.LastUpdate last) {
        return new StillValid(
                last.member(),
                last.group(),
                last.groupName(),
                last.update(),
                InternalPassages.internalText(last.text()),
                SaidRepository.localDay(last.submittedAt()));
    }

    /**
     * It still holds.
     *
     * @throws InvalidInputException when the member said meanwhile that it no longer does
     */
    @PreAuthorize("@situationRights.answersFor(#member)")
    public void confirm(MemberId member, UpdateId update) {
        if (!updates.confirm(member, update, now())) {
            throw new InvalidInputException("situation.stillValid.ended");
        }
    }

    /** It no longer holds; saying so twice changes nothing. */
    @PreAuthorize("@situationRights.answersFor(#member)")
    public void end(MemberId member, UpdateId update) {
        updates.end(member, update, now());
    }

    /** Takes {@link #end} back: it holds after all. */
    @PreAuthorize("@situationRights.answersFor(#member)")
    public void resume(MemberId member, UpdateId update) {
        updates.resume(member, update);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
    }
}
