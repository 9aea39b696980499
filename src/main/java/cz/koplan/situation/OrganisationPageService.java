package cz.koplan.situation;

import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An organisation's own page: what it said, what became of it, and what waits for it. */
@Service
@Transactional(readOnly = true)
public class OrganisationPageService {

    private final OrganisationPageRepository organisations;
    private final SaidRepository said;
    private final StillValidRepository stillValid;
    private final SituationRights rights;
    private final Clock clock;

    OrganisationPageService(
            OrganisationPageRepository organisations,
            SaidRepository said,
            StillValidRepository stillValid,
            SituationRights rights,
            Clock clock) {
        this.organisations = organisations;
        this.said = said;
        this.stillValid = stillValid;
        this.rights = rights;
        this.clock = clock;
    }

    /** Returns the organisations for which the actor speaks today, by name. */
    @PreAuthorize("@groupRights.signedIn()")
    public List<OwnOrganisation> own() {
        PersonId person = CurrentActor.get().person();
        Map<OrganisationId, String> names = organisations.spokenFor(person, today());
        if (names.isEmpty()) {
            return List.of();
        }
        LocalDateTime now = now();
        Map<OrganisationId, Long> asked = stillValid.ofMembers(rights.answered(), today()).stream()
                .filter(last -> last.organisation() != null && last.isDue(now))
                .collect(Collectors.groupingBy(last -> last.organisation(), Collectors.counting()));
        return names.entrySet().stream()
                .map(entry -> new OwnOrganisation(
                        entry.getKey(),
                        entry.getValue(),
                        asked.getOrDefault(entry.getKey(), 0L).intValue()))
                .toList();
    }

    /** @throws NotFoundException when there is no such organisation */
    @PreAuthorize("@situationRights.readOrganisation(#id)")
    public OrganisationPage page(OrganisationId id) {
        var named = organisations.find(id).orElseThrow(() -> new NotFoundException(id));
        Scope scope = rights.scope();
        return new OrganisationPage(
                id,
                named.name(),
                named.ico(),
                organisations.memberships(id, today()).stream()
                        .filter(membership -> scope.inside(membership.group()))
                        .toList(),
                asked(id, scope),
                organisations.openTasks(id, scope, today()),
                organisations.services(id),
                organisations.meetings(id, scope),
                organisations.proposals(id, scope));
    }

    private List<StillValid> asked(OrganisationId id, Scope scope) {
        Set<?> answered = rights.answered();
        LocalDateTime now = now();
        return stillValid.ofOrganisation(id, today()).stream()
                .filter(last ->
                        answered.contains(last.member()) || scope.coordinated().contains(last.group()))
                .filter(last -> last.isDue(now))
                .map(StillValidService::asked)
                .toList();
    }

    /** Returns a page of what the organisation said, the newest first. */
    @PreAuthorize("@situationRights.readOrganisation(#id)")
    public List<SaidUpdate> updates(OrganisationId id, int offset, int limit) {
        return said.ofOrganisation(id, rights.scope(), rights.isOwn(id), offset, limit);
    }

    @PreAuthorize("@situationRights.readOrganisation(#id)")
    public int countUpdates(OrganisationId id) {
        return said.countOfOrganisation(id, rights.scope(), rights.isOwn(id));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
    }
}
