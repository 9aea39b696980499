package cz.koplan.invitations;

import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.links.LinkId;
import cz.koplan.links.PersonalLinks;
import cz.koplan.mail.MailKind;
import cz.koplan.mail.MailState;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites, and lets those who are invited know what changes. Who may ask for it is for the services to say. Everything
 * runs in the transaction of its reason, one after the other for a meeting.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Inviting {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

    /** Links to meetings before that are over. */
    private static final int MONTHS_OF_LINKS = 14;

    private final InvitationRepository invitations;
    private final InvitationMails mails;
    private final PersonalLinks links;
    private final Clock clock;

    Inviting(InvitationRepository invitations, InvitationMails mails, PersonalLinks links, Clock clock) {
        this.invitations = invitations;
        this.mails = mails;
        this.links = links;
        this.clock = clock;
    }

    /** @throws NotFoundException when there is no such meeting */
    Occasion locked(MeetingId meeting) {
        invitations.lock(meeting);
        return invitations.occasion(meeting).orElseThrow(() -> new NotFoundException(meeting));
    }

    boolean isOver(Occasion meeting) {
        return meeting.data().heldOn().isBefore(today());
    }

    /**
     * Invites everybody who speaks for a member on the day, has an address and is not invited yet: one mail and one link
     * for a person, however many members they speak for.
     *
     * @return how many were invited
     */
    int invite(Occasion meeting) {
        Map<PersonId, Invitation> invited = invitations.invitations(meeting.id());
        List<Contact> waiting = people(invitations.seats(meeting)).values().stream()
                .filter(contact -> contact.email() != null)
                .filter(contact -> !isLive(invited.get(contact.person())))
                .toList();
        if (waiting.isEmpty()) {
            return 0;
        }
        LocalDateTime end = LinkLifetime.end(meeting.data().heldOn(), invitations.dayAfter(meeting));
        var about = mails.about(meeting, null);
        for (Contact contact : waiting) {
            LinkId link = links.open(LinkPurpose.MEETING, meeting.id().value(), contact.person(), end);
            about.invite(contact, invitations.invite(meeting.id(), contact.person(), link, now()));
        }
        return waiting.size();
    }

    private static boolean isLive(@Nullable Invitation invitation) {
        return invitation != null && invitation.live();
    }

    private static Map<PersonId, Contact> people(List<Seat> seats) {
        Map<PersonId, Contact> people = new LinkedHashMap<>();
        for (Seat seat : seats) {
            if (seat.contact() != null) {
                people.putIfAbsent(seat.contact().person(), seat.contact());
            }
        }
        return people;
    }

    /** Ends the invitations and links of those who no longer speak for a member on the day. */
    void withdrawGone(Occasion meeting) {
        Map<PersonId, Contact> people = people(invitations.seats(meeting));
        List<PersonId> gone = invitations.invitations(meeting.id()).values().stream()
                .filter(Invitation::live)
                .map(Invitation::person)
                .filter(person -> !people.containsKey(person))
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        var about = mails.about(meeting, null);
        for (Contact contact : invitations.contacts(gone)) {
            Invitation invitation = invitations.withdraw(meeting.id(), contact.person(), now());
            links.withdraw(LinkPurpose.MEETING, meeting.id().value(), contact.person());
            about.withdraw(contact, invitation);
        }
    }

    /** Sends the meeting as it is now; whoever still waits for the invitation gets that one as it is now. */
    void tellChange(Occasion meeting) {
        withdrawGone(meeting);
        Map<PersonId, Contact> people = people(invitations.seats(meeting));
        Map<PersonId, InvitationRepository.LastMail> last = invitations.lastMails(meeting.id());
        var about = mails.about(meeting, null);
        for (Invitation known : invitations.invitations(meeting.id()).values()) {
            Contact contact = people.get(known.person());
            if (known.live() && contact != null) {
                Invitation raised = invitations.raise(meeting.id(), known.person());
                if (isWaitingForInvitation(last.get(known.person()))) {
                    about.invite(contact, raised);
                } else {
                    about.change(contact, raised);
                }
            }
        }
    }

    private static boolean isWaitingForInvitation(InvitationRepository.@Nullable LastMail mail) {
        return mail != null && mail.kind() == MailKind.INVITATION && mail.state() == MailState.WAITING;
    }

    /** Tells everybody invited that the meeting does not take place; what they may read by their link they still may. */
    void tellCancellation(Occasion meeting, @Nullable String reason) {
        Set<PersonId> live = invitations.invitations(meeting.id()).values().stream()
                .filter(Invitation::live)
                .map(Invitation::person)
                .collect(Collectors.toSet());
        if (live.isEmpty()) {
            return;
        }
        var about = mails.about(meeting, reason);
        for (Contact contact : invitations.contacts(live)) {
            about.cancel(contact, invitations.withdraw(meeting.id(), contact.person(), now()));
        }
    }

    /**
     * Reminds whoever reports for those of the members that have not reported yet: their delegates, and their deputies
     * where no delegate is invited or all of them excused themselves.
     *
     * @param before nobody is reminded who was invited or reminded at that time or later; null = everybody is
     * @return how many people were reminded
     */
    int remind(Occasion meeting, Set<MemberId> members, @Nullable LocalDateTime before) {
        Map<PersonId, Invitation> invited = invitations.invitations(meeting.id());
        Map<PersonId, Contact> due = new LinkedHashMap<>();
        reporters(meeting, members, invited).stream()
                .filter(contact -> before == null || isDue(invited.get(contact.person()), before))
                .forEach(contact -> due.putIfAbsent(contact.person(), contact));
        if (due.isEmpty()) {
            return 0;
        }
        var about = mails.about(meeting, null);
        for (Contact contact : due.values()) {
            about.remind(contact, invitations.remind(meeting.id(), contact.person(), now()));
        }
        return due.size();
    }

    private static boolean isDue(@Nullable Invitation invitation, LocalDateTime before) {
        return invitation != null
                && invitation.invitedAt().isBefore(before)
                && (invitation.remindedAt() == null || invitation.remindedAt().isBefore(before));
    }

    private List<Contact> reporters(Occasion meeting, Set<MemberId> members, Map<PersonId, Invitation> invited) {
        var reports = invitations.reports(meeting);
        Set<PersonId> excused = invitations.answers(meeting.id()).stream()
                .filter(answer -> answer.data().answer() == Answer.EXCUSED)
                .map(InvitationRepository.StoredAnswer::person)
                .collect(Collectors.toSet());
        Map<MemberId, List<Seat>> waiting = invitations.seats(meeting).stream()
                .filter(seat -> members.contains(seat.member()))
                .filter(seat -> !reports.of(seat).done())
                .filter(seat -> seat.contact() != null && seat.contact().email() != null)
                .filter(seat -> seat.contact() != null
                        && isLive(invited.get(seat.contact().person())))
                .collect(Collectors.groupingBy(Seat::member, LinkedHashMap::new, Collectors.toList()));
        List<Contact> reporters = new ArrayList<>();
        for (List<Seat> seats : waiting.values()) {
            boolean delegateReports = seats.stream()
                    .anyMatch(seat -> seat.through() != DelegateKind.DEPUTY
                            && seat.contact() != null
                            && !excused.contains(seat.contact().person()));
            seats.stream()
                    .filter(seat -> !delegateReports || seat.through() != DelegateKind.DEPUTY)
                    .map(Seat::contact)
                    .forEach(reporters::add);
        }
        return reporters;
    }

    /** Lets links to the group's meetings end as the days of its meetings now say. */
    void renewLinks(GroupId group) {
        invitations
                .linked(group, today().minusMonths(MONTHS_OF_LINKS))
                .forEach(meeting -> links.expire(
                        LinkPurpose.MEETING,
                        meeting.meeting().value(),
                        LinkLifetime.end(meeting.day(), meeting.next())));
    }

    /** After members changed: nobody keeps an invitation who no longer speaks for one. */
    void withdrawGone(GroupId group) {
        invitations.invitedAhead(group, today()).forEach(meeting -> withdrawGone(locked(meeting)));
    }

    /** Invites whoever came into the group since, and reminds once it is time to. */
    void lookAfter(InvitationRepository.Watched watched) {
        Occasion meeting = locked(watched.meeting());
        if (meeting.state() != MeetingState.INVITED || isOver(meeting)) {
            return;
        }
        withdrawGone(meeting);
        invite(meeting);
        Integer days = watched.reminderDays();
        if (days != null) {
            LocalDateTime due = meeting.data()
                    .heldOn()
                    .minusDays(days)
                    .atTime(8, 0)
                    .atZone(ZONE)
                    .withZoneSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime();
            if (!now().isBefore(due)) {
                remind(meeting, members(meeting), due);
            }
        }
    }

    Set<MemberId> members(Occasion meeting) {
        return invitations.seats(meeting).stream().map(Seat::member).collect(Collectors.toSet());
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
