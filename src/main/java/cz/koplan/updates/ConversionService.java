package cz.koplan.updates;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupRights;
import cz.koplan.groups.MemberId;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AgendaService;
import cz.koplan.meetings.BacklogData;
import cz.koplan.meetings.BacklogItemId;
import cz.koplan.meetings.BacklogService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingRights;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.refs.Origins;
import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.shared.refs.RefRepository;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.ConversionRepository.Source;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns an update into something to work with, and tells what became of it. The same thing is made of an update once: asked
 * again, what is there already is returned.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED) // what is read behind a lock must be what is there now
public class ConversionService {

    private static final ZoneId CZECH_TIME = ZoneId.of("Europe/Prague");

    private static final int LONGEST_TITLE = 300;

    private final ConversionRepository conversions;
    private final SubmissionRepository submissions;
    private final RefRepository references;
    private final Origins origins;
    private final BacklogService backlog;
    private final AgendaService agendas;
    private final TaskService tasks;
    private final GroupRights groups;
    private final MeetingRights meetings;
    private final Clock clock;

    ConversionService(
            ConversionRepository conversions,
            SubmissionRepository submissions,
            RefRepository references,
            Origins origins,
            BacklogService backlog,
            AgendaService agendas,
            TaskService tasks,
            GroupRights groups,
            MeetingRights meetings,
            Clock clock) {
        this.conversions = conversions;
        this.submissions = submissions;
        this.references = references;
        this.origins = origins;
        this.backlog = backlog;
        this.agendas = agendas;
        this.tasks = tasks;
        this.groups = groups;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Returns the meetings whose agenda may take the update, the next one first. */
    @PreAuthorize("@conversionRights.converts(#update)")
    @Transactional(readOnly = true)
    public List<ConversionTarget> targets(UpdateId update) {
        return conversions.coming(source(update).group());
    }

    /** Puts it on the agenda of a meeting of the group, before the topics that close it; out of the backlog if it is there. */
    @PreAuthorize("@conversionRights.converts(#update) and @meetingRights.write(#meeting)")
    public AgendaItemId toAgendaItem(UpdateId update, MeetingId meeting) {
        Source source = held(update);
        if (!conversions.isOfGroup(meeting, source.group())) {
            throw new InvalidInputException("meetings.item.otherMeeting");
        }
        Optional<Outcome> known = live(update, RefKind.AGENDA_ITEM)
                .filter(outcome -> meeting.equals(outcome.meeting()))
                .findFirst();
        if (known.isPresent()) {
            return new AgendaItemId(known.get().ref().id());
        }
        BacklogItemId waiting = live(update, RefKind.BACKLOG_ITEM)
                .findFirst()
                .map(outcome -> new BacklogItemId(outcome.ref().id()))
                .orElseGet(() -> backlog.add(source.group(), topic(source)));
        AgendaItemId item = backlog.take(meeting, waiting);
        link(update, new Ref(RefKind.AGENDA_ITEM, item.value()));
        return item;
    }

    /** Puts it among the topics that wait in the group. */
    @PreAuthorize("@conversionRights.converts(#update)")
    public BacklogItemId toBacklog(UpdateId update) {
        Source source = held(update);
        return live(update, RefKind.BACKLOG_ITEM)
                .findFirst()
                .map(outcome -> new BacklogItemId(outcome.ref().id()))
                .orElseGet(() -> {
                    BacklogItemId item = backlog.add(source.group(), topic(source));
                    link(update, new Ref(RefKind.BACKLOG_ITEM, item.value()));
                    return item;
                });
    }

    /**
     * Makes a task of it, owned by the organisation or person who reported, given at the meeting of the update while its
     * minutes are open, else at the next one.
     *
     * @throws InvalidInputException when the group has no meeting that could take it
     */
    @PreAuthorize("@conversionRights.converts(#update)")
    public TaskId toTask(UpdateId update) {
        Source source = held(update);
        Optional<Outcome> known = live(update, RefKind.TASK).findFirst();
        if (known.isPresent()) {
            return new TaskId(known.get().ref().id());
        }
        MeetingId meeting = conversions
                .meetingForTask(source.group(), source.meeting(), LocalDate.now(clock.withZone(CZECH_TIME)))
                .orElseThrow(() -> new InvalidInputException("updates.convert.noMeeting"));
        String text = excerpt(source);
        TaskData data = new TaskData(
                Markdown.escape(text.isEmpty() ? source.label() : text),
                source.label(),
                source.person(),
                source.organisation(),
                null,
                TaskState.OPEN);
        TaskId task = meeting.equals(source.meeting()) && source.item() != null
                ? tasks.add(meeting, source.item(), data)
                : tasks.add(meeting, data);
        if (source.internal()) {
            tasks.setInternal(meeting, task, true);
        }
        link(update, new Ref(RefKind.TASK, task.value()));
        return task;
    }

    /** Keeps it as a proposal until its part of the application is there. */
    @PreAuthorize("@conversionRights.converts(#update)")
    public ProposalId toProposal(UpdateId update, ProposalKind kind) {
        Source source = held(update);
        return live(update, RefKind.PROPOSAL)
                .filter(outcome -> outcome.proposal() == kind)
                .findFirst()
                .map(outcome -> new ProposalId(outcome.ref().id()))
                .orElseGet(() -> {
                    ProposalId proposal = conversions.insert(
                            source.group(),
                            kind,
                            title(source),
                            source.text(),
                            CurrentActor.get().name(),
                            now());
                    link(update, new Ref(RefKind.PROPOSAL, proposal.value()));
                    return proposal;
                });
    }

    /** Takes back what was made of the update by mistake; what is gone already is gone. */
    @PreAuthorize("@conversionRights.converts(#update)")
    public void undo(UpdateId update, Ref made) {
        Source source = held(update);
        Optional<Outcome> found = known(update, made.kind())
                .filter(outcome -> outcome.ref().equals(made))
                .findFirst();
        if (found.isEmpty()) {
            return;
        }
        Optional<Integer> version = conversions.version(made);
        MeetingId meeting = found.get().meeting();
        switch (made.kind()) {
            case AGENDA_ITEM -> {
                if (meeting != null && version.isPresent()) {
                    agendas.removeItem(meeting, new AgendaItemId(made.id()), version.get());
                }
            }
            case BACKLOG_ITEM ->
                version.ifPresent(seen -> backlog.remove(source.group(), new BacklogItemId(made.id()), seen));
            case TASK -> {
                if (meeting != null) {
                    tasks.removeAtDesk(meeting, new TaskId(made.id()));
                }
            }
            case PROPOSAL -> conversions.delete(new ProposalId(made.id()));
            case UPDATE -> throw new NotFoundException(made);
        }
        references.forget(made);
    }

    /** Returns what became of the updates of the meeting. */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public Map<UpdateId, List<Outcome>> outcomes(MeetingId meeting) {
        return conversions.outcomes(conversions.updatesAt(meeting), () -> meetings.coordinates(meeting));
    }

    /** Returns what became of those of the updates that are the group's. */
    @PreAuthorize("@groupRights.readInside(#group)")
    @Transactional(readOnly = true)
    public Map<UpdateId, List<Outcome>> outcomes(GroupId group, Collection<UpdateId> updates) {
        return conversions.outcomes(conversions.ofGroup(group, updates), () -> groups.coordinates(group));
    }

    /** Returns what became of those of the updates that are the member's own. */
    @PreAuthorize("@speakerRights.speaksFor(#meeting, #member)")
    @Transactional(readOnly = true)
    public Map<UpdateId, List<Outcome>> outcomes(MeetingId meeting, MemberId member, Collection<UpdateId> updates) {
        Reporter who = submissions.reporter(meeting, member).orElseThrow(() -> new NotFoundException(member));
        return conversions.outcomes(conversions.ofReporter(who, updates), () -> false);
    }

    /** @throws NotFoundException when there is no such proposal */
    @PreAuthorize("@conversionRights.reads(#proposal)")
    @Transactional(readOnly = true)
    public Proposal proposal(ProposalId proposal) {
        return conversions
                .proposal(proposal, origins.of(new Ref(RefKind.PROPOSAL, proposal.value())))
                .orElseThrow(() -> new NotFoundException(proposal));
    }

    private Source source(UpdateId update) {
        return conversions.source(update).orElseThrow(() -> new NotFoundException(update));
    }

    private Source held(UpdateId update) {
        conversions.touch(update, now());
        return source(update);
    }

    private Stream<Outcome> known(UpdateId update, RefKind kind) {
        return conversions.outcomes(List.of(update), () -> true).getOrDefault(update, List.of()).stream()
                .filter(outcome -> outcome.ref().kind() == kind);
    }

    /** What was dropped may be made anew. */
    private Stream<Outcome> live(UpdateId update, RefKind kind) {
        return known(update, kind).filter(outcome -> outcome.state() != OutcomeState.DROPPED);
    }

    private void link(UpdateId update, Ref made) {
        references.link(new Ref(RefKind.UPDATE, update.value()), made);
    }

    private static BacklogData topic(Source source) {
        return new BacklogData(title(source), AgendaItemKind.TOPIC, null);
    }

    /** What is for the group only does not get into a heading that the public may read. */
    private static String title(Source source) {
        String text = source.internal() ? "" : excerpt(source);
        String title = text.isEmpty() ? source.label() : source.label() + ": " + text;
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static String excerpt(Source source) {
        return ConversionRepository.shorten(Markdown.plainText(InternalPassages.publicText(source.text()))
                .replace(InternalPassages.REPLACEMENT, " "));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
