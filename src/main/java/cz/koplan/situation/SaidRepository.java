package cz.koplan.situation;

import static cz.koplan.db.Tables.ACTION_ITEM;
import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.BACKLOG_ITEM;
import static cz.koplan.db.Tables.FILE;
import static cz.koplan.db.Tables.LINK;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.MINUTES;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.ORP;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.PROPOSAL;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static cz.koplan.db.Tables.SERVICE;
import static cz.koplan.db.Tables.UPDATE_FILE;
import static cz.koplan.db.Tables.UPDATE_ORP;
import static cz.koplan.db.Tables.UPDATE_SERVICE;
import static cz.koplan.db.Tables.UPDATE_SIGNAL;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import cz.koplan.db.tables.records.ProviderUpdateRecord;
import cz.koplan.meetings.MinutesState;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.PersonData;
import cz.koplan.services.ServiceId;
import cz.koplan.shared.files.FileId;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.updates.Signal;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateOutcome;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads updates with everything that belongs to them, in a number of statements that does not grow. */
@Repository
class SaidRepository {

    /**
     * The day that counts: the meeting's, else the local one on which the update was handed in. The database knows no
     * time zones, but no quarter begins within the weeks in which the hour between November and March differs from that.
     */
    static final Field<LocalDate> DAY = coalesce(MEETING.HELD_ON, local(PROVIDER_UPDATE.SUBMITTED_AT));

    /** Something was said or handed in; prepared lines and drafts are not. */
    static final Condition SAID = PROVIDER_UPDATE
            .SUBMITTED_AT
            .isNotNull()
            .or(PROVIDER_UPDATE.RECORDED_TEXT.ne(""))
            .or(PROVIDER_UPDATE.SUBMITTED_TEXT.ne(""))
            .or(PROVIDER_UPDATE.OUTCOME.eq(UpdateOutcome.NO_NEWS));

    private final DSLContext db;

    SaidRepository(DSLContext db) {
        this.db = db;
    }

    private static Field<LocalDate> local(Field<LocalDateTime> utc) {
        return field(
                "cast(date_add({0}, interval if(month({0}) in (11, 12, 1, 2), 1, 2) hour) as date)",
                SQLDataType.LOCALDATE, utc);
    }

    /** It had ended before its day. */
    static Condition endedBefore() {
        return PROVIDER_UPDATE
                .ENDED_AT
                .isNotNull()
                .and(local(PROVIDER_UPDATE.ENDED_AT).lt(DAY));
    }

    /** What lies inside the groups of the scope; lines under an item for coordinators only those of its group. */
    static Condition seen(Scope scope) {
        return (scope.everywhere() ? trueCondition() : PROVIDER_UPDATE.GROUP_ID.in(scope.inside()))
                .and(AGENDA_ITEM
                        .COORDINATOR_ONLY
                        .isNull()
                        .or(AGENDA_ITEM.COORDINATOR_ONLY.isFalse())
                        .or(PROVIDER_UPDATE.GROUP_ID.in(scope.coordinated())));
    }

    /**
     * What an organisation's own delegate sees of it in a group to which they do not belong: its own words and approved
     * minutes, never an internal line.
     */
    private static Condition seenFromOutside(Scope scope) {
        return scope.everywhere()
                ? falseCondition()
                : PROVIDER_UPDATE
                        .GROUP_ID
                        .notIn(scope.inside())
                        .and(PROVIDER_UPDATE.INTERNAL.isFalse())
                        .and(AGENDA_ITEM.COORDINATOR_ONLY.isNull().or(AGENDA_ITEM.COORDINATOR_ONLY.isFalse()))
                        .and(PROVIDER_UPDATE.SUBMITTED_AT.isNotNull().or(MINUTES.STATE.eq(MinutesState.APPROVED)));
    }

    /** @param own whether the reader is a delegate of the organisation */
    List<SaidUpdate> ofOrganisation(OrganisationId organisation, Scope scope, boolean own, int offset, int limit) {
        return page(ofOrganisation(organisation, scope, own), scope, offset, limit);
    }

    int countOfOrganisation(OrganisationId organisation, Scope scope, boolean own) {
        return count(ofOrganisation(organisation, scope, own));
    }

    private static Condition ofOrganisation(OrganisationId organisation, Scope scope, boolean own) {
        return PROVIDER_UPDATE
                .ORGANISATION_ID
                .eq(organisation)
                .and(SAID)
                .and(own ? seen(scope).or(seenFromOutside(scope)) : seen(scope));
    }

    List<SaidUpdate> ofService(ServiceId service, Scope scope, int offset, int limit) {
        return page(ofService(service, scope), scope, offset, limit);
    }

    int countOfService(ServiceId service, Scope scope) {
        return count(ofService(service, scope));
    }

    private static Condition ofService(ServiceId service, Scope scope) {
        return PROVIDER_UPDATE
                .ID
                .in(select(UPDATE_SERVICE.UPDATE_ID).from(UPDATE_SERVICE).where(UPDATE_SERVICE.SERVICE_ID.eq(service)))
                .and(SAID)
                .and(seen(scope));
    }

    private int count(Condition wanted) {
        return db.selectCount()
                .from(PROVIDER_UPDATE)
                .leftJoin(MEETING)
                .on(MEETING.ID.eq(PROVIDER_UPDATE.MEETING_ID))
                .leftJoin(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(PROVIDER_UPDATE.AGENDA_ITEM_ID))
                .leftJoin(MINUTES)
                .on(MINUTES.MEETING_ID.eq(PROVIDER_UPDATE.MEETING_ID))
                .where(wanted)
                .fetchSingle()
                .value1();
    }

    /** Returns a page of the wanted updates, the newest first. */
    List<SaidUpdate> page(Condition wanted, Scope scope, int offset, int limit) {
        // Only what the order needs is sorted, not the texts.
        List<UpdateId> ids = db.select(PROVIDER_UPDATE.ID)
                .from(PROVIDER_UPDATE)
                .leftJoin(MEETING)
                .on(MEETING.ID.eq(PROVIDER_UPDATE.MEETING_ID))
                .leftJoin(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(PROVIDER_UPDATE.AGENDA_ITEM_ID))
                .leftJoin(MINUTES)
                .on(MINUTES.MEETING_ID.eq(PROVIDER_UPDATE.MEETING_ID))
                .where(wanted)
                .orderBy(DAY.desc(), PROVIDER_UPDATE.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(PROVIDER_UPDATE.ID);
        return load(ids, scope);
    }

    private List<SaidUpdate> load(List<UpdateId> ids, Scope scope) {
        Map<UpdateId, List<Signal>> signals = db.select(UPDATE_SIGNAL.UPDATE_ID, UPDATE_SIGNAL.SIGNAL)
                .from(UPDATE_SIGNAL)
                .where(UPDATE_SIGNAL.UPDATE_ID.in(ids))
                .fetchGroups(UPDATE_SIGNAL.UPDATE_ID, UPDATE_SIGNAL.SIGNAL);
        Map<UpdateId, List<SaidUpdate.Tagged>> services = db.select(UPDATE_SERVICE.UPDATE_ID, SERVICE.ID, SERVICE.NAME)
                .from(UPDATE_SERVICE)
                .join(SERVICE)
                .on(SERVICE.ID.eq(UPDATE_SERVICE.SERVICE_ID))
                .where(UPDATE_SERVICE.UPDATE_ID.in(ids))
                .orderBy(SERVICE.NAME, SERVICE.ID)
                .fetchGroups(
                        UPDATE_SERVICE.UPDATE_ID,
                        row -> new SaidUpdate.Tagged(row.get(SERVICE.ID), row.get(SERVICE.NAME)));
        Map<UpdateId, List<String>> localities = db.select(UPDATE_ORP.UPDATE_ID, ORP.NAME)
                .from(UPDATE_ORP)
                .join(ORP)
                .on(ORP.ID.eq(UPDATE_ORP.ORP_ID))
                .where(UPDATE_ORP.UPDATE_ID.in(ids))
                .orderBy(ORP.NAME, ORP.ID)
                .fetchGroups(UPDATE_ORP.UPDATE_ID, ORP.NAME);
        Map<UpdateId, List<SaidUpdate.Attached>> files = db.select(UPDATE_FILE.UPDATE_ID, FILE.ID, FILE.NAME, FILE.SIZE)
                .from(UPDATE_FILE)
                .join(FILE)
                .on(FILE.ID.eq(UPDATE_FILE.FILE_ID))
                .where(UPDATE_FILE.UPDATE_ID.in(ids))
                .orderBy(UPDATE_FILE.ID)
                .fetchGroups(
                        UPDATE_FILE.UPDATE_ID,
                        row -> new SaidUpdate.Attached(row.get(FILE.ID), row.get(FILE.NAME), row.get(FILE.SIZE)));
        Map<UpdateId, List<Consequence>> consequences = consequences(ids, scope);
        return db
                .select(
                        PROVIDER_UPDATE.asterisk(),
                        WORKING_GROUP.NAME,
                        MEETING.TITLE,
                        MEETING.HELD_ON,
                        ORGANISATION.NAME,
                        PERSON.TITLE_BEFORE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.TITLE_AFTER)
                .from(PROVIDER_UPDATE)
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(PROVIDER_UPDATE.GROUP_ID))
                .leftJoin(MEETING)
                .on(MEETING.ID.eq(PROVIDER_UPDATE.MEETING_ID))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(PROVIDER_UPDATE.ORGANISATION_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(PROVIDER_UPDATE.PERSON_ID))
                .where(PROVIDER_UPDATE.ID.in(ids))
                .fetch(row -> {
                    UpdateId id = row.get(PROVIDER_UPDATE.ID);
                    boolean inside = scope.inside(row.get(PROVIDER_UPDATE.GROUP_ID));
                    return said(
                            row,
                            inside,
                            signals.getOrDefault(id, List.of()),
                            services.getOrDefault(id, List.of()),
                            localities.getOrDefault(id, List.of()),
                            inside ? files.getOrDefault(id, List.of()) : List.of(),
                            inside ? consequences.getOrDefault(id, List.of()) : List.of());
                })
                .stream()
                .sorted(Comparator.comparingInt(update -> ids.indexOf(update.id())))
                .toList();
    }

    private static SaidUpdate said(
            Record row,
            boolean inside,
            List<Signal> signals,
            List<SaidUpdate.Tagged> services,
            List<String> localities,
            List<SaidUpdate.Attached> files,
            List<Consequence> consequences) {
        ProviderUpdateRecord update = row.into(PROVIDER_UPDATE);
        String minutes = filled(update.getRecordedText());
        String submitted = filled(update.getSubmittedText());
        // Outside of the group the organisation's own words go before those of the minutes.
        boolean recorded = minutes != null && (inside || submitted == null);
        String text = recorded ? minutes : submitted;
        boolean differs = inside && recorded && submitted != null && !submitted.equals(minutes);
        LocalDateTime submittedAt = update.getSubmittedAt();
        LocalDate heldOn = row.get(MEETING.HELD_ON);
        return new SaidUpdate(
                update.getId(),
                update.getGroupId(),
                row.get(WORKING_GROUP.NAME),
                update.getMeetingId(),
                row.get(MEETING.TITLE),
                heldOn != null ? heldOn : submittedAt != null ? localDay(submittedAt) : LocalDate.EPOCH,
                update.getOrganisationId(),
                label(row),
                readable(text, inside),
                recorded,
                differs ? readable(submitted, inside) : null,
                update.getSubmittedByName(),
                submittedAt,
                update.getOutcome(),
                update.getInternal(),
                update.getFreePlaces(),
                update.getConfirmedAt() == null ? null : localDay(update.getConfirmedAt()),
                update.getEndedAt() == null ? null : localDay(update.getEndedAt()),
                signals.stream().sorted().toList(),
                services,
                localities,
                files,
                consequences);
    }

    private static String label(Record row) {
        String label = row.get(PROVIDER_UPDATE.SOURCE_LABEL);
        String organisation = row.get(ORGANISATION.NAME);
        if (label != null || organisation != null) {
            return organisation != null ? organisation : label;
        }
        return row.get(PERSON.FAMILY_NAME) == null
                ? ""
                : PersonData.displayName(
                        row.get(PERSON.TITLE_BEFORE),
                        row.get(PERSON.GIVEN_NAME),
                        row.get(PERSON.FAMILY_NAME),
                        row.get(PERSON.TITLE_AFTER));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String readable(@Nullable String text, boolean inside) {
        if (text == null) {
            return "";
        }
        return inside ? InternalPassages.internalText(text) : InternalPassages.publicText(text);
    }

    static LocalDate localDay(LocalDateTime utc) {
        return utc.atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(ZoneId.of("Europe/Prague"))
                .toLocalDate();
    }

    private Map<UpdateId, List<Consequence>> consequences(List<UpdateId> ids, Scope scope) {
        var agendaOfTask = AGENDA_ITEM.as("agenda_of_task");
        Map<UpdateId, List<Consequence>> found = new HashMap<>();
        db.select(
                        LINK.FROM_ID,
                        ACTION_ITEM.ID,
                        ACTION_ITEM.BODY,
                        ACTION_ITEM.STATE,
                        ACTION_ITEM.DUE_ON,
                        AGENDA_ITEM.ID,
                        AGENDA_ITEM.TITLE,
                        AGENDA_ITEM.DISCUSSED,
                        MEETING.ID,
                        MEETING.HELD_ON,
                        BACKLOG_ITEM.ID,
                        BACKLOG_ITEM.TITLE,
                        BACKLOG_ITEM.HIDDEN_AT,
                        BACKLOG_ITEM.TAKEN_MEETING_ID,
                        PROPOSAL.ID,
                        PROPOSAL.TITLE,
                        PROPOSAL.KIND)
                .from(LINK)
                .leftJoin(ACTION_ITEM)
                .on(LINK.TO_KIND
                        .eq(RefKind.TASK)
                        .and(ACTION_ITEM.ID.coerce(Long.class).eq(LINK.TO_ID)))
                .leftJoin(agendaOfTask)
                .on(agendaOfTask.ID.eq(ACTION_ITEM.AGENDA_ITEM_ID))
                .leftJoin(AGENDA_ITEM)
                .on(LINK.TO_KIND
                        .eq(RefKind.AGENDA_ITEM)
                        .and(AGENDA_ITEM.ID.coerce(Long.class).eq(LINK.TO_ID)))
                .leftJoin(MEETING)
                .on(MEETING.ID.eq(AGENDA_ITEM.MEETING_ID))
                .leftJoin(BACKLOG_ITEM)
                .on(LINK.TO_KIND
                        .eq(RefKind.BACKLOG_ITEM)
                        .and(BACKLOG_ITEM.ID.coerce(Long.class).eq(LINK.TO_ID)))
                .leftJoin(PROPOSAL)
                .on(LINK.TO_KIND
                        .eq(RefKind.PROPOSAL)
                        .and(PROPOSAL.ID.coerce(Long.class).eq(LINK.TO_ID)))
                .where(LINK.FROM_KIND.eq(RefKind.UPDATE))
                .and(LINK.FROM_ID.in(ids.stream().map(UpdateId::value).toList()))
                .and(agendaOfTask
                        .COORDINATOR_ONLY
                        .isNull()
                        .or(agendaOfTask.COORDINATOR_ONLY.isFalse())
                        .or(ACTION_ITEM.GROUP_ID.in(scope.coordinated())))
                .and(AGENDA_ITEM
                        .COORDINATOR_ONLY
                        .isNull()
                        .or(AGENDA_ITEM.COORDINATOR_ONLY.isFalse())
                        .or(MEETING.GROUP_ID.in(scope.coordinated())))
                .orderBy(LINK.ID)
                .forEach(row -> consequence(row)
                        .ifPresent(consequence -> found.computeIfAbsent(
                                        new UpdateId(row.get(LINK.FROM_ID)), id -> new ArrayList<>())
                                .add(consequence)));
        return found;
    }

    /** Empty when what the update became was removed since. */
    private static Optional<Consequence> consequence(Record row) {
        return Stream.of(task(row), onAgenda(row), inBacklog(row), proposal(row))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Consequence> task(Record row) {
        return row.get(ACTION_ITEM.ID) == null
                ? Optional.empty()
                : Optional.of(new Consequence.Task(
                        row.get(ACTION_ITEM.ID),
                        InternalPassages.internalText(row.get(ACTION_ITEM.BODY)),
                        row.get(ACTION_ITEM.STATE),
                        row.get(ACTION_ITEM.DUE_ON)));
    }

    private static Optional<Consequence> onAgenda(Record row) {
        return row.get(AGENDA_ITEM.ID) == null
                ? Optional.empty()
                : Optional.of(new Consequence.OnAgenda(
                        row.get(MEETING.ID),
                        row.get(AGENDA_ITEM.TITLE),
                        row.get(MEETING.HELD_ON),
                        row.get(AGENDA_ITEM.DISCUSSED)));
    }

    private static Optional<Consequence> inBacklog(Record row) {
        return row.get(BACKLOG_ITEM.ID) == null
                ? Optional.empty()
                : Optional.of(new Consequence.InBacklog(
                        row.get(BACKLOG_ITEM.ID),
                        row.get(BACKLOG_ITEM.TITLE),
                        row.get(BACKLOG_ITEM.HIDDEN_AT) != null
                                ? BacklogState.HIDDEN
                                : row.get(BACKLOG_ITEM.TAKEN_MEETING_ID) != null
                                        ? BacklogState.TAKEN
                                        : BacklogState.WAITS));
    }

    private static Optional<Consequence> proposal(Record row) {
        return row.get(PROPOSAL.ID) == null
                ? Optional.empty()
                : Optional.of(new Consequence.Proposal(
                        row.get(PROPOSAL.ID), row.get(PROPOSAL.TITLE), row.get(PROPOSAL.KIND)));
    }

    /** Tells whether the update lies inside what the scope sees. */
    boolean isSeen(UpdateId update, Scope scope) {
        return db.fetchExists(selectOne()
                .from(PROVIDER_UPDATE)
                .leftJoin(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(PROVIDER_UPDATE.AGENDA_ITEM_ID))
                .where(PROVIDER_UPDATE.ID.eq(update))
                .and(seen(scope)));
    }

    boolean hasFile(UpdateId update, FileId file) {
        return db.fetchExists(UPDATE_FILE, UPDATE_FILE.UPDATE_ID.eq(update).and(UPDATE_FILE.FILE_ID.eq(file)));
    }
}
