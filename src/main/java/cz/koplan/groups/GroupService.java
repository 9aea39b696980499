package cz.koplan.groups;

import cz.koplan.organisations.OrganisationId;
import cz.koplan.pdf.Logo;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.files.FileId;
import cz.koplan.shared.files.FileStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class GroupService {

    private static final int MAX_LOGO_BYTES = 1 << 20;

    private final GroupRepository groups;
    private final FileStore files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GroupService(GroupRepository groups, FileStore files, ApplicationEventPublisher events, Clock clock) {
        this.groups = groups;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public List<GroupRow> rows() {
        return groups.rows(LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague"))));
    }

    /** @throws NotFoundException when there is no such group */
    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public Group get(GroupId id) {
        return groups.find(id).orElseThrow(() -> new NotFoundException(id));
    }

    @PreAuthorize("@groupRights.keep()")
    public GroupId create(GroupData data) {
        requireFree(data, Optional.empty());
        return groups.insert(data);
    }

    @PreAuthorize("@groupRights.keep()")
    public void update(GroupId id, int version, GroupData data) {
        requireFree(data, Optional.of(id));
        groups.update(id, version, data);
    }

    private void requireFree(GroupData data, Optional<GroupId> except) {
        if (groups.isTaken(data.name(), except)) {
            throw new InvalidInputException("groups.name.taken", data.name());
        }
    }

    /** Sets the picture that the group's minutes carry: PNG or JPEG, at most 1 MB. */
    @PreAuthorize("@groupRights.keepMembers(#id)")
    public void setLogo(GroupId id, String name, byte[] content) {
        if (content.length > MAX_LOGO_BYTES) {
            throw new InvalidInputException("groups.logo.unusable");
        }
        try {
            Logo.of(content, name);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidInputException("groups.logo.unusable");
        }
        groups.setLogo(id, files.store(name, "image/*", content));
    }

    @PreAuthorize("@groupRights.keepMembers(#id)")
    public void removeLogo(GroupId id) {
        groups.setLogo(id, null);
    }

    @PreAuthorize("@groupRights.keep()")
    public void addCoordinator(GroupId id, PersonId person) {
        groups.insertCoordinator(id, person);
    }

    @PreAuthorize("@groupRights.keep()")
    public void removeCoordinator(CoordinatorId id) {
        groups.deleteCoordinator(id);
    }

    /** Returns all members, former ones too, sorted by name. */
    @PreAuthorize("@groupRights.seeMembers(#id)")
    @Transactional(readOnly = true)
    public List<Member> members(GroupId id) {
        return groups.members(id);
    }

    @PreAuthorize("@groupRights.keepMembers(#id)")
    public MemberId addOrganisation(GroupId id, OrganisationId organisation, LocalDate from) {
        if (groups.overlaps(id, organisation, null, from)) {
            throw new InvalidInputException("groups.member.already");
        }
        return groups.insertMember(id, organisation, null, from);
    }

    @PreAuthorize("@groupRights.keepMembers(#id)")
    public MemberId addPerson(GroupId id, PersonId person, LocalDate from) {
        if (groups.overlaps(id, null, person, from)) {
            throw new InvalidInputException("groups.member.already");
        }
        return groups.insertMember(id, null, person, from);
    }

    @PreAuthorize("@groupRights.keepMembers(#id)")
    public void endMembership(MemberId id, int version, LocalDate lastDay) {
        Member member = groups.findMember(id).orElseThrow(() -> new NotFoundException(id));
        if (lastDay.isBefore(member.validFrom())) {
            throw new InvalidInputException("groups.span.reversed");
        }
        if (groups.cameBack(id, lastDay)) {
            throw new InvalidInputException("groups.member.already");
        }
        groups.endMember(id, version, lastDay);
        groups.groupOf(id).map(MembersChanged::new).ifPresent(events::publishEvent);
    }

    @PreAuthorize("@groupRights.keepMembers(#member)")
    public DelegateId addDelegate(MemberId member, PersonId person, DelegateKind kind, LocalDate from) {
        Member whole = groups.findMember(member).orElseThrow(() -> new NotFoundException(member));
        if (whole.organisation() == null) {
            throw new InvalidInputException("groups.delegate.onlyOrganisation");
        }
        boolean already = whole.delegates().stream()
                .anyMatch(delegate -> delegate.person().equals(person)
                        && (delegate.validTo() == null || !delegate.validTo().isBefore(from)));
        if (already) {
            throw new InvalidInputException("groups.delegate.already");
        }
        return groups.insertDelegate(member, person, kind, from);
    }

    @PreAuthorize("@groupRights.keepMembers(#id)")
    public void endDelegate(DelegateId id, int version, LocalDate lastDay) {
        if (groups.delegateSince(id).filter(lastDay::isBefore).isPresent()) {
            throw new InvalidInputException("groups.span.reversed");
        }
        groups.endDelegate(id, version, lastDay);
        groups.groupOf(id).map(MembersChanged::new).ifPresent(events::publishEvent);
    }

    /** Returns the bytes of the group's logo, if it has one. */
    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public Optional<byte[]> logo(GroupId id) {
        return groups.find(id).map(Group::logo).map((FileId logo) -> files.read(logo));
    }
}
