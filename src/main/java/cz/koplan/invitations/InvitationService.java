package cz.koplan.invitations;

import cz.koplan.groups.MemberId;
import cz.koplan.mail.MailKind;
import cz.koplan.meetings.LifeCycleService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingRights;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invitations to a meeting and the reports for it, for its coordinators. */
@Service
@Transactional
public class InvitationService {

    private final InvitationRepository invitations;
    private final Inviting inviting;
    private final InvitationMails mails;
    private final MailWordsRepository words;
    private final Answers answers;
    private final MeetingService meetings;
    private final LifeCycleService lifeCycles;
    private final MeetingRights rights;

    InvitationService(
            InvitationRepository invitations,
            Inviting inviting,
            InvitationMails mails,
            MailWordsRepository words,
            Answers answers,
            MeetingService meetings,
            LifeCycleService lifeCycles,
            MeetingRights rights) {
        this.invitations = invitations;
        this.inviting = inviting;
        this.mails = mails;
        this.words = words;
        this.answers = answers;
        this.meetings = meetings;
        this.lifeCycles = lifeCycles;
        this.rights = rights;
    }

    /** @throws NotFoundException when there is no such meeting */
    @PreAuthorize("@meetingRights.coordinates(#meeting)")
    @Transactional(readOnly = true)
    public InvitationsPage page(MeetingId meeting) {
        return new InvitationsPage(meetings.get(meeting), rights.write(meeting), members(occasion(meeting)));
    }

    private Occasion occasion(MeetingId meeting) {
        return invitations.occasion(meeting).orElseThrow(() -> new NotFoundException(meeting));
    }

    private List<InvitedMember> members(Occasion meeting) {
        Map<PersonId, Invitation> invited = invitations.invitations(meeting.id());
        Map<PersonId, InvitationRepository.LastMail> sent = invitations.lastMails(meeting.id());
        List<InvitationRepository.StoredAnswer> given = invitations.answers(meeting.id());
        var reports = invitations.reports(meeting);
        Map<MemberId, List<Seat>> seats = new LinkedHashMap<>();
        invitations
                .seats(meeting)
                .forEach(seat -> seats.computeIfAbsent(seat.member(), member -> new ArrayList<>())
                        .add(seat));
        return seats.values().stream()
                .map(ofMember -> new InvitedMember(
                        ofMember.getFirst().member(),
                        ofMember.getFirst().name(),
                        ofMember.getFirst().organisation() != null,
                        reports.of(ofMember.getFirst()),
                        speakers(ofMember, invited, sent, given)))
                .toList();
    }

    private static List<InvitedMember.Speaker> speakers(
            List<Seat> seats,
            Map<PersonId, Invitation> invited,
            Map<PersonId, InvitationRepository.LastMail> sent,
            List<InvitationRepository.StoredAnswer> given) {
        List<InvitedMember.Speaker> speakers = new ArrayList<>();
        for (Seat seat : seats) {
            Contact contact = seat.contact();
            if (contact != null) {
                Optional<Invitation> live =
                        Optional.ofNullable(invited.get(contact.person())).filter(Invitation::live);
                InvitationRepository.LastMail mail = sent.get(contact.person());
                speakers.add(new InvitedMember.Speaker(
                        contact.person(),
                        contact.name(),
                        seat.through(),
                        contact.email(),
                        live.map(Invitation::invitedAt)
                                .map(InvitationService::instant)
                                .orElse(null),
                        live.map(Invitation::remindedAt)
                                .map(InvitationService::instant)
                                .orElse(null),
                        mail == null ? null : mail.state(),
                        mail == null ? null : mail.serverAnswer(),
                        reply(seat, contact, given)));
            }
        }
        return speakers;
    }

    private static InvitedMember.@Nullable Reply reply(
            Seat seat, Contact contact, List<InvitationRepository.StoredAnswer> given) {
        return given.stream()
                .filter(answer ->
                        answer.member().equals(seat.member()) && answer.person().equals(contact.person()))
                .map(answer -> new InvitedMember.Reply(answer.data(), answer.by(), instant(answer.at())))
                .findFirst()
                .orElse(null);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    /**
     * Invites everybody who speaks for a member on the day of the meeting, has an address and is not invited yet, whether
     * for the first time or late; the meeting then is an invited one.
     *
     * @return how many people were invited now
     * @throws InvalidInputException when the meeting is over, lacks a time or place, or nobody has an address
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public int invite(MeetingId meeting) {
        Occasion occasion = inviting.locked(meeting);
        requireReady(occasion);
        inviting.withdrawGone(occasion);
        int invited = inviting.invite(occasion);
        boolean anybody = invitations.invitations(meeting).values().stream().anyMatch(Invitation::live);
        if (!anybody) {
            throw new InvalidInputException("invitations.nobody");
        }
        if (occasion.state() == MeetingState.PLANNED) {
            lifeCycles.step(meeting, MeetingState.INVITED, null);
        }
        return invited;
    }

    private void requireReady(Occasion meeting) {
        if (!meeting.ahead() || inviting.isOver(meeting)) {
            throw new InvalidInputException("invitations.over");
        }
        if (meeting.data().startsAt() == null) {
            throw new InvalidInputException("invitations.timeNeeded");
        }
        if (meeting.data().place() == null) {
            throw new InvalidInputException("invitations.placeNeeded");
        }
    }

    /**
     * Reminds those of the members that have not reported yet.
     *
     * @return how many people were reminded
     * @throws InvalidInputException when nobody is invited, or nobody can be reminded
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public int remind(MeetingId meeting, Set<MemberId> members) {
        Occasion occasion = inviting.locked(meeting);
        if (occasion.state() != MeetingState.INVITED || inviting.isOver(occasion)) {
            throw new InvalidInputException("invitations.remind.notInvited");
        }
        int reminded = inviting.remind(occasion, members, null);
        if (reminded == 0) {
            throw new InvalidInputException("invitations.remind.nobody");
        }
        return reminded;
    }

    /**
     * Notes an answer on behalf of somebody who speaks for the member.
     *
     * @throws NotFoundException when the person does not
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void answerFor(MeetingId meeting, MemberId member, PersonId person, AnswerData answer) {
        boolean speaks = invitations.seats(inviting.locked(meeting)).stream()
                .anyMatch(seat -> seat.member().equals(member)
                        && seat.contact() != null
                        && seat.contact().person().equals(person));
        if (!speaks) {
            throw new NotFoundException(person);
        }
        answers.store(meeting, member, person, answer);
    }

    /** Returns how reports come in for the next meeting that the actor coordinates; empty when none is ahead. */
    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public Optional<NextReports> next() {
        return invitations
                .nextOf(CurrentActor.get().person(), inviting.today())
                .map(this::occasion)
                .map(meeting -> {
                    List<InvitedMember> members = members(meeting);
                    return new NextReports(
                            meeting.id(),
                            meeting.data().title(),
                            (int) members.stream()
                                    .filter(member -> member.reported().done())
                                    .count(),
                            members.size(),
                            meeting.state() == MeetingState.INVITED
                                    ? new InvitationsPage(meetings.get(meeting.id()), true, members).remindable()
                                    : Set.of());
                });
    }

    /** Returns the mail as the actor would receive it, with words that may not be stored yet. */
    @PreAuthorize("@meetingRights.coordinates(#meeting)")
    @Transactional(readOnly = true)
    public MailPreview preview(MeetingId meeting, String language, MailWords words) {
        return preview(occasion(meeting), language, words);
    }

    /** Returns the mail of that kind as the actor would receive it. */
    @PreAuthorize("@meetingRights.coordinates(#meeting)")
    @Transactional(readOnly = true)
    public MailPreview preview(MeetingId meeting, MailKind kind, String language) {
        Occasion occasion = occasion(meeting);
        return preview(
                occasion, language, words.find(occasion.group(), kind, language).words());
    }

    private MailPreview preview(Occasion meeting, String language, MailWords words) {
        return mails.about(meeting, null).preview(words, InvitationMails.reader(language));
    }
}
