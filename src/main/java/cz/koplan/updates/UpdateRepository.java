package cz.koplan.updates;

import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.FILE;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static cz.koplan.db.Tables.UPDATE_FILE;
import static cz.koplan.db.Tables.UPDATE_ORP;
import static cz.koplan.db.Tables.UPDATE_SERVICE;
import static cz.koplan.db.Tables.UPDATE_SIGNAL;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.ProviderUpdateRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.changes.TypedTexts;
import cz.koplan.shared.changes.Versions;
import cz.koplan.shared.files.FileId;
import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.shared.refs.RefRepository;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class UpdateRepository {

    private final DSLContext db;
    private final RefRepository references;

    UpdateRepository(DSLContext db, RefRepository references) {
        this.db = db;
        this.references = references;
    }

    /** @param coordinatorOnly whether lines under items for the coordinators' eyes are wanted too */
    List<ProviderUpdate> of(MeetingId meeting, boolean coordinatorOnly) {
        var rows = db.select(PROVIDER_UPDATE.asterisk(), ORGANISATION.NAME)
                .from(PROVIDER_UPDATE)
                .join(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(PROVIDER_UPDATE.AGENDA_ITEM_ID))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(PROVIDER_UPDATE.ORGANISATION_ID))
                .where(PROVIDER_UPDATE.MEETING_ID.eq(meeting))
                .and(coordinatorOnly ? noCondition() : AGENDA_ITEM.COORDINATOR_ONLY.isFalse())
                .orderBy(PROVIDER_UPDATE.POSITION, PROVIDER_UPDATE.ID)
                .fetch();
        List<UpdateId> ids = rows.getValues(PROVIDER_UPDATE.ID);
        Map<UpdateId, Set<Signal>> signals = signals(ids);
        Map<UpdateId, List<ReportFile>> files = files(ids);
        return rows.map(row -> {
            ProviderUpdateRecord update = row.into(PROVIDER_UPDATE);
            String label = update.getSourceLabel();
            return new ProviderUpdate(
                    update.getId(),
                    update.getVersion(),
                    update.getAgendaItemId(),
                    new UpdateData(update.getOrganisationId(), label, recorded(update)),
                    label != null ? label : row.get(ORGANISATION.NAME),
                    update.getSubmittedText(),
                    update.getOutcome(),
                    update.getInternal(),
                    new ProviderUpdate.Report(
                            update.getSubmittedByName(),
                            update.getSubmittedAt(),
                            update.getResubmitted(),
                            update.getDraftByName(),
                            update.getDraftAt(),
                            update.getFreePlaces(),
                            signals.getOrDefault(update.getId(), Set.of()),
                            files.getOrDefault(update.getId(), List.of())));
        });
    }

    Map<UpdateId, Set<Signal>> signals(Collection<UpdateId> updates) {
        if (updates.isEmpty()) {
            return Map.of();
        }
        Map<UpdateId, Set<Signal>> signals = new HashMap<>();
        db.select(UPDATE_SIGNAL.UPDATE_ID, UPDATE_SIGNAL.SIGNAL)
                .from(UPDATE_SIGNAL)
                .where(UPDATE_SIGNAL.UPDATE_ID.in(updates))
                .forEach(row -> signals.computeIfAbsent(row.value1(), id -> EnumSet.noneOf(Signal.class))
                        .add(row.value2()));
        return signals;
    }

    Map<UpdateId, List<ReportFile>> files(Collection<UpdateId> updates) {
        if (updates.isEmpty()) {
            return Map.of();
        }
        return db.select(UPDATE_FILE.UPDATE_ID, UPDATE_FILE.ID, FILE.NAME, FILE.SIZE, UPDATE_FILE.ADDED_BY_NAME)
                .from(UPDATE_FILE)
                .join(FILE)
                .on(FILE.ID.eq(UPDATE_FILE.FILE_ID))
                .where(UPDATE_FILE.UPDATE_ID.in(updates))
                .orderBy(UPDATE_FILE.ID)
                .fetchGroups(
                        UPDATE_FILE.UPDATE_ID,
                        row -> new ReportFile(
                                new ReportFileId(row.get(UPDATE_FILE.ID)),
                                row.get(FILE.NAME),
                                row.get(FILE.SIZE),
                                row.get(UPDATE_FILE.ADDED_BY_NAME)));
    }

    boolean isTaken(MeetingId meeting, OrganisationId organisation, Optional<UpdateId> except) {
        return db.fetchExists(
                PROVIDER_UPDATE,
                PROVIDER_UPDATE
                        .MEETING_ID
                        .eq(meeting)
                        .and(PROVIDER_UPDATE.ORGANISATION_ID.eq(organisation))
                        .and(except.map(PROVIDER_UPDATE.ID::ne).orElse(noCondition())));
    }

    UpdateId insert(MeetingId meeting, AgendaItemId item, UpdateData data) {
        if (!db.fetchExists(AGENDA_ITEM, AGENDA_ITEM.ID.eq(item).and(AGENDA_ITEM.MEETING_ID.eq(meeting)))) {
            throw new NotFoundException(item);
        }
        ProviderUpdateRecord row = newLine(db.select(MEETING.GROUP_ID)
                .from(MEETING)
                .where(MEETING.ID.eq(meeting))
                .fetchSingle(MEETING.GROUP_ID));
        place(row, meeting, item);
        write(row, data);
        row.insert();
        return row.getId();
    }

    private ProviderUpdateRecord newLine(GroupId group) {
        ProviderUpdateRecord row = db.newRecord(PROVIDER_UPDATE);
        row.setPublicId(UUID.randomUUID());
        row.setGroupId(group);
        row.setPosition(0);
        return row;
    }

    /** Returns a line of the member that is not stored yet; a line of its own name may be anybody's. */
    ProviderUpdateRecord newLine(Reporter who) {
        ProviderUpdateRecord row = newLine(who.group());
        row.setOrganisationId(who.organisation());
        row.setPersonId(who.person());
        row.setSourceLabel(who.organisation() == null ? who.label() : null);
        return row;
    }

    /** Puts the row at the end of the round table; it is not written yet. */
    void place(ProviderUpdateRecord row, MeetingId meeting, AgendaItemId item) {
        row.setMeetingId(meeting);
        row.setAgendaItemId(item);
        row.setPosition(
                db.select(coalesce(max(PROVIDER_UPDATE.POSITION), val(0)).plus(1))
                        .from(PROVIDER_UPDATE)
                        .where(PROVIDER_UPDATE.MEETING_ID.eq(meeting))
                        .fetchSingle()
                        .value1());
    }

    /** Returns the item under which members report; empty where the meeting has no round table for all. */
    Optional<AgendaItemId> roundTable(MeetingId meeting) {
        return db.select(AGENDA_ITEM.ID)
                .from(AGENDA_ITEM)
                .where(AGENDA_ITEM.MEETING_ID.eq(meeting))
                .and(isRoundTable())
                .orderBy(AGENDA_ITEM.ID)
                .limit(1)
                .fetchOptional(AGENDA_ITEM.ID);
    }

    private static Condition isRoundTable() {
        return AGENDA_ITEM
                .KIND
                .eq(AgendaItemKind.ROUND_TABLE)
                .and(AGENDA_ITEM.SKIPPED.isFalse())
                .and(AGENDA_ITEM.COORDINATOR_ONLY.isFalse());
    }

    /** Returns the report that waits for a round table of the group, locked. */
    Optional<ProviderUpdateRecord> lockWaiting(Reporter who) {
        return db.selectFrom(PROVIDER_UPDATE)
                .where(waiting(who))
                .orderBy(PROVIDER_UPDATE.ID.desc())
                .limit(1)
                .forUpdate()
                .fetchOptional();
    }

    static Condition waiting(Reporter who) {
        return PROVIDER_UPDATE
                .MEETING_ID
                .isNull()
                .and(PROVIDER_UPDATE.GROUP_ID.eq(who.group()))
                .and(PROVIDER_UPDATE.ENDED_AT.isNull())
                .and(by(who));
    }

    /** A line of a person may be older than the knowledge of who that is. */
    static Condition by(Reporter who) {
        return who.organisation() != null
                ? PROVIDER_UPDATE.ORGANISATION_ID.eq(who.organisation())
                : PROVIDER_UPDATE
                        .PERSON_ID
                        .eq(who.person())
                        .or(PROVIDER_UPDATE
                                .PERSON_ID
                                .isNull()
                                .and(PROVIDER_UPDATE.ORGANISATION_ID.isNull())
                                .and(PROVIDER_UPDATE.SOURCE_LABEL.eq(who.label())));
    }

    /** The name that a line of a person bears. */
    static Field<String> personName() {
        return concat(coalesce(concat(PERSON.GIVEN_NAME, val(" ")), val("")), PERSON.FAMILY_NAME);
    }

    void update(MeetingId meeting, UpdateId id, int version, UpdateData data) {
        ProviderUpdateRecord row = Versions.seen(find(meeting, id), version);
        write(row, data);
        Versions.update(row);
    }

    private static void write(ProviderUpdateRecord row, UpdateData data) {
        row.setOrganisationId(data.organisation());
        row.setSourceLabel(data.sourceLabel());
        row.setRecordedText(data.text());
    }

    /**
     * Gives every member of the group on the meeting's day a line at its round table, in the order in which they joined; a
     * report that waits becomes that line. Meetings that are over stay as they are.
     */
    void addMissingLines(MeetingId meeting) {
        if (missingMembers(meeting).isEmpty()) {
            return;
        }
        // Two who open the meeting at once must not both add, nor one while a member hands in; whoever waited for the
        // other reads what that one added (READ COMMITTED).
        db.select(MEETING.ID)
                .from(MEETING)
                .where(MEETING.ID.eq(meeting))
                .forUpdate()
                .fetch();
        for (Missing missing : missingMembers(meeting)) {
            Optional<ProviderUpdateRecord> report =
                    lockWaiting(missing.who()).filter(row -> row.getSubmittedAt() != null);
            ProviderUpdateRecord row = report.orElseGet(() -> newLine(missing.who()));
            place(row, meeting, missing.item());
            if (report.isPresent()) {
                Versions.update(row);
            } else {
                row.insert();
            }
        }
    }

    private record Missing(AgendaItemId item, Reporter who) {}

    private List<Missing> missingMembers(MeetingId meeting) {
        Field<String> person = personName();
        return db.select(
                        min(AGENDA_ITEM.ID),
                        GROUP_MEMBER.ID,
                        GROUP_MEMBER.GROUP_ID,
                        GROUP_MEMBER.ORGANISATION_ID,
                        GROUP_MEMBER.PERSON_ID,
                        person)
                .from(MEETING)
                .join(AGENDA_ITEM)
                .on(AGENDA_ITEM.MEETING_ID.eq(MEETING.ID).and(isRoundTable()))
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER
                        .GROUP_ID
                        .eq(MEETING.GROUP_ID)
                        .and(GROUP_MEMBER.VALID_FROM.le(MEETING.HELD_ON))
                        .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(MEETING.HELD_ON))))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(GROUP_MEMBER.PERSON_ID))
                .leftJoin(PROVIDER_UPDATE)
                .on(PROVIDER_UPDATE
                        .MEETING_ID
                        .eq(MEETING.ID)
                        .and(PROVIDER_UPDATE
                                .ORGANISATION_ID
                                .eq(GROUP_MEMBER.ORGANISATION_ID)
                                .or(PROVIDER_UPDATE.PERSON_ID.eq(GROUP_MEMBER.PERSON_ID))
                                .or(GROUP_MEMBER
                                        .ORGANISATION_ID
                                        .isNull()
                                        .and(PROVIDER_UPDATE.PERSON_ID.isNull())
                                        .and(PROVIDER_UPDATE.ORGANISATION_ID.isNull())
                                        .and(PROVIDER_UPDATE.SOURCE_LABEL.eq(person)))))
                .where(MEETING.ID.eq(meeting))
                .and(MEETING.STATE.in(MeetingState.PLANNED, MeetingState.INVITED, MeetingState.IN_PROGRESS))
                .and(PROVIDER_UPDATE.ID.isNull())
                .groupBy(
                        GROUP_MEMBER.ID,
                        GROUP_MEMBER.GROUP_ID,
                        GROUP_MEMBER.ORGANISATION_ID,
                        GROUP_MEMBER.PERSON_ID,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME)
                .orderBy(GROUP_MEMBER.ID)
                .fetch(mapping((item, member, group, organisation, personId, label) ->
                        new Missing(item, new Reporter(member, group, meeting, organisation, personId, label))));
    }

    StoredText saveText(MeetingId meeting, UpdateId id, TextEdit edit) {
        ProviderUpdateRecord row = lock(meeting, id);
        String recorded = row == null ? null : row.getRecordedText();
        String stored = row != null && recorded == null ? row.getSubmittedText() : recorded;
        if (row != null && !edit.text().isBlank()) {
            row.setOutcome(null);
        }
        return TypedTexts.store(row, PROVIDER_UPDATE.RECORDED_TEXT, stored, edit);
    }

    void setOutcome(MeetingId meeting, UpdateId id, @Nullable UpdateOutcome outcome) {
        ProviderUpdateRecord row = found(lock(meeting, id), id);
        row.setOutcome(outcome);
        Versions.update(row);
    }

    void setInternal(MeetingId meeting, UpdateId id, boolean internal) {
        ProviderUpdateRecord row = found(lock(meeting, id), id);
        row.setInternal(internal);
        Versions.update(row);
    }

    private @Nullable ProviderUpdateRecord lock(MeetingId meeting, UpdateId id) {
        return db.selectFrom(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.ID.eq(id))
                .and(PROVIDER_UPDATE.MEETING_ID.eq(meeting))
                .forUpdate()
                .fetchOne();
    }

    private static ProviderUpdateRecord found(@Nullable ProviderUpdateRecord row, UpdateId id) {
        if (row == null) {
            throw new NotFoundException(id);
        }
        return row;
    }

    /** @throws InvalidInputException when the member wrote into it: what a member wrote is not the minutes' to remove */
    void delete(MeetingId meeting, UpdateId id, int version) {
        ProviderUpdateRecord row = Versions.seen(find(meeting, id), version);
        if (row.getSubmittedAt() != null
                || row.getDraftText() != null
                || db.fetchExists(UPDATE_FILE, UPDATE_FILE.UPDATE_ID.eq(id))) {
            throw new InvalidInputException("updates.remove.reported");
        }
        Versions.delete(row);
    }

    /** Puts what the member handed in anew in the place of the text of the minutes, and returns that one. */
    String takeOver(MeetingId meeting, UpdateId id) {
        ProviderUpdateRecord row = found(lock(meeting, id), id);
        String before = recorded(row);
        row.setRecordedText(null);
        row.setResubmitted(false);
        if (row.getSubmittedText() != null) {
            row.setOutcome(null);
        }
        Versions.update(row);
        return before;
    }

    /** Takes the taking over back: the minutes have their own text again, and the later one stands beside it. */
    void putBack(MeetingId meeting, UpdateId id, String text) {
        ProviderUpdateRecord row = found(lock(meeting, id), id);
        row.setRecordedText(text);
        row.setResubmitted(row.getSubmittedText() != null);
        Versions.update(row);
    }

    /** Leaves the text of the minutes as it is, for good. */
    void keepRecorded(MeetingId meeting, UpdateId id) {
        ProviderUpdateRecord row = found(lock(meeting, id), id);
        row.setResubmitted(false);
        Versions.update(row);
    }

    /** Returns the file when it belongs to the group; coordinators also have those under items of their own. */
    Optional<FileId> file(GroupId group, ReportFileId id, boolean coordinator) {
        return db.select(UPDATE_FILE.FILE_ID)
                .from(UPDATE_FILE)
                .join(PROVIDER_UPDATE)
                .on(PROVIDER_UPDATE.ID.eq(UPDATE_FILE.UPDATE_ID))
                .leftJoin(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(PROVIDER_UPDATE.AGENDA_ITEM_ID))
                .where(UPDATE_FILE.ID.eq(id.value()))
                .and(PROVIDER_UPDATE.GROUP_ID.eq(group))
                .and(
                        coordinator
                                ? noCondition()
                                : coalesce(AGENDA_ITEM.COORDINATOR_ONLY, val(false))
                                        .isFalse())
                .fetchOptional(UPDATE_FILE.FILE_ID);
    }

    /** A member that has a line in the other meeting keeps one: its texts and all that hangs on them are joined there. */
    void move(AgendaItemId item, MeetingId to, AgendaItemId newItem) {
        List<ProviderUpdateRecord> there = db.selectFrom(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.MEETING_ID.eq(to))
                .forUpdate()
                .fetch();
        int position =
                there.stream().mapToInt(ProviderUpdateRecord::getPosition).max().orElse(0);
        for (ProviderUpdateRecord row : db.selectFrom(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.AGENDA_ITEM_ID.eq(item))
                .orderBy(PROVIDER_UPDATE.POSITION, PROVIDER_UPDATE.ID)
                .forUpdate()
                .fetch()) {
            Optional<ProviderUpdateRecord> same =
                    there.stream().filter(line -> isOfSameMember(line, row)).findFirst();
            if (same.isPresent()) {
                join(same.get(), row);
                rehang(row.getId(), same.get().getId());
                Versions.delete(row);
                Versions.update(same.get());
            } else {
                row.setMeetingId(to);
                row.setAgendaItemId(newItem);
                row.setPosition(++position);
                Versions.update(row);
            }
        }
    }

    private static boolean isOfSameMember(ProviderUpdateRecord one, ProviderUpdateRecord other) {
        return one.getOrganisationId() != null
                ? one.getOrganisationId().equals(other.getOrganisationId())
                : one.getPersonId() != null && one.getPersonId().equals(other.getPersonId());
    }

    private static void join(ProviderUpdateRecord same, ProviderUpdateRecord moved) {
        boolean ownText = same.getRecordedText() != null || moved.getRecordedText() != null;
        String recorded = recorded(moved);
        String text = recorded.isBlank() ? recorded(same) : joined(recorded(same), recorded);
        if (!recorded.isBlank()) {
            same.setOutcome(null);
        } else if (same.getOutcome() == null && recorded(same).isBlank()) {
            same.setOutcome(moved.getOutcome());
        }
        String submitted = both(same.getSubmittedText(), moved.getSubmittedText());
        same.setSubmittedText(submitted);
        same.setRecordedText(ownText ? text : null);
        same.setResubmitted(same.getResubmitted() || moved.getResubmitted());
        if (isLater(moved.getSubmittedAt(), same.getSubmittedAt())) {
            same.setSubmittedByName(moved.getSubmittedByName());
            same.setSubmittedAt(moved.getSubmittedAt());
        }
        same.setDraftText(both(same.getDraftText(), moved.getDraftText()));
        if (isLater(moved.getDraftAt(), same.getDraftAt())) {
            same.setDraftByName(moved.getDraftByName());
            same.setDraftAt(moved.getDraftAt());
        }
        if (same.getFreePlaces() == null) {
            same.setFreePlaces(moved.getFreePlaces());
        }
        same.setRelatedChangedAt(
                isLater(moved.getRelatedChangedAt(), same.getRelatedChangedAt())
                        ? moved.getRelatedChangedAt()
                        : same.getRelatedChangedAt());
        same.setInternal(same.getInternal() || moved.getInternal());
    }

    private static @Nullable String both(@Nullable String first, @Nullable String second) {
        return first == null ? second : second == null ? first : joined(first, second);
    }

    private static boolean isLater(@Nullable LocalDateTime one, @Nullable LocalDateTime other) {
        return one != null && (other == null || one.isAfter(other));
    }

    /** What belonged to one line belongs to the other; what both have stays once. */
    private void rehang(UpdateId from, UpdateId to) {
        rehang(UPDATE_FILE, UPDATE_FILE.UPDATE_ID, UPDATE_FILE.ID, from, to);
        rehang(UPDATE_SIGNAL, UPDATE_SIGNAL.UPDATE_ID, UPDATE_SIGNAL.SIGNAL, from, to);
        rehang(UPDATE_SERVICE, UPDATE_SERVICE.UPDATE_ID, UPDATE_SERVICE.SERVICE_ID, from, to);
        rehang(UPDATE_ORP, UPDATE_ORP.UPDATE_ID, UPDATE_ORP.ORP_ID, from, to);
        references.move(new Ref(RefKind.UPDATE, from.value()), new Ref(RefKind.UPDATE, to.value()));
    }

    private <R extends UpdatableRecord<R>, T> void rehang(
            Table<R> table, TableField<R, UpdateId> owner, TableField<R, T> field, UpdateId from, UpdateId to) {
        Set<T> there =
                new HashSet<>(db.select(field).from(table).where(owner.eq(to)).fetch(field));
        for (R row : db.fetch(table, owner.eq(from))) {
            if (there.contains(row.get(field))) {
                row.delete();
            } else {
                row.set(owner, to);
                row.update();
            }
        }
    }

    /** Returns the text that the minutes show. */
    static String recorded(ProviderUpdateRecord row) {
        return row.getRecordedText() != null
                ? row.getRecordedText()
                : row.getSubmittedText() != null ? row.getSubmittedText() : "";
    }

    private static String joined(String first, String second) {
        return first.isBlank() ? second : first + "\n\n" + second;
    }

    private ProviderUpdateRecord find(MeetingId meeting, UpdateId id) {
        return db.fetchOne(PROVIDER_UPDATE, PROVIDER_UPDATE.ID.eq(id).and(PROVIDER_UPDATE.MEETING_ID.eq(meeting)));
    }
}
