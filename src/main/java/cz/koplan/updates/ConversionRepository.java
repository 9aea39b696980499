package cz.koplan.updates;

import static cz.koplan.db.Tables.ACTION_ITEM;
import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.BACKLOG_ITEM;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.MINUTES;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PROPOSAL;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.ProposalRecord;
import cz.koplan.db.tables.records.ProviderUpdateRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.BacklogItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.MinutesState;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.Versions;
import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.shared.refs.RefNames;
import cz.koplan.shared.refs.RefRepository;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What becomes of updates. */
@Repository
class ConversionRepository {

    /** An update as something is made of it; {@code text} is Markdown as the minutes show it. */
    record Source(
            UpdateId id,
            GroupId group,
            @Nullable MeetingId meeting,
            @Nullable AgendaItemId item,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            String label,
            String text,
            boolean internal) {}

    /** What is known of the target of a link, before it is tied to an update. */
    private record Found(
            @Nullable ProposalKind proposal,
            String title,
            @Nullable MeetingId meeting,
            @Nullable LocalDate heldOn,
            OutcomeState state) {}

    private static final int LONGEST_TITLE = 120;
    private static final int MOST_TARGETS = 6;

    private final DSLContext db;
    private final RefRepository references;

    ConversionRepository(DSLContext db, RefRepository references) {
        this.db = db;
        this.references = references;
    }

    Optional<Source> source(UpdateId id) {
        return db.select(PROVIDER_UPDATE.asterisk(), ORGANISATION.NAME)
                .from(PROVIDER_UPDATE)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(PROVIDER_UPDATE.ORGANISATION_ID))
                .where(PROVIDER_UPDATE.ID.eq(id))
                .fetchOptional(row -> {
                    ProviderUpdateRecord update = row.into(PROVIDER_UPDATE);
                    return new Source(
                            update.getId(),
                            update.getGroupId(),
                            update.getMeetingId(),
                            update.getAgendaItemId(),
                            update.getOrganisationId(),
                            update.getPersonId(),
                            update.getSourceLabel() != null ? update.getSourceLabel() : row.get(ORGANISATION.NAME),
                            UpdateRepository.recorded(update),
                            update.getInternal());
                });
    }

    /** Tells whoever has the meeting open; holds the update, so that a double click makes one thing. */
    void touch(UpdateId id, LocalDateTime now) {
        ProviderUpdateRecord row = db.selectFrom(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new NotFoundException(id));
        row.setRelatedChangedAt(now);
        Versions.update(row);
    }

    /** Returns the meetings of the group that are not over, the next one first; as many as one chooses from. */
    List<ConversionTarget> coming(GroupId group) {
        return db.select(MEETING.ID, MEETING.TITLE, MEETING.HELD_ON)
                .from(MEETING)
                .where(MEETING.GROUP_ID.eq(group))
                .and(MEETING.STATE.in(MeetingState.PLANNED, MeetingState.INVITED, MeetingState.IN_PROGRESS))
                .orderBy(MEETING.HELD_ON, MEETING.ID)
                .limit(MOST_TARGETS)
                .fetch(mapping(ConversionTarget::new));
    }

    /** Returns the meeting at which a task is given: the wanted one while it may be written, else the next, else the last. */
    Optional<MeetingId> meetingForTask(GroupId group, @Nullable MeetingId wanted, LocalDate today) {
        var open = db.select(MEETING.ID, MEETING.HELD_ON)
                .from(MEETING)
                .leftJoin(MINUTES)
                .on(MINUTES.MEETING_ID.eq(MEETING.ID))
                .where(MEETING.GROUP_ID.eq(group))
                .and(MEETING.STATE.ne(MeetingState.CANCELLED))
                .and(MINUTES.STATE.isNull().or(MINUTES.STATE.ne(MinutesState.APPROVED)))
                .orderBy(MEETING.HELD_ON, MEETING.ID)
                .fetch();
        return open.stream()
                .filter(row -> row.value1().equals(wanted))
                .findFirst()
                .or(() -> open.stream()
                        .filter(row -> !row.value2().isBefore(today))
                        .findFirst())
                .or(() -> open.isEmpty() ? Optional.empty() : Optional.of(open.getLast()))
                .map(row -> row.value1());
    }

    boolean isOfGroup(MeetingId meeting, GroupId group) {
        return db.fetchExists(MEETING, MEETING.ID.eq(meeting).and(MEETING.GROUP_ID.eq(group)));
    }

    ProposalId insert(GroupId group, ProposalKind kind, String title, String body, String by, LocalDateTime now) {
        ProposalRecord row = db.newRecord(PROPOSAL);
        row.setPublicId(UUID.randomUUID());
        row.setKind(kind);
        row.setGroupId(group);
        row.setTitle(title);
        row.setBody(body);
        row.setCreatedByName(by);
        row.setCreatedAt(now);
        row.insert();
        return row.getId();
    }

    void delete(ProposalId id) {
        db.fetchOptional(PROPOSAL, PROPOSAL.ID.eq(id)).ifPresent(Versions::delete);
    }

    Optional<GroupId> groupOf(ProposalId id) {
        return db.select(PROPOSAL.GROUP_ID)
                .from(PROPOSAL)
                .where(PROPOSAL.ID.eq(id))
                .fetchOptional(PROPOSAL.GROUP_ID);
    }

    Optional<Proposal> proposal(ProposalId id, List<RefNames.Named> origins) {
        return db.selectFrom(PROPOSAL)
                .where(PROPOSAL.ID.eq(id))
                .fetchOptional(row -> new Proposal(
                        row.getId(),
                        row.getGroupId(),
                        row.getKind(),
                        row.getTitle(),
                        row.getBody(),
                        row.getCreatedByName(),
                        row.getCreatedAt(),
                        origins));
    }

    /** Returns the version that undoing has to have seen. */
    Optional<Integer> version(Ref ref) {
        return switch (ref.kind()) {
            case AGENDA_ITEM ->
                db.select(AGENDA_ITEM.VERSION)
                        .from(AGENDA_ITEM)
                        .where(AGENDA_ITEM.ID.eq(new AgendaItemId(ref.id())))
                        .fetchOptional(AGENDA_ITEM.VERSION);
            case BACKLOG_ITEM ->
                db.select(BACKLOG_ITEM.VERSION)
                        .from(BACKLOG_ITEM)
                        .where(BACKLOG_ITEM.ID.eq(new BacklogItemId(ref.id())))
                        .fetchOptional(BACKLOG_ITEM.VERSION);
            case TASK, PROPOSAL, UPDATE -> Optional.empty();
        };
    }

    List<UpdateId> updatesAt(MeetingId meeting) {
        return db.select(PROVIDER_UPDATE.ID)
                .from(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.MEETING_ID.eq(meeting))
                .fetch(PROVIDER_UPDATE.ID);
    }

    List<UpdateId> ofGroup(GroupId group, Collection<UpdateId> updates) {
        return db.select(PROVIDER_UPDATE.ID)
                .from(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.GROUP_ID.eq(group))
                .and(PROVIDER_UPDATE.ID.in(updates))
                .fetch(PROVIDER_UPDATE.ID);
    }

    List<UpdateId> ofReporter(Reporter who, Collection<UpdateId> updates) {
        return db.select(PROVIDER_UPDATE.ID)
                .from(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.GROUP_ID.eq(who.group()))
                .and(UpdateRepository.by(who))
                .and(PROVIDER_UPDATE.ID.in(updates))
                .fetch(PROVIDER_UPDATE.ID);
    }

    /**
     * Returns what became of the updates, the oldest first, in at most five queries.
     *
     * @param coordinator whether what stands under items for the coordinators' eyes is wanted too; asked only when needed
     */
    Map<UpdateId, List<Outcome>> outcomes(Collection<UpdateId> updates, BooleanSupplier coordinator) {
        if (updates.isEmpty()) {
            return Map.of();
        }
        Map<Ref, List<Ref>> links = references.from(
                updates.stream().map(id -> new Ref(RefKind.UPDATE, id.value())).toList());
        if (links.isEmpty()) {
            return Map.of();
        }
        boolean everything = coordinator.getAsBoolean();
        Map<RefKind, List<Long>> wanted = links.values().stream()
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.groupingBy(Ref::kind, Collectors.mapping(Ref::id, Collectors.toList())));
        Map<Ref, Found> found = new HashMap<>();
        wanted.forEach((kind, ids) -> found.putAll(find(kind, ids, everything)));
        Map<UpdateId, List<Outcome>> outcomes = new HashMap<>();
        links.forEach((from, all) -> {
            UpdateId update = new UpdateId(from.id());
            outcomes.put(
                    update,
                    all.stream()
                            .filter(found::containsKey)
                            .map(ref -> outcome(update, ref, Objects.requireNonNull(found.get(ref))))
                            .toList());
        });
        return outcomes;
    }

    private static Outcome outcome(UpdateId update, Ref ref, Found found) {
        return new Outcome(
                update, ref, found.proposal(), found.title(), found.meeting(), found.heldOn(), found.state());
    }

    private Map<Ref, Found> find(RefKind kind, List<Long> ids, boolean coordinator) {
        return switch (kind) {
            case AGENDA_ITEM ->
                db.select(
                                AGENDA_ITEM.ID,
                                AGENDA_ITEM.TITLE,
                                AGENDA_ITEM.DISCUSSED,
                                MEETING.ID,
                                MEETING.HELD_ON,
                                MEETING.STATE)
                        .from(AGENDA_ITEM)
                        .join(MEETING)
                        .on(MEETING.ID.eq(AGENDA_ITEM.MEETING_ID))
                        .where(AGENDA_ITEM.ID.in(
                                ids.stream().map(AgendaItemId::new).toList()))
                        .and(seen(coordinator))
                        .fetchMap(
                                row -> new Ref(kind, row.get(AGENDA_ITEM.ID).value()),
                                row -> new Found(
                                        null,
                                        row.get(AGENDA_ITEM.TITLE),
                                        row.get(MEETING.ID),
                                        row.get(MEETING.HELD_ON),
                                        row.get(MEETING.STATE) == MeetingState.CANCELLED
                                                ? OutcomeState.DROPPED
                                                : row.get(AGENDA_ITEM.DISCUSSED)
                                                        ? OutcomeState.DONE
                                                        : OutcomeState.OPEN));
            case BACKLOG_ITEM ->
                db.selectFrom(BACKLOG_ITEM)
                        .where(BACKLOG_ITEM.ID.in(
                                ids.stream().map(BacklogItemId::new).toList()))
                        .fetchMap(
                                row -> new Ref(kind, row.getId().value()),
                                row -> new Found(
                                        null,
                                        row.getTitle(),
                                        null,
                                        null,
                                        row.getHiddenAt() != null ? OutcomeState.DROPPED : OutcomeState.OPEN));
            case TASK ->
                db.select(ACTION_ITEM.ID, ACTION_ITEM.BODY, ACTION_ITEM.STATE, MEETING.ID, MEETING.HELD_ON)
                        .from(ACTION_ITEM)
                        .join(MEETING)
                        .on(MEETING.ID.eq(ACTION_ITEM.MEETING_ID))
                        .leftJoin(AGENDA_ITEM)
                        .on(AGENDA_ITEM.ID.eq(ACTION_ITEM.AGENDA_ITEM_ID))
                        .where(ACTION_ITEM.ID.in(ids.stream().map(TaskId::new).toList()))
                        .and(seen(coordinator))
                        .fetchMap(
                                row -> new Ref(kind, row.get(ACTION_ITEM.ID).value()),
                                row -> new Found(
                                        null,
                                        shorten(Markdown.plainText(
                                                InternalPassages.internalText(row.get(ACTION_ITEM.BODY)))),
                                        row.get(MEETING.ID),
                                        row.get(MEETING.HELD_ON),
                                        state(row.get(ACTION_ITEM.STATE))));
            case PROPOSAL ->
                db.selectFrom(PROPOSAL)
                        .where(PROPOSAL.ID.in(ids.stream().map(ProposalId::new).toList()))
                        .fetchMap(
                                row -> new Ref(kind, row.getId().value()),
                                row -> new Found(row.getKind(), row.getTitle(), null, null, OutcomeState.AWAITING));
            case UPDATE -> Map.of();
        };
    }

    private static Condition seen(boolean coordinator) {
        return coalesce(AGENDA_ITEM.COORDINATOR_ONLY, val(false)).isFalse().or(val(coordinator));
    }

    private static OutcomeState state(TaskState state) {
        return switch (state) {
            case OPEN -> OutcomeState.OPEN;
            case DONE -> OutcomeState.DONE;
            case CANCELLED -> OutcomeState.DROPPED;
        };
    }

    /** Returns one line of at most {@link #LONGEST_TITLE} characters. */
    static String shorten(String plain) {
        String line = plain.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)).stripTrailing() + "…";
    }

    Map<Long, RefNames.Named> names(Collection<Long> ids) {
        Field<LocalDate> day = coalesce(MEETING.HELD_ON, cast(PROVIDER_UPDATE.SUBMITTED_AT, LocalDate.class));
        Field<String> label = coalesce(PROVIDER_UPDATE.SOURCE_LABEL, ORGANISATION.NAME);
        return db.select(PROVIDER_UPDATE.ID, label, day, PROVIDER_UPDATE.MEETING_ID)
                .from(PROVIDER_UPDATE)
                .leftJoin(MEETING)
                .on(MEETING.ID.eq(PROVIDER_UPDATE.MEETING_ID))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(PROVIDER_UPDATE.ORGANISATION_ID))
                .where(PROVIDER_UPDATE.ID.in(ids.stream().map(UpdateId::new).toList()))
                .fetchMap(
                        row -> row.get(PROVIDER_UPDATE.ID).value(),
                        row -> new RefNames.Named(
                                row.get(label),
                                row.get(day),
                                row.get(PROVIDER_UPDATE.MEETING_ID) == null
                                        ? null
                                        : "meetings/"
                                                + row.get(PROVIDER_UPDATE.MEETING_ID)
                                                        .value()));
    }
}
