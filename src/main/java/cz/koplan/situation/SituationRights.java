package cz.koplan.situation;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.SpeakerRights;
import cz.koplan.meetings.Voice;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationRights;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.actor.Visitor;
import cz.koplan.updates.UpdateId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who reads an organisation's page: its delegates, planners, and coordinators of groups it belongs to. A personal link to
 * a meeting lets its person read what lies in the group of that meeting, for the organisations they speak for there.
 *
 * <p>How much each of them sees is their {@link Scope}: a text stays within its group.
 */
@Component("situationRights")
public class SituationRights {

    private final OrganisationRights organisations;
    private final ScopeRepository scopes;
    private final SaidRepository said;
    private final SpeakerRights speakers;
    private final Clock clock;

    SituationRights(
            OrganisationRights organisations,
            ScopeRepository scopes,
            SaidRepository said,
            SpeakerRights speakers,
            Clock clock) {
        this.organisations = organisations;
        this.scopes = scopes;
        this.said = said;
        this.speakers = speakers;
        this.clock = clock;
    }

    public boolean readOrganisation(OrganisationId organisation) {
        if (CurrentActor.findVisitor().isPresent()) {
            return voices().stream().anyMatch(voice -> organisation.equals(voice.organisation()));
        }
        return organisations.pages().test(organisation);
    }

    /** Whoever speaks for the member, and its group's coordinators on its behalf. */
    public boolean speaksFor(MemberId member) {
        if (CurrentActor.findVisitor().isPresent()) {
            return voices().stream().anyMatch(voice -> voice.member().equals(member));
        }
        return CurrentActor.find()
                .filter(actor -> scopes.speaksFor(member, actor.person(), today()) || coordinates(actor, member))
                .isPresent();
    }

    /** As {@link #speaksFor}, and a link writes only until the minutes of its meeting are approved. */
    public boolean answersFor(MemberId member) {
        return meetingOfVisitor()
                .map(meeting -> speakers.reports(meeting, member))
                .orElseGet(() -> CurrentActor.findVisitor().isEmpty() && speaksFor(member));
    }

    /** Returns the members for which whoever acts may answer as one who speaks for them. */
    Set<MemberId> answered() {
        if (CurrentActor.findVisitor().isPresent()) {
            return voices().stream().map(Voice::member).filter(this::answersFor).collect(Collectors.toSet());
        }
        return CurrentActor.find()
                .map(actor -> scopes.spokenFor(actor.person(), today()))
                .orElse(Set.of());
    }

    /** Files of an update are read by those inside its group; with a link, by those who speak for its organisation. */
    public boolean readUpdate(UpdateId update) {
        return said.isSeen(update, scope())
                && (CurrentActor.findVisitor().isEmpty()
                        || scopes.ownerOf(update)
                                .filter(owner -> voices().stream()
                                        .anyMatch(voice -> voice.organisation() != null
                                                && voice.organisation().equals(owner.organisation())))
                                .isPresent());
    }

    private boolean coordinates(Actor actor, MemberId member) {
        return scopes.groupOf(member)
                .filter(scopes.coordinated(actor.person())::contains)
                .isPresent();
    }

    /** Returns whether whoever acts speaks for the organisation today, signed in. */
    boolean isOwn(OrganisationId organisation) {
        return CurrentActor.find()
                .filter(actor -> scopes.speaksFor(organisation, actor.person(), today()))
                .isPresent();
    }

    Scope scope() {
        Optional<Visitor> visitor = CurrentActor.findVisitor();
        if (visitor.isPresent()) {
            Set<GroupId> group = meetingOfVisitor()
                    .filter(speakers::takesPart)
                    .flatMap(scopes::groupOf)
                    .map(Set::of)
                    .orElse(Set.of());
            return new Scope(visitor.get().person(), false, group, Set.of());
        }
        return CurrentActor.find().map(this::scope).orElseGet(() -> new Scope(null, false, Set.of(), Set.of()));
    }

    private Scope scope(Actor actor) {
        PersonId person = actor.person();
        Set<GroupId> coordinated = scopes.coordinated(person);
        Set<GroupId> inside = new HashSet<>(scopes.belongsTo(person, today()));
        inside.addAll(coordinated);
        return new Scope(person, actor.planner(), inside, coordinated);
    }

    private List<Voice> voices() {
        return meetingOfVisitor().map(speakers::voices).orElse(List.of());
    }

    private static Optional<MeetingId> meetingOfVisitor() {
        return CurrentActor.findVisitor()
                .filter(visitor -> visitor.purpose() == LinkPurpose.MEETING)
                .map(visitor -> new MeetingId(visitor.subject()));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
    }
}
