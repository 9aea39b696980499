package cz.koplan.meetings;

import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.AGENDA_ITEM_FILE;
import static cz.koplan.db.Tables.FILE;
import static org.jooq.Records.mapping;

import cz.koplan.db.tables.records.AgendaItemFileRecord;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.Versions;
import cz.koplan.shared.files.FileId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class ItemFileRepository {

    /** @param coordinatorOnly that of the item */
    record Stored(FileId file, boolean coordinatorOnly) {}

    private final DSLContext db;

    ItemFileRepository(DSLContext db) {
        this.db = db;
    }

    List<ItemFile> of(MeetingId meeting) {
        return db.select(AGENDA_ITEM_FILE.ID, AGENDA_ITEM_FILE.AGENDA_ITEM_ID, FILE.NAME, FILE.SIZE)
                .from(AGENDA_ITEM_FILE)
                .join(FILE)
                .on(FILE.ID.eq(AGENDA_ITEM_FILE.FILE_ID))
                .where(AGENDA_ITEM_FILE.MEETING_ID.eq(meeting))
                .orderBy(AGENDA_ITEM_FILE.ID)
                .fetch(mapping(ItemFile::new));
    }

    Optional<Stored> find(MeetingId meeting, ItemFileId id) {
        return db.select(AGENDA_ITEM_FILE.FILE_ID, AGENDA_ITEM.COORDINATOR_ONLY)
                .from(AGENDA_ITEM_FILE)
                .join(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(AGENDA_ITEM_FILE.AGENDA_ITEM_ID))
                .where(AGENDA_ITEM_FILE.ID.eq(id))
                .and(AGENDA_ITEM_FILE.MEETING_ID.eq(meeting))
                .fetchOptional(mapping(Stored::new));
    }

    ItemFileId insert(MeetingId meeting, AgendaItemId item, FileId file) {
        AgendaItemFileRecord row = db.newRecord(AGENDA_ITEM_FILE);
        row.setMeetingId(meeting);
        row.setAgendaItemId(item);
        row.setFileId(file);
        row.insert();
        return row.getId();
    }

    void delete(MeetingId meeting, ItemFileId id) {
        AgendaItemFileRecord row = db.fetchOptional(
                        AGENDA_ITEM_FILE, AGENDA_ITEM_FILE.ID.eq(id).and(AGENDA_ITEM_FILE.MEETING_ID.eq(meeting)))
                .orElseThrow(() -> new NotFoundException(id));
        Versions.delete(row);
    }

    void deleteAll(AgendaItemId item) {
        db.fetch(AGENDA_ITEM_FILE, AGENDA_ITEM_FILE.AGENDA_ITEM_ID.eq(item)).forEach(Versions::delete);
    }

    void move(AgendaItemId item, MeetingId to, AgendaItemId newItem) {
        db.fetch(AGENDA_ITEM_FILE, AGENDA_ITEM_FILE.AGENDA_ITEM_ID.eq(item)).forEach(row -> {
            row.setMeetingId(to);
            row.setAgendaItemId(newItem);
            Versions.update(row);
        });
    }
}
