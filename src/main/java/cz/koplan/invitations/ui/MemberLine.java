package cz.koplan.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.MemberId;
import cz.koplan.invitations.InvitationsPage;
import cz.koplan.invitations.InvitedMember;
import cz.koplan.mail.MailState;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.shared.ui.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A member with everybody who speaks for it. */
class MemberLine extends ListItem {

    /** Hears that a member was ticked or no longer is. */
    interface Tick {
        void set(MemberId member, boolean on);
    }

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

    MemberLine(
            InvitationsPage page, InvitedMember member, boolean ticked, Tick tick, Runnable answer, MeetingId meeting) {
        Div who = new Div(name(page, member, ticked, tick));
        Div speakers = new Div();
        member.speakers().forEach(speaker -> speakers.add(speaker(member, speaker)));
        if (member.speakers().isEmpty()) {
            speakers.add(secondary(getTranslation("invitations.nobodySpeaks")));
        }
        Div report = new Div(reported(member));
        member.remindedAt().ifPresent(at -> report.add(secondary(getTranslation("invitations.remindedAt", day(at)))));
        add(who, speakers, report, buttons(page, member, answer, meeting));
    }

    private Component name(InvitationsPage page, InvitedMember member, boolean ticked, Tick tick) {
        boolean choosable = page.writable() && page.meeting().state() == MeetingState.INVITED && member.remindable();
        if (!choosable) {
            Span name = new Span(member.name());
            name.addClassName("strong");
            return name;
        }
        Checkbox choice = new Checkbox(member.name(), ticked);
        choice.addValueChangeListener(change -> tick.set(member.member(), change.getValue()));
        return choice;
    }

    private Div speaker(InvitedMember member, InvitedMember.Speaker speaker) {
        Div line = new Div();
        line.addClassName("speaker");
        if (member.ofOrganisation()) {
            line.add(new Span(speaker.name()
                    + (speaker.through() == DelegateKind.DEPUTY
                            ? " (" + getTranslation("invitations.deputy") + ")"
                            : "")));
        }
        line.add(secondary(invitation(speaker)));
        if (speaker.mail() == MailState.FAILED) {
            Span failure = new Span(getTranslation(
                    "invitations.mail.failed", speaker.serverAnswer() == null ? "" : speaker.serverAnswer()));
            failure.addClassNames("tag", "late");
            line.add(failure);
        }
        InvitedMember.Reply reply = speaker.reply();
        if (reply != null) {
            Span answer = new Span(answer(reply));
            answer.addClassName("tag");
            line.add(answer);
            if (!reply.by().equals(speaker.name())) {
                line.add(secondary(getTranslation("invitations.answeredBy", reply.by())));
            }
        }
        return line;
    }

    private String invitation(InvitedMember.Speaker speaker) {
        if (speaker.invitedAt() == null) {
            return getTranslation(speaker.email() == null ? "invitations.noEmail" : "invitations.notInvited");
        }
        String invited = getTranslation("invitations.invitedAt", day(speaker.invitedAt()));
        return switch (speaker.mail()) {
            case null -> invited;
            case WAITING -> invited + " · " + getTranslation("invitations.mail.waiting");
            case SENT -> invited + " · " + getTranslation("invitations.mail.sent");
            case FAILED, REPLACED -> invited;
        };
    }

    private String answer(InvitedMember.Reply reply) {
        String answer = Words.of(this, reply.data().answer());
        String more = reply.data().reason() != null
                ? reply.data().reason()
                : reply.data().deputyName();
        return more == null ? answer : answer + ": " + more;
    }

    private Span reported(InvitedMember member) {
        Span tag = new Span(getTranslation("invitations.report", Words.of(this, member.reported())));
        tag.addClassName("tag");
        if (member.reported().done()) {
            tag.addClassName("done");
        }
        return tag;
    }

    private Div buttons(InvitationsPage page, InvitedMember member, Runnable answer, MeetingId meeting) {
        List<Component> buttons = new ArrayList<>();
        if (page.writable() && page.ahead() && !member.speakers().isEmpty()) {
            Button answerFor = new Button(getTranslation("invitations.answer.onBehalf"), click -> answer.run());
            answerFor.addThemeVariants(ButtonVariant.TERTIARY);
            answerFor.setAriaLabel(getTranslation("invitations.answer.onBehalfOf", member.name()));
            buttons.add(answerFor);
        }
        if (page.writable() && !member.reported().done()) {
            Anchor write = new Anchor("desk/" + meeting.value(), getTranslation("invitations.writeReport"));
            write.setAriaLabel(getTranslation("invitations.writeReportOf", member.name()));
            buttons.add(write);
        }
        Div box = new Div(buttons.toArray(Component[]::new));
        box.addClassName("invited-buttons");
        return box;
    }

    private String day(Instant at) {
        return Words.day(LocalDateTime.ofInstant(at, ZONE).toLocalDate(), getLocale());
    }

    private static Span secondary(String text) {
        Span span = new Span(text);
        span.addClassName("secondary");
        return span;
    }
}
