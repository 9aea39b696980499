package cz.koplan.invitations;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.mail.MailKind;
import cz.koplan.mail.NewMail;
import cz.koplan.mail.Outbox;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.text.CzechDates;
import cz.koplan.shared.text.CzechTypography;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.Words;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes the mails about a meeting: the words of the group, and below them always when, where and the personal link. */
@Component
class InvitationMails {

    /** A line of what is always said. */
    public record Fact(String name, String value) {}

    /** A mail as it reads; {@code content} is the HTML without what stands around it. */
    record Rendered(String subject, String text, String html, String content) {}

    private static final String SHOWN_LINK = "https://…";

    private final InvitationRepository invitations;
    private final MailWordsRepository words;
    private final Outbox outbox;
    private final I18NProvider texts;
    private final ITemplateEngine templates;
    private final Clock clock;

    InvitationMails(
            InvitationRepository invitations,
            MailWordsRepository words,
            Outbox outbox,
            I18NProvider texts,
            ITemplateEngine templates,
            Clock clock) {
        this.invitations = invitations;
        this.words = words;
        this.outbox = outbox;
        this.texts = texts;
        this.templates = templates;
        this.clock = clock;
    }

    /** Mails about one meeting; what is the same for all recipients is read once. */
    final class About {

        private final Occasion meeting;
        private final @Nullable String reason;
        private final List<String> agenda;
        private final Optional<MeetingCalendar.Party> organiser;
        private final Map<PersonId, Answer> answers;
        private final Map<String, MailWords> known = new HashMap<>();

        private About(Occasion meeting, @Nullable String reason) {
            this.meeting = meeting;
            this.reason = reason;
            agenda = invitations.agenda(meeting.id());
            organiser = invitations.organiser(meeting.group());
            answers = invitations.answers(meeting.id()).stream()
                    .collect(Collectors.toMap(
                            InvitationRepository.StoredAnswer::person,
                            answer -> answer.data().answer(),
                            About::coming));
        }

        /** Who comes for one of two organisations comes. */
        private static Answer coming(Answer one, Answer other) {
            return one.compareTo(other) <= 0 ? one : other;
        }

        void invite(Contact contact, Invitation invitation) {
            post(MailKind.INVITATION, words(MailKind.INVITATION, contact.language()), contact, invitation, true);
        }

        void change(Contact contact, Invitation invitation) {
            post(MailKind.CHANGE, words(MailKind.CHANGE, contact.language()), contact, invitation, true);
        }

        void cancel(Contact contact, Invitation invitation) {
            post(MailKind.CANCELLATION, words(MailKind.CANCELLATION, contact.language()), contact, invitation, true);
        }

        /** As {@link #cancel}, for somebody whose invitation alone ends, and with it the link. */
        void withdraw(Contact contact, Invitation invitation) {
            post(MailKind.CANCELLATION, DefaultWords.ofWithdrawal(contact.language()), contact, invitation, false);
        }

        void remind(Contact contact, Invitation invitation) {
            post(MailKind.REMINDER, words(MailKind.REMINDER, contact.language()), contact, invitation, true);
        }

        private MailWords words(MailKind kind, String language) {
            return known.computeIfAbsent(
                    kind + language,
                    key -> words.find(meeting.group(), kind, language).words());
        }

        private void post(MailKind kind, MailWords text, Contact contact, Invitation invitation, boolean withLink) {
            String email = contact.email();
            if (email == null) {
                return;
            }
            Rendered mail = render(text, contact, withLink ? Outbox.LINK : null);
            outbox.post(new NewMail(
                    kind,
                    meeting.group(),
                    meeting.id(),
                    contact.person(),
                    contact.name(),
                    email,
                    organiser.map(MeetingCalendar.Party::email).orElse(null),
                    contact.language(),
                    mail.subject(),
                    mail.text(),
                    mail.html(),
                    calendar(kind, contact.name(), email, contact.person(), invitation),
                    withLink ? invitation.link() : null,
                    burst(kind, meeting.id(), contact.person()),
                    List.of()));
        }

        private NewMail.@Nullable Calendar calendar(
                MailKind kind, String name, String email, PersonId person, Invitation invitation) {
            if (kind == MailKind.REMINDER || organiser.isEmpty()) {
                return null;
            }
            boolean cancelled = kind == MailKind.CANCELLATION;
            var entry = new MeetingCalendar.Entry(
                    meeting.publicId(),
                    invitation.sequence(),
                    meeting.data(),
                    meeting.usualLength(),
                    cancelled,
                    description(meeting.groupName(), agenda));
            var attendee = new MeetingCalendar.Party(name, email);
            return cancelled
                    ? new NewMail.Calendar(
                            "CANCEL",
                            MeetingCalendar.cancel(
                                    entry, organiser.get(), attendee, answers.get(person), clock.instant()))
                    : new NewMail.Calendar(
                            "REQUEST",
                            MeetingCalendar.request(
                                    entry, organiser.get(), attendee, answers.get(person), clock.instant()));
        }

        /** @param link the address or what stands for it; null = the mail leads nowhere */
        Rendered render(MailWords text, Contact contact, @Nullable String link) {
            Locale language = Locale.of(contact.language());
            Map<Placeholder, String> values = values(contact, language);
            List<Fact> facts = facts(values, language);
            String subject = spaced(text.subject(values), language);
            String shownLink = link == null ? "" : link;

            var context = new Context(language);
            context.setVariable("language", contact.language());
            context.setVariable("subject", subject);
            context.setVariable("body", text.html(values, anchor(shownLink)));
            context.setVariable("facts", facts);
            context.setVariable("link", link);
            context.setVariable("button", texts.getTranslation("invitations.mail.button", language));
            context.setVariable("linkHint", texts.getTranslation("invitations.mail.linkHint", language));

            String plain = text.text(values, shownLink)
                    + "\n\n"
                    + facts.stream()
                            .map(fact -> fact.name() + ": " + fact.value())
                            .collect(Collectors.joining("\n"))
                    + (link == null
                            ? ""
                            : "\n" + texts.getTranslation("invitations.mail.link", language) + ": " + link + "\n"
                                    + texts.getTranslation("invitations.mail.linkHint", language))
                    + "\n";
            return new Rendered(
                    subject,
                    spaced(plain, language),
                    templates.process("mail/meeting", context),
                    templates.process("mail/meeting", Set.of("content"), context));
        }

        MailPreview preview(MailWords text, Contact reader) {
            Rendered mail = render(text, reader, SHOWN_LINK);
            return new MailPreview(mail.subject(), mail.text(), mail.content());
        }

        private static String anchor(String link) {
            return link.isEmpty() ? "" : "<a href=\"" + link + "\">" + link + "</a>";
        }

        private Map<Placeholder, String> values(Contact contact, Locale language) {
            var data = meeting.data();
            Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
            values.put(Placeholder.RECIPIENT, contact.name());
            values.put(Placeholder.MEETING, data.title());
            values.put(Placeholder.GROUP, meeting.groupName());
            values.put(Placeholder.DATE, Words.day(data.heldOn(), language));
            values.put(Placeholder.TIME, time(language));
            values.put(Placeholder.PLACE, place(language));
            values.put(
                    Placeholder.AGENDA,
                    IntStream.range(0, agenda.size())
                            .mapToObj(i -> (i + 1) + ". " + Markdown.escape(agenda.get(i)))
                            .collect(Collectors.joining("\n")));
            values.put(
                    Placeholder.COORDINATOR,
                    organiser.map(MeetingCalendar.Party::name).orElse(""));
            values.put(Placeholder.REASON, reason == null ? "" : reason);
            return values;
        }

        private String time(Locale language) {
            var data = meeting.data();
            if (data.startsAt() == null) {
                return texts.getTranslation("invitations.mail.later", language);
            }
            boolean czech = !language.getLanguage().equals("en");
            if (data.endsAt() == null) {
                return czech ? CzechDates.time(data.startsAt()) + " hod." : Words.time(data.startsAt(), language);
            }
            return czech
                    ? CzechDates.span(data.startsAt(), data.endsAt())
                    : Words.time(data.startsAt(), language) + "–" + Words.time(data.endsAt(), language);
        }

        private String place(Locale language) {
            var data = meeting.data();
            String mode = data.mode() == null
                    ? ""
                    : texts.getTranslation("enum.MeetingMode." + data.mode().name(), language);
            String where = Stream.of(data.place() == null ? "" : data.place(), mode)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
            return where.isEmpty() ? texts.getTranslation("invitations.mail.later", language) : where;
        }

        private List<Fact> facts(Map<Placeholder, String> values, Locale language) {
            return Stream.of(
                            new Fact(
                                    texts.getTranslation("invitations.mail.date", language),
                                    values.getOrDefault(Placeholder.DATE, "")),
                            new Fact(
                                    texts.getTranslation("invitations.mail.time", language),
                                    values.getOrDefault(Placeholder.TIME, "")),
                            new Fact(
                                    texts.getTranslation("invitations.mail.place", language),
                                    values.getOrDefault(Placeholder.PLACE, "")))
                    .map(fact -> new Fact(fact.name(), spaced(fact.value(), language)))
                    .toList();
        }
    }

    /** @param reason why the meeting is cancelled, if one was given */
    About about(Occasion meeting, @Nullable String reason) {
        return new About(meeting, reason);
    }

    /** What calendars say about a meeting: the group and the agenda, never a link. */
    static String description(String groupName, List<String> agenda) {
        return Stream.concat(
                        Stream.of(groupName),
                        IntStream.range(0, agenda.size()).mapToObj(i -> (i + 1) + ". " + agenda.get(i)))
                .collect(Collectors.joining("\n"));
    }

    /** A reminder follows an invitation; whatever changes an invitation takes its place while it waits. */
    static String burst(MailKind kind, MeetingId meeting, PersonId person) {
        return (kind == MailKind.REMINDER ? "reminder-" : "invitation-") + meeting.value() + "-" + person.value();
    }

    private static String spaced(String text, Locale language) {
        return language.getLanguage().equals("en") ? text : CzechTypography.nonBreaking(text);
    }

    /** Whoever acts, as a recipient of a preview. */
    static Contact reader(String language) {
        var actor = CurrentActor.get();
        return new Contact(actor.person(), actor.name(), null, language);
    }
}
