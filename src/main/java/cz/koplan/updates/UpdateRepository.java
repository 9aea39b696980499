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

    List<ProviderUpdate> of(MeetingId meeting) {
        return db.select(PROVIDER_UPDATE.asterisk(), ORGANISATION.NAME)
                .from(PROVIDER_UPDATE)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(PROVIDER_UPDATE.ORGANISATION_ID))
                .where(PROVIDER_UPDATE.MEETING_ID.eq(meeting))
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

    private ProviderUpdateRecord find(MeetingId meeting, UpdateId id) {
        return db.fetchOne(PROVIDER_UPDATE, PROVIDER_UPDATE.ID.eq(id).and(PROVIDER_UPDATE.MEETING_ID.eq(meeting)));
    }
}
