package cz.koplan.invitations;

import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.MemberId;
import cz.koplan.mail.MailState;
import cz.koplan.shared.actor.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member on the day of a meeting: who speaks for it, how far they are invited, what they answered and reported. */
public record InvitedMember(
        MemberId member, String name, boolean ofOrganisation, Reported reported, List<Speaker> speakers) {

    /**
     * Somebody who speaks for the member.
     *
     * @param through null where the member is a person
     * @param email null = cannot be invited by mail
     * @param invitedAt null = not invited, or no longer
     * @param mail what became of the last mail of the invitation
     * @param serverAnswer why a mail failed
     */
    public record Speaker(
            PersonId person,
            String name,
            @Nullable DelegateKind through,
            @Nullable String email,
            @Nullable Instant invitedAt,
            @Nullable Instant remindedAt,
            @Nullable MailState mail,
            @Nullable String serverAnswer,
            @Nullable Reply reply) {}

    /** What somebody answered; {@code by} is who noted it, perhaps on behalf. */
    public record Reply(AnswerData data, String by, Instant at) {}

    /** Whether somebody speaks for the member who has an address and is not invited. */
    public boolean waits() {
        return speakers.stream().anyMatch(speaker -> speaker.email() != null && speaker.invitedAt() == null);
    }

    public boolean invited() {
        return speakers.stream().anyMatch(speaker -> speaker.invitedAt() != null);
    }

    /** Whether a reminder would reach somebody. */
    public boolean remindable() {
        return !reported.done()
                && speakers.stream().anyMatch(speaker -> speaker.email() != null && speaker.invitedAt() != null);
    }

    public Optional<Instant> remindedAt() {
        return speakers.stream()
                .map(Speaker::remindedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
