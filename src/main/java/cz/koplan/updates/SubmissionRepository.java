package cz.koplan.updates;

import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.MINUTES;
import static cz.koplan.db.Tables.ORP;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static cz.koplan.db.Tables.SERVICE;
import static cz.koplan.db.Tables.UPDATE_FILE;
import static cz.koplan.db.Tables.UPDATE_ORP;
import static cz.koplan.db.Tables.UPDATE_SERVICE;
import static cz.koplan.db.Tables.UPDATE_SIGNAL;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.ProviderUpdateRecord;
import cz.koplan.db.tables.records.UpdateFileRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.MinutesState;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.services.OrpId;
import cz.koplan.services.ServiceId;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.changes.TypedTexts;
import cz.koplan.shared.changes.Versions;
import cz.koplan.shared.files.FileId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Reports as their members write them. A report is found at a meeting, else as the one that waits for the next round table;
 * whoever adds a line to a meeting holds the meeting's row, whoever adds a waiting report holds the member's.
 */
@Repository
class SubmissionRepository {

    /** Who writes, and when (UTC). */
    record Hand(String name, LocalDateTime at) {}

    private final DSLContext db;
    private final UpdateRepository updates;

    SubmissionRepository(DSLContext db, UpdateRepository updates) {
        this.db = db;
        this.updates = updates;
    }

    Optional<Reporter> reporter(MeetingId meeting, MemberId member) {
        return db.select(
                        GROUP_MEMBER.GROUP_ID,
                        GROUP_MEMBER.ORGANISATION_ID,
                        GROUP_MEMBER.PERSON_ID,
                        UpdateRepository.personName())
                .from(MEETING)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.GROUP_ID.eq(MEETING.GROUP_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(GROUP_MEMBER.PERSON_ID))
                .where(MEETING.ID.eq(meeting))
                .and(GROUP_MEMBER.ID.eq(member))
                .and(validOn(MEETING.HELD_ON))
                .fetchOptional(mapping((group, organisation, person, label) ->
                        new Reporter(member, group, meeting, organisation, person, label)));
    }

    Optional<Reporter> reporter(GroupId group, MemberId member, LocalDate day) {
        return db.select(GROUP_MEMBER.ORGANISATION_ID, GROUP_MEMBER.PERSON_ID, UpdateRepository.personName())
                .from(GROUP_MEMBER)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(GROUP_MEMBER.PERSON_ID))
                .where(GROUP_MEMBER.GROUP_ID.eq(group))
                .and(GROUP_MEMBER.ID.eq(member))
                .and(validOn(val(day)))
                .fetchOptional(mapping((organisation, person, label) ->
                        new Reporter(member, group, null, organisation, person, label)));
    }

    private static Condition validOn(Field<LocalDate> day) {
        return GROUP_MEMBER
                .VALID_FROM
                .le(day)
                .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(day)));
    }

    boolean speaks(GroupId group, MemberId member, PersonId person, LocalDate day) {
        return db.fetchExists(db.selectOne()
                .from(GROUP_MEMBER)
                .leftJoin(DELEGATE)
                .on(DELEGATE.MEMBER_ID
                        .eq(GROUP_MEMBER.ID)
                        .and(DELEGATE.PERSON_ID.eq(person))
                        .and(DELEGATE.VALID_FROM.le(day))
                        .and(DELEGATE.VALID_TO.isNull().or(DELEGATE.VALID_TO.ge(day))))
                .where(GROUP_MEMBER.GROUP_ID.eq(group))
                .and(GROUP_MEMBER.ID.eq(member))
                .and(validOn(val(day)))
                .and(GROUP_MEMBER.PERSON_ID.eq(person).or(DELEGATE.ID.isNotNull())));
    }

    /** Returns the report at the meeting, else the one that waits. */
    private Optional<ProviderUpdateRecord> find(Reporter who) {
        return at(who).or(() -> db.selectFrom(PROVIDER_UPDATE)
                .where(UpdateRepository.waiting(who))
                .orderBy(PROVIDER_UPDATE.ID.desc())
                .limit(1)
                .fetchOptional());
    }

    private Optional<ProviderUpdateRecord> at(Reporter who) {
        return who.meeting() == null
                ? Optional.empty()
                : db.selectFrom(PROVIDER_UPDATE)
                        .where(PROVIDER_UPDATE.MEETING_ID.eq(who.meeting()))
                        .and(UpdateRepository.by(who))
                        .fetchOptional();
    }

    /**
     * Returns the member's line of the meeting, locked; makes one where there is none, of the report that waits, if any.
     * A meeting without a round table leaves the report waiting. What is new is written by {@link #store}.
     */
    private ProviderUpdateRecord lock(Reporter who) {
        Optional<ProviderUpdateRecord> known = at(who).flatMap(row -> lock(row.getId()));
        if (known.isPresent()) {
            return known.get();
        }
        MeetingId meeting = who.meeting();
        Optional<AgendaItemId> roundTable = meeting == null ? Optional.empty() : updates.roundTable(meeting);
        if (meeting == null || roundTable.isEmpty()) {
            return lockWaiting(who);
        }
        db.select(MEETING.ID)
                .from(MEETING)
                .where(MEETING.ID.eq(meeting))
                .forUpdate()
                .fetch();
        Optional<ProviderUpdateRecord> faster = db.selectFrom(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.MEETING_ID.eq(meeting))
                .and(UpdateRepository.by(who))
                .forUpdate()
                .fetchOptional();
        if (faster.isPresent()) {
            return faster.get();
        }
        ProviderUpdateRecord row = lockWaiting(who);
        updates.place(row, meeting, roundTable.get());
        return row;
    }

    /** Returns the waiting report or a new one. */
    private ProviderUpdateRecord lockWaiting(Reporter who) {
        db.select(GROUP_MEMBER.ID)
                .from(GROUP_MEMBER)
                .where(GROUP_MEMBER.ID.eq(who.member()))
                .forUpdate()
                .fetch();
        return updates.lockWaiting(who).orElseGet(() -> updates.newLine(who));
    }

    private Optional<ProviderUpdateRecord> lock(UpdateId id) {
        return db.selectFrom(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.ID.eq(id))
                .forUpdate()
                .fetchOptional();
    }

    private static void store(ProviderUpdateRecord row) {
        if (row.getId() == null) {
            row.insert();
        } else {
            Versions.update(row);
        }
    }

    StoredText saveDraft(Reporter who, TextEdit edit, Hand hand) {
        if (edit.text().isBlank() && edit.base().isBlank() && find(who).isEmpty()) {
            return new StoredText(0, edit.text());
        }
        ProviderUpdateRecord row = lock(who);
        String base = textOf(row);
        String merged = TypedTexts.merge(version(row), base, edit);
        if (!merged.equals(base)) {
            boolean asSubmitted = merged.equals(Objects.requireNonNullElse(row.getSubmittedText(), ""));
            row.setDraftText(asSubmitted ? null : merged);
            row.setDraftByName(asSubmitted ? null : hand.name());
            row.setDraftAt(asSubmitted ? null : hand.at());
            store(row);
        }
        return new StoredText(version(row), merged);
    }

    private static int version(ProviderUpdateRecord row) {
        return row.getVersion() == null ? 0 : row.getVersion();
    }

    /** Returns what the member goes on with. */
    private static String textOf(ProviderUpdateRecord row) {
        return row.getDraftText() != null ? row.getDraftText() : Objects.requireNonNullElse(row.getSubmittedText(), "");
    }

    /** Hands in; what is handed in already changes nothing. */
    void submit(Reporter who, SubmissionData data, Hand hand) {
        ProviderUpdateRecord row = lock(who);
        TextEdit edit = data.text();
        String text = Input.text(
                TypedTexts.merge(
                        version(row),
                        textOf(row).strip(),
                        new TextEdit(edit.base().strip(), edit.text().strip())),
                TextEdit.MAX);
        if (text.isEmpty()
                && data.signals().isEmpty()
                && data.freePlaces() == null
                && (row.getId() == null || countFiles(row.getId()) == 0)) {
            throw new InvalidInputException("updates.submission.empty");
        }
        if (isSame(row, text, data)) {
            return;
        }
        handIn(row, text, hand);
        row.setDraftText(null);
        row.setDraftByName(null);
        row.setDraftAt(null);
        row.setFreePlaces(data.freePlaces());
        store(row);
        set(UPDATE_SIGNAL, UPDATE_SIGNAL.UPDATE_ID, UPDATE_SIGNAL.SIGNAL, row.getId(), data.signals());
        set(UPDATE_SERVICE, UPDATE_SERVICE.UPDATE_ID, UPDATE_SERVICE.SERVICE_ID, row.getId(), data.services());
        set(UPDATE_ORP, UPDATE_ORP.UPDATE_ID, UPDATE_ORP.ORP_ID, row.getId(), data.orps());
    }

    private boolean isSame(ProviderUpdateRecord row, String text, SubmissionData data) {
        return row.getId() != null
                && row.getSubmittedAt() != null
                && row.getDraftText() == null
                && text.equals(row.getSubmittedText())
                && Objects.equals(data.freePlaces(), row.getFreePlaces())
                && data.signals().equals(signals(row.getId()))
                && Set.copyOf(data.services()).equals(Set.copyOf(services(row.getId())))
                && Set.copyOf(data.orps()).equals(Set.copyOf(orps(row.getId())));
    }

    /** A draft stays, whoever wrote it. */
    void noNews(Reporter who, Hand hand) {
        ProviderUpdateRecord row = lock(who);
        if (row.getSubmittedAt() != null && row.getSubmittedText() == null) {
            return;
        }
        handIn(row, null, hand);
        row.setFreePlaces(null);
        store(row);
        set(UPDATE_SIGNAL, UPDATE_SIGNAL.UPDATE_ID, UPDATE_SIGNAL.SIGNAL, row.getId(), Set.of());
        set(UPDATE_SERVICE, UPDATE_SERVICE.UPDATE_ID, UPDATE_SERVICE.SERVICE_ID, row.getId(), Set.of());
        set(UPDATE_ORP, UPDATE_ORP.UPDATE_ID, UPDATE_ORP.ORP_ID, row.getId(), Set.of());
    }

    /**
     * What the coordinator typed stays in the minutes, and so does everything once the minutes are finished: then both
     * texts are there, and the coordinator may take the new one over.
     */
    private void handIn(ProviderUpdateRecord row, @Nullable String text, Hand hand) {
        String recorded = row.getRecordedText();
        String before = Objects.requireNonNullElse(row.getSubmittedText(), "");
        if (row.getMeetingId() != null && isFinished(row.getMeetingId())) {
            if (recorded == null) {
                row.setRecordedText(before);
            }
            row.setResubmitted(text != null);
        } else if (recorded == null || recorded.isBlank() || recorded.equals(before)) {
            row.setRecordedText(null);
            row.setResubmitted(false);
            row.setOutcome(text == null ? UpdateOutcome.NO_NEWS : null);
        } else {
            row.setResubmitted(text != null && !text.equals(recorded));
        }
        row.setSubmittedText(text);
        row.setSubmittedByName(hand.name());
        row.setSubmittedAt(hand.at());
        row.setConfirmedAt(null);
    }

    private boolean isFinished(MeetingId meeting) {
        return db.fetchExists(MINUTES, MINUTES.MEETING_ID.eq(meeting).and(MINUTES.STATE.ne(MinutesState.DRAFT)));
    }

    /** Makes the rows of the update be exactly the wanted ones. */
    private <R extends UpdatableRecord<R>, T> void set(
            Table<R> table,
            TableField<R, UpdateId> owner,
            TableField<R, T> field,
            UpdateId update,
            Collection<? extends T> wanted) {
        Set<T> missing = new LinkedHashSet<>(wanted);
        for (R row : db.fetch(table, owner.eq(update))) {
            if (!missing.remove(row.get(field))) {
                row.delete();
            }
        }
        for (T value : missing) {
            R row = db.newRecord(table);
            row.set(owner, update);
            row.set(field, value);
            row.insert();
        }
    }

    boolean ownsAll(@Nullable OrganisationId organisation, List<ServiceId> services) {
        return services.isEmpty()
                || (organisation != null
                        && db.fetchCount(SERVICE, SERVICE.ID.in(services).and(SERVICE.ORGANISATION_ID.eq(organisation)))
                                == services.size());
    }

    boolean existAll(List<OrpId> orps) {
        return orps.isEmpty() || db.fetchCount(ORP, ORP.ID.in(orps)) == orps.size();
    }

    private int countFiles(UpdateId update) {
        return db.fetchCount(UPDATE_FILE, UPDATE_FILE.UPDATE_ID.eq(update));
    }

    /** @param most how many files a report may have */
    ReportFileId addFile(Reporter who, Supplier<FileId> file, int most, Hand hand) {
        ProviderUpdateRecord row = lock(who);
        if (row.getId() != null && countFiles(row.getId()) >= most) {
            throw new InvalidInputException("updates.files.tooMany", most);
        }
        row.setRelatedChangedAt(hand.at());
        store(row);
        UpdateFileRecord added = db.newRecord(UPDATE_FILE);
        added.setUpdateId(row.getId());
        added.setFileId(file.get());
        added.setAddedByName(hand.name());
        added.insert();
        return new ReportFileId(added.getId());
    }

    /** A file that is gone already is gone. */
    void removeFile(Reporter who, ReportFileId id, Hand hand) {
        find(who)
                .flatMap(row -> lock(row.getId()))
                .ifPresent(row -> db.fetchOptional(
                                UPDATE_FILE, UPDATE_FILE.ID.eq(id.value()).and(UPDATE_FILE.UPDATE_ID.eq(row.getId())))
                        .ifPresent(file -> {
                            file.delete();
                            row.setRelatedChangedAt(hand.at());
                            Versions.update(row);
                        }));
    }

    Optional<FileId> file(Reporter who, ReportFileId id) {
        return find(who)
                .flatMap(row -> db.select(UPDATE_FILE.FILE_ID)
                        .from(UPDATE_FILE)
                        .where(UPDATE_FILE.ID.eq(id.value()))
                        .and(UPDATE_FILE.UPDATE_ID.eq(row.getId()))
                        .fetchOptional(UPDATE_FILE.FILE_ID));
    }

    Submission read(Reporter who) {
        Optional<ProviderUpdateRecord> found = find(who);
        Submission.Earlier earlier = earlier(who, found.map(ProviderUpdateRecord::getId));
        MeetingId meeting = who.meeting();
        boolean waits = meeting == null
                || (found.map(ProviderUpdateRecord::getMeetingId).isEmpty()
                        && updates.roundTable(meeting).isEmpty());
        if (found.isEmpty()) {
            return Submission.nothing(waits, earlier);
        }
        ProviderUpdateRecord row = found.get();
        return new Submission(
                row.getId(),
                row.getVersion(),
                row.getDraftText(),
                row.getDraftByName(),
                row.getDraftAt(),
                row.getSubmittedText(),
                row.getSubmittedByName(),
                row.getSubmittedAt(),
                signals(row.getId()),
                row.getFreePlaces(),
                services(row.getId()),
                orps(row.getId()),
                updates.files(List.of(row.getId())).getOrDefault(row.getId(), List.of()),
                state(row),
                waits,
                earlier);
    }

    private UpdateState state(ProviderUpdateRecord row) {
        boolean said = row.getSubmittedAt() != null
                || row.getOutcome() != null
                || !UpdateRepository.recorded(row).isBlank();
        if (said && row.getMeetingId() != null && isOver(row.getMeetingId(), row.getAgendaItemId())) {
            return UpdateState.DISCUSSED;
        }
        return row.getSubmittedAt() != null
                ? UpdateState.SUBMITTED
                : row.getDraftText() != null ? UpdateState.DRAFT : UpdateState.NOTHING;
    }

    private boolean isOver(MeetingId meeting, AgendaItemId item) {
        return db.fetchExists(db.selectOne()
                .from(MEETING)
                .join(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(item))
                .where(MEETING.ID.eq(meeting))
                .and(MEETING.STATE.eq(MeetingState.HELD).or(AGENDA_ITEM.DISCUSSED.isTrue())));
    }

    private Submission.@Nullable Earlier earlier(Reporter who, Optional<UpdateId> except) {
        Field<LocalDate> day = coalesce(MEETING.HELD_ON, cast(PROVIDER_UPDATE.SUBMITTED_AT, LocalDate.class));
        Field<String> text = coalesce(PROVIDER_UPDATE.SUBMITTED_TEXT, PROVIDER_UPDATE.RECORDED_TEXT, val(""));
        Condition before = who.meeting() == null
                ? PROVIDER_UPDATE.ID.isNotNull()
                : day.lt(db.select(MEETING.HELD_ON)
                        .from(MEETING)
                        .where(MEETING.ID.eq(who.meeting()))
                        .asField());
        return db.select(day, text)
                .from(PROVIDER_UPDATE)
                .leftJoin(MEETING)
                .on(MEETING.ID.eq(PROVIDER_UPDATE.MEETING_ID))
                .leftJoin(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(PROVIDER_UPDATE.AGENDA_ITEM_ID))
                .where(PROVIDER_UPDATE.GROUP_ID.eq(who.group()))
                .and(UpdateRepository.by(who))
                .and(except.map(PROVIDER_UPDATE.ID::ne).orElse(PROVIDER_UPDATE.ID.isNotNull()))
                .and(PROVIDER_UPDATE
                        .SUBMITTED_TEXT
                        .isNotNull()
                        .or(coalesce(AGENDA_ITEM.COORDINATOR_ONLY, val(false)).isFalse()))
                .and(trim(text).ne(""))
                .and(before)
                .orderBy(day.desc(), PROVIDER_UPDATE.ID.desc())
                .limit(1)
                .fetchOptional(mapping(Submission.Earlier::new))
                .orElse(null);
    }

    private Set<Signal> signals(UpdateId update) {
        return updates.signals(List.of(update)).getOrDefault(update, Set.of());
    }

    private List<ServiceId> services(UpdateId update) {
        return db.select(UPDATE_SERVICE.SERVICE_ID)
                .from(UPDATE_SERVICE)
                .where(UPDATE_SERVICE.UPDATE_ID.eq(update))
                .orderBy(UPDATE_SERVICE.ID)
                .fetch(UPDATE_SERVICE.SERVICE_ID);
    }

    private List<OrpId> orps(UpdateId update) {
        return db.select(UPDATE_ORP.ORP_ID)
                .from(UPDATE_ORP)
                .where(UPDATE_ORP.UPDATE_ID.eq(update))
                .orderBy(UPDATE_ORP.ID)
                .fetch(UPDATE_ORP.ORP_ID);
    }
}
