package cz.koplan.minutes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import cz.koplan.groups.ui.GroupsNavigation;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingRights;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.SpeakerRights;
import cz.koplan.meetings.ui.MeetingsNavigation;
import cz.koplan.minutes.Audience;
import cz.koplan.minutes.MinutesFile;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.minutes.MinutesService;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import cz.koplan.tasks.TaskService;
import cz.koplan.updates.ConversionService;
import cz.koplan.updates.Outcome;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateService;
import cz.koplan.updates.ui.UpdatesNavigation;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A meeting with its minutes: to read, to correct field by field, and to take away as PDF. */
@Route("meetings")
@PermitAll
class MeetingView extends Screen implements HasUrlParameter<Long> {

    private final MinutesService minutes;
    private final MeetingService meetings;
    private final UpdateService updates;
    private final ConversionService conversions;
    private final MeetingRights rights;
    private final SpeakerRights speakers;
    private final MeetingForms forms;
    private final Div body = new Div();
    private MeetingId id = new MeetingId(0);

    MeetingView(
            MinutesService minutes,
            MeetingService meetings,
            UpdateService updates,
            ConversionService conversions,
            TaskService tasks,
            OrganisationService organisations,
            MeetingRights rights,
            SpeakerRights speakers) {
        this.minutes = minutes;
        this.speakers = speakers;
        this.meetings = meetings;
        this.updates = updates;
        this.conversions = conversions;
        this.rights = rights;
        this.forms = new MeetingForms(minutes, meetings, updates, tasks, organisations, this::refresh);
        body.addClassName("minutes");
        add(body);
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = new MeetingId(parameter);
        switch (meetings.get(id).state()) {
            // There is nothing to read yet.
            case PLANNED, INVITED -> event.forwardTo(MeetingsNavigation.AGENDA, MeetingsNavigation.agendaOf(id));
            case IN_PROGRESS, HELD, CANCELLED -> refresh();
        }
    }

    private void refresh() {
        MinutesPage page = minutes.page(id);
        Meeting meeting = page.meeting();
        setHeading(meeting.data().title());
        setSubtitle(whenAndWhere(meeting));
        setActions(actions(page));

        Div meta = new Div(
                GroupsNavigation.link(meeting.groupName(), meeting.group()),
                tag(Words.of(this, meeting.state())),
                tag(getTranslation("minutes.title") + ": " + Words.of(this, page.state())));
        meta.addClassName("meta");
        meta.add(MinutesNavigation.revisions(getTranslation("revisions.title"), meeting.id()));
        if (speakers.takesPart(id)) {
            meta.add(MeetingsNavigation.partLink(getTranslation("member.part"), id));
        }
        if (page.writable()) {
            meta.add(Words.iconButton(
                    VaadinIcon.PENCIL, getTranslation("meetings.edit"), () -> forms.editMeeting(meeting)));
        }
        body.removeAll();
        body.add(meta, new MinutesSections(page, forms, reports(meeting)));
    }

    private MinutesSections.Reports reports(Meeting meeting) {
        Map<UpdateId, List<Outcome>> outcomes = conversions.outcomes(id);
        boolean coordinates = rights.coordinates(id);
        return new MinutesSections.Reports() {
            @Override
            public Component details(ProviderUpdate update) {
                return UpdatesNavigation.details(
                        update, outcomes.getOrDefault(update.id(), List.of()), meeting.group(), updates, conversions);
            }

            @Override
            public Optional<Runnable> conversion(ProviderUpdate update) {
                return coordinates
                        ? Optional.of(() -> UpdatesNavigation.openConversion(
                                conversions, update.id(), update.label(), MeetingView.this::refresh))
                        : Optional.empty();
            }
        };
    }

    private Component[] actions(MinutesPage page) {
        Anchor internal = download(Audience.INTERNAL);
        Anchor published = download(Audience.PUBLIC);
        boolean running = page.meeting().state() == MeetingState.IN_PROGRESS;
        Button primary = new Button(getTranslation("minutes.pdf.internal"), VaadinIcon.DOWNLOAD_ALT.create());
        if (!running) {
            primary.addThemeVariants(ButtonVariant.PRIMARY);
        }
        primary.setTabIndex(-1);
        internal.add(primary);
        Button secondary = new Button(getTranslation("minutes.pdf.public"), VaadinIcon.DOWNLOAD_ALT.create());
        secondary.setTabIndex(-1);
        published.add(secondary);
        if (!page.writable()) {
            return new Component[] {published, internal};
        }
        Button work = new Button(getTranslation("meetings.desk"), VaadinIcon.EDIT.create());
        work.setTabIndex(-1);
        // By its address, for the desk is built on the minutes and not the other way round.
        Anchor desk = new Anchor("desk/" + id.value(), work);
        if (running) {
            work.addThemeVariants(ButtonVariant.PRIMARY);
            return new Component[] {published, internal, desk};
        }
        return new Component[] {desk, published, internal};
    }

    private Anchor download(Audience audience) {
        return new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    MinutesFile file = minutes.pdf(id, audience);
                    return new DownloadResponse(
                            new ByteArrayInputStream(file.content()),
                            file.name(),
                            "application/pdf",
                            file.content().length);
                }),
                AttachmentType.DOWNLOAD,
                "");
    }

    private String whenAndWhere(Meeting meeting) {
        var data = meeting.data();
        String times = Stream.of(data.startsAt(), data.endsAt())
                .filter(time -> time != null)
                .map(time -> Words.time(time, getLocale()))
                .collect(Collectors.joining("–"));
        return Stream.of(
                        Words.day(data.heldOn(), getLocale()),
                        times,
                        data.mode() == null ? "" : Words.of(this, data.mode()),
                        data.place() == null ? "" : data.place())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static Span tag(String text) {
        Span tag = new Span(text);
        tag.addClassName("tag");
        return tag;
    }
}
