package cz.koplan.updates;

import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.ProviderUpdateRecord;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.changes.TypedTexts;
import cz.koplan.shared.changes.Versions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class UpdateRepository {

    private final DSLContext db;

    UpdateRepository(DSLContext db) {
        this.db = db;
    }

    /** @param coordinatorOnly whether lines under items for the coordinators' eyes are wanted too */
    List<ProviderUpdate> of(MeetingId meeting, boolean coordinatorOnly) {
        return db.select(PROVIDER_UPDATE.asterisk(), ORGANISATION.NAME)
                .from(PROVIDER_UPDATE)
                .join(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(PROVIDER_UPDATE.AGENDA_ITEM_ID))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(PROVIDER_UPDATE.ORGANISATION_ID))
                .where(PROVIDER_UPDATE.MEETING_ID.eq(meeting))
                .and(coordinatorOnly ? noCondition() : AGENDA_ITEM.COORDINATOR_ONLY.isFalse())
                .orderBy(PROVIDER_UPDATE.POSITION, PROVIDER_UPDATE.ID)
                .fetch(row -> {
                    ProviderUpdateRecord update = row.into(PROVIDER_UPDATE);
                    String recorded = update.getRecordedText();
                    String submitted = update.getSubmittedText();
                    String text = recorded != null ? recorded : submitted != null ? submitted : "";
                    String label = update.getSourceLabel();
                    return new ProviderUpdate(
                            update.getId(),
                            update.getVersion(),
                            update.getAgendaItemId(),
                            new UpdateData(update.getOrganisationId(), label, text),
                            label != null ? label : row.get(ORGANISATION.NAME),
                            submitted,
                            update.getOutcome(),
                            update.getInternal());
                });
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
        ProviderUpdateRecord row = db.newRecord(PROVIDER_UPDATE);
        row.setPublicId(UUID.randomUUID());
        row.setGroupId(db.select(MEETING.GROUP_ID)
                .from(MEETING)
                .where(MEETING.ID.eq(meeting))
                .fetchSingle(MEETING.GROUP_ID));
        row.setMeetingId(meeting);
        row.setAgendaItemId(item);
        row.setPosition(
                db.select(coalesce(max(PROVIDER_UPDATE.POSITION), val(0)).plus(1))
                        .from(PROVIDER_UPDATE)
                        .where(PROVIDER_UPDATE.MEETING_ID.eq(meeting))
                        .fetchSingle()
                        .value1());
        write(row, data);
        row.insert();
        return row.getId();
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
     * Gives every member of the group on the meeting's day a line at its round table, in the order in which they joined.
     * Meetings that are over stay as they are.
     */
    void addMissingLines(MeetingId meeting) {
        if (missingMembers(meeting).isEmpty()) {
            return;
        }
        // Two who open the meeting at once must not both add.
        db.select(MEETING.ID)
                .from(MEETING)
                .where(MEETING.ID.eq(meeting))
                .forUpdate()
                .fetch();
        for (Missing member : missingMembers(meeting)) {
            insert(meeting, member.item(), new UpdateData(member.organisation(), member.person(), ""));
        }
    }

    private record Missing(
            AgendaItemId item,
            @Nullable OrganisationId organisation,
            @Nullable String person) {}

    private List<Missing> missingMembers(MeetingId meeting) {
        var person = concat(coalesce(concat(PERSON.GIVEN_NAME, val(" ")), val("")), PERSON.FAMILY_NAME);
        return db.select(min(AGENDA_ITEM.ID), GROUP_MEMBER.ORGANISATION_ID, person)
                .from(MEETING)
                .join(AGENDA_ITEM)
                .on(AGENDA_ITEM.MEETING_ID.eq(MEETING.ID).and(AGENDA_ITEM.KIND.eq(AgendaItemKind.ROUND_TABLE)))
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
                                .or(GROUP_MEMBER
                                        .ORGANISATION_ID
                                        .isNull()
                                        .and(PROVIDER_UPDATE.SOURCE_LABEL.eq(person)))))
                .where(MEETING.ID.eq(meeting))
                .and(MEETING.STATE.in(MeetingState.PLANNED, MeetingState.INVITED, MeetingState.IN_PROGRESS))
                .and(PROVIDER_UPDATE.ID.isNull())
                .groupBy(GROUP_MEMBER.ID, GROUP_MEMBER.ORGANISATION_ID, PERSON.GIVEN_NAME, PERSON.FAMILY_NAME)
                .orderBy(GROUP_MEMBER.ID)
                .fetch(mapping(Missing::new));
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

    void delete(MeetingId meeting, UpdateId id, int version) {
        Versions.delete(Versions.seen(find(meeting, id), version));
    }

    /** An organisation that has a line in the other meeting keeps one: its texts are joined there. */
    void move(AgendaItemId item, MeetingId to, AgendaItemId newItem) {
        Map<OrganisationId, ProviderUpdateRecord> there = db.selectFrom(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.MEETING_ID.eq(to))
                .and(PROVIDER_UPDATE.ORGANISATION_ID.isNotNull())
                .fetchMap(PROVIDER_UPDATE.ORGANISATION_ID);
        int position = db.select(coalesce(max(PROVIDER_UPDATE.POSITION), val(0)))
                .from(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.MEETING_ID.eq(to))
                .fetchSingle()
                .value1();
        for (ProviderUpdateRecord row : db.selectFrom(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.AGENDA_ITEM_ID.eq(item))
                .orderBy(PROVIDER_UPDATE.POSITION, PROVIDER_UPDATE.ID)
                .fetch()) {
            ProviderUpdateRecord same = row.getOrganisationId() == null ? null : there.get(row.getOrganisationId());
            if (same != null) {
                join(same, row);
                Versions.delete(row);
                Versions.update(same);
            } else {
                row.setMeetingId(to);
                row.setAgendaItemId(newItem);
                row.setPosition(++position);
                Versions.update(row);
            }
        }
    }

    private static void join(ProviderUpdateRecord same, ProviderUpdateRecord moved) {
        String recorded = recorded(moved);
        if (!recorded.isBlank()) {
            same.setRecordedText(joined(recorded(same), recorded));
            same.setOutcome(null);
        } else if (same.getOutcome() == null && recorded(same).isBlank()) {
            same.setOutcome(moved.getOutcome());
        }
        if (moved.getSubmittedText() != null) {
            String submitted = same.getSubmittedText();
            same.setSubmittedText(joined(submitted == null ? "" : submitted, moved.getSubmittedText()));
        }
        same.setInternal(same.getInternal() || moved.getInternal());
    }

    private static String recorded(ProviderUpdateRecord row) {
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
