package cz.koplan.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.groups.MemberId;
import cz.koplan.groups.ui.GroupsNavigation;
import cz.koplan.invitations.Answer;
import cz.koplan.invitations.InvitationService;
import cz.koplan.invitations.InvitationsPage;
import cz.koplan.invitations.InvitedMember;
import cz.koplan.invitations.ReportingService;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.ui.MeetingsNavigation;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is invited to a meeting, who comes, and who has not reported yet. */
@Route("meetings/:" + InvitationsView.MEETING + "([0-9]{1,18})/invitations")
@PermitAll
class InvitationsView extends Screen implements BeforeEnterObserver {

    static final String MEETING = "meeting";

    private final InvitationService invitations;
    private final ReportingService reporting;
    private final Paragraph said = new Paragraph();
    private final Div body = new Div();
    private final Set<MemberId> ticked = new HashSet<>();
    private final Button remind = new Button();
    private MeetingId id = new MeetingId(0);

    InvitationsView(InvitationService invitations, ReportingService reporting) {
        this.invitations = invitations;
        this.reporting = reporting;
        said.addClassNames("said-last", "secondary");
        said.getElement().setAttribute("role", "status");
        remind.addClickListener(click -> remind());
        add(said, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters()
                .getLong(MEETING)
                .map(MeetingId::new)
                .orElseThrow(() -> new NotFoundException(MEETING));
        said.setText("");
        InvitationsPage page = invitations.page(id);
        ticked.clear();
        ticked.addAll(page.remindable());
        show(page);
    }

    private void refresh() {
        InvitationsPage page = invitations.page(id);
        ticked.retainAll(page.remindable());
        show(page);
    }

    private void show(InvitationsPage page) {
        Meeting meeting = page.meeting();
        setHeading(meeting.data().title());
        setSubtitle(getTranslation("invitations.title") + " · " + when(meeting));
        setActions(actions(page));
        body.removeAll();
        body.add(meta(page));
        if (page.members().isEmpty()) {
            body.add(new EmptyState(
                    getTranslation("invitations.empty.title"), getTranslation("invitations.empty.text")));
            return;
        }
        body.add(counts(page));
        List<String> unreachable = page.unreachable();
        if (page.ahead() && !unreachable.isEmpty()) {
            Paragraph notice = new Paragraph(getTranslation("invitations.unreachable", String.join(", ", unreachable)));
            notice.addClassName("invited-notice");
            body.add(notice);
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("cards", "invited");
        page.members()
                .forEach(member -> list.add(new MemberLine(
                        page, member, ticked.contains(member.member()), this::tick, () -> answer(member), id)));
        body.add(list);
        nameReminder();
    }

    private Component[] actions(InvitationsPage page) {
        List<Component> actions = new ArrayList<>();
        if (!page.writable() || !page.ahead()) {
            return new Component[0];
        }
        actions.add(new Button(
                getTranslation("invitations.reporting.title"),
                click -> new ReportingDialog(reporting, page.meeting().group(), said::setText).open()));
        int waiting = page.waiting().size();
        boolean remindsFirst = waiting == 0 && page.meeting().state() == MeetingState.INVITED;
        remind.removeThemeVariants(ButtonVariant.PRIMARY);
        if (page.meeting().state() == MeetingState.INVITED) {
            if (remindsFirst) {
                remind.addThemeVariants(ButtonVariant.PRIMARY);
            }
            actions.add(remind);
        }
        if (!remindsFirst) {
            Button invite = new Button(
                    page.anybodyInvited()
                            ? getTranslation("invitations.inviteLate", waiting)
                            : getTranslation("invitations.invite"),
                    click -> new InviteDialog(invitations, page, this::invited).open());
            invite.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(invite);
        }
        return actions.toArray(Component[]::new);
    }

    private void invited(int people) {
        refresh();
        said.setText(getTranslation("invitations.invited", people));
    }

    private Div meta(InvitationsPage page) {
        Meeting meeting = page.meeting();
        Span state = new Span(Words.of(this, meeting.state()));
        state.addClassName("tag");
        Div meta = new Div(
                GroupsNavigation.link(meeting.groupName(), meeting.group()),
                state,
                MeetingsNavigation.agendaLink(getTranslation("meetings.agenda.title"), meeting.id()),
                new RouterLink(
                        getTranslation("invitations.words.title"),
                        MailWordsView.class,
                        InvitationsNavigation.of(meeting.id())));
        meta.addClassName("meta");
        return meta;
    }

    private Paragraph counts(InvitationsPage page) {
        List<Answer> best = page.members().stream()
                .flatMap(member -> member.speakers().stream()
                        .flatMap(speaker -> Stream.ofNullable(speaker.reply()))
                        .map(reply -> reply.data().answer())
                        .min((one, other) -> order(one) - order(other))
                        .stream())
                .toList();
        int excused =
                (int) best.stream().filter(answer -> answer == Answer.EXCUSED).count();
        Paragraph counts = new Paragraph(Stream.of(
                        getTranslation(
                                "invitations.count.reported",
                                page.reported(),
                                page.members().size()),
                        getTranslation("invitations.count.coming", best.size() - excused),
                        getTranslation("invitations.count.excused", excused),
                        getTranslation(
                                "invitations.count.silent", page.members().size() - best.size()))
                .collect(Collectors.joining(" · ")));
        counts.addClassName("invited-counts");
        return counts;
    }

    private static int order(Answer answer) {
        return answer == Answer.EXCUSED ? 1 : 0;
    }

    private void tick(MemberId member, boolean on) {
        if (on) {
            ticked.add(member);
        } else {
            ticked.remove(member);
        }
        nameReminder();
    }

    private void nameReminder() {
        remind.setText(getTranslation("invitations.remind", ticked.size()));
        remind.setEnabled(!ticked.isEmpty());
    }

    private void remind() {
        int people = invitations.remind(id, Set.copyOf(ticked));
        ticked.clear();
        refresh();
        said.setText(getTranslation("invitations.reminded", people));
    }

    private void answer(InvitedMember member) {
        new AnswerDialog(member, (person, answer) -> {
                    invitations.answerFor(id, member.member(), person, answer);
                    refresh();
                })
                .open();
    }

    private String when(Meeting meeting) {
        var data = meeting.data();
        return Stream.of(
                        Words.day(data.heldOn(), getLocale()),
                        Words.time(data.startsAt(), getLocale()),
                        data.place() == null ? "" : data.place())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
