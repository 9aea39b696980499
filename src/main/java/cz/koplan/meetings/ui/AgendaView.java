package cz.koplan.meetings.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import cz.koplan.groups.ui.GroupsNavigation;
import cz.koplan.meetings.AgendaPage;
import cz.koplan.meetings.AgendaService;
import cz.koplan.meetings.BacklogService;
import cz.koplan.meetings.LifeCycleService;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.SpeakerRights;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The preparation of a meeting: its agenda put together, the time it takes, the backlog, and the steps it takes. */
@Route("meetings/:" + AgendaView.MEETING + "([0-9]{1,18})/agenda")
@PermitAll
class AgendaView extends Screen implements BeforeEnterObserver {

    static final String MEETING = "meeting";

    private final MeetingService meetings;
    private final AgendaService agendas;
    private final BacklogService backlog;
    private final LifeCycleService lifeCycles;
    private final SpeakerRights speakers;
    private final ItemActions itemActions;
    private final Paragraph said = new Paragraph();
    private final Div body = new Div();
    private MeetingId id = new MeetingId(0);

    AgendaView(
            MeetingService meetings,
            AgendaService agendas,
            BacklogService backlog,
            LifeCycleService lifeCycles,
            SpeakerRights speakers) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.backlog = backlog;
        this.lifeCycles = lifeCycles;
        this.speakers = speakers;
        this.itemActions = new ItemActions(meetings, agendas, backlog, this::refresh, said::setText);
        said.addClassNames("said-last", "secondary");
        said.getElement().setAttribute("role", "status");
        body.addClassName("minutes");
        add(said, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters()
                .getLong(MEETING)
                .map(MeetingId::new)
                .orElseThrow(() -> new NotFoundException(MEETING));
        refresh();
    }

    private void refresh() {
        AgendaPage page = agendas.page(id);
        Meeting meeting = page.meeting();
        setHeading(meeting.data().title());
        setSubtitle(getTranslation("meetings.agenda.title") + " · " + whenAndWhere(meeting));
        setActions(actions(page));

        Div columns = new Div(
                new AgendaList(page, itemActions),
                new Aside(
                        new TimePanel(page),
                        new BacklogPanel(page, backlog, this::refresh),
                        new StepsPanel(page, lifeCycles, this::refresh)));
        columns.addClassName("minutes-columns");
        body.removeAll();
        body.add(meta(page), columns);
    }

    private Div meta(AgendaPage page) {
        Meeting meeting = page.meeting();
        Div meta = new Div(
                GroupsNavigation.link(meeting.groupName(), meeting.group()), tag(Words.of(this, meeting.state())));
        meta.addClassName("meta");
        if (meeting.seriesDay() != null) {
            meta.add(tag(
                    meeting.seriesDay().equals(meeting.data().heldOn())
                            ? getTranslation("meetings.ofSeries")
                            : getTranslation("meetings.ofSeries.moved", Words.day(meeting.seriesDay(), getLocale()))));
        }
        if (page.writable()) {
            meta.add(Words.iconButton(VaadinIcon.PENCIL, getTranslation("meetings.edit"), () -> edit(meeting)));
        }
        if (page.coordinates()) {
            meta.add(new Anchor("meetings/" + id.value() + "/invitations", getTranslation("invitations.title")));
            meta.add(MeetingsNavigation.templateLink(getTranslation("meetings.template.title"), meeting.group()));
        }
        if (speakers.takesPart(id)) {
            meta.add(MeetingsNavigation.partLink(getTranslation("member.part"), id));
        }
        return meta;
    }

    static Span tag(String text) {
        Span tag = new Span(text);
        tag.addClassName("tag");
        return tag;
    }

    private void edit(Meeting meeting) {
        MeetingFields fields = new MeetingFields();
        fields.show(meeting.data());
        new FormDialog(
                        getTranslation("meetings.edit"),
                        () -> {
                            meetings.update(id, meeting.version(), fields.data());
                            refresh();
                        },
                        fields)
                .open();
    }

    private Component[] actions(AgendaPage page) {
        Meeting meeting = page.meeting();
        List<Component> actions = new ArrayList<>();
        if (page.coordinates() && page.next().isEmpty() && meeting.state() != MeetingState.PLANNED) {
            actions.add(new Button(
                    getTranslation("meetings.new.next"),
                    click -> NewMeetingDialog.after(meetings, meeting).open()));
        }
        switch (meeting.state()) {
            case PLANNED, INVITED -> {
                if (page.writable()) {
                    actions.add(primary("meetings.start", () -> {
                        lifeCycles.step(id, MeetingState.IN_PROGRESS, null);
                        openDesk();
                    }));
                }
            }
            case IN_PROGRESS -> actions.add(primary("meetings.openDesk", this::openDesk));
            case HELD -> actions.add(primary("meetings.openMinutes", this::openMinutes));
            case CANCELLED -> {}
        }
        return actions.toArray(Component[]::new);
    }

    private void openDesk() {
        getUI().ifPresent(ui -> ui.navigate("desk/" + id.value()));
    }

    private void openMinutes() {
        getUI().ifPresent(ui -> ui.navigate("meetings/" + id.value()));
    }

    private Button primary(String key, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private String whenAndWhere(Meeting meeting) {
        var data = meeting.data();
        String times = Stream.of(Words.time(data.startsAt(), getLocale()), Words.time(data.endsAt(), getLocale()))
                .filter(time -> !time.isEmpty())
                .collect(Collectors.joining("–"));
        return Stream.of(
                        Words.day(data.heldOn(), getLocale()),
                        times,
                        data.mode() == null ? "" : Words.of(this, data.mode()),
                        data.place() == null ? "" : data.place())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
