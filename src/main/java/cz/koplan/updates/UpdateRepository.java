package cz.koplan.updates;

import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.ProviderUpdateRecord;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.Versions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
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
