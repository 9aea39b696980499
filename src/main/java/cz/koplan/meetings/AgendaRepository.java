package cz.koplan.meetings;

import static cz.koplan.db.Tables.ACTION_ITEM;
import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.MINUTES_ENTRY;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static cz.koplan.db.Tables.RESOLUTION;
import static org.jooq.impl.DSL.selectOne;

import cz.koplan.db.tables.records.AgendaItemRecord;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.Versions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Agendas of meetings. Positions are 1, 2, 3 …; whoever changes an agenda holds all of its rows meanwhile. */
@Repository
class AgendaRepository {

    /** @param carriedFrom the item of an earlier meeting that it continues */
    record NewItem(AgendaItemData data, @Nullable AgendaItemId carriedFrom) {}

    private final DSLContext db;

    AgendaRepository(DSLContext db) {
        this.db = db;
    }

    List<AgendaItem> agenda(MeetingId meeting) {
        return db.selectFrom(AGENDA_ITEM)
                .where(AGENDA_ITEM.MEETING_ID.eq(meeting))
                .orderBy(AGENDA_ITEM.POSITION, AGENDA_ITEM.ID)
                .fetch(row -> new AgendaItem(
                        row.getId(),
                        row.getVersion(),
                        new AgendaItemData(
                                row.getNumber(),
                                row.getTitle(),
                                row.getKind(),
                                row.getDurationMinutes(),
                                row.getPresenter(),
                                row.getStanding(),
                                row.getCoordinatorOnly(),
                                row.getSkipped()),
                        row.getDiscussed(),
                        row.getSecondsUsed(),
                        row.getRunningSince() == null
                                ? null
                                : row.getRunningSince().toInstant(ZoneOffset.UTC),
                        row.getCarriedFrom()));
    }

    List<AgendaItemId> append(MeetingId meeting, List<NewItem> items) {
        List<AgendaItemRecord> agenda = locked(meeting);
        return insert(meeting, agenda, agenda.size(), items);
    }

    AgendaItemId append(MeetingId meeting, NewItem item) {
        return append(meeting, List.of(item)).getFirst();
    }

    /** Puts the items before the standing free topics ("různé") with which a meeting closes. */
    List<AgendaItemId> insertBeforeClosingTopics(MeetingId meeting, List<NewItem> items) {
        List<AgendaItemRecord> agenda = locked(meeting);
        int index = agenda.size();
        while (index > 0
                && agenda.get(index - 1).getStanding()
                && agenda.get(index - 1).getKind() == AgendaItemKind.TOPIC) {
            index--;
        }
        return insert(meeting, agenda, index, items);
    }

    private List<AgendaItemId> insert(
            MeetingId meeting, List<AgendaItemRecord> agenda, int index, List<NewItem> items) {
        List<AgendaItemRecord> inserted = items.stream()
                .map(item -> {
                    AgendaItemRecord row = db.newRecord(AGENDA_ITEM);
                    row.setMeetingId(meeting);
                    row.setNumber(item.data().number());
                    row.setCarriedFrom(item.carriedFrom());
                    write(row, item.data());
                    return row;
                })
                .toList();
        agenda.addAll(index, inserted);
        arrange(meeting, agenda);
        return inserted.stream().map(AgendaItemRecord::getId).toList();
    }

    void update(MeetingId meeting, AgendaItemId id, int version, AgendaItemData data) {
        List<AgendaItemRecord> agenda = locked(meeting);
        AgendaItemRecord row = Versions.seen(in(agenda, id).orElse(null), version);
        if (!numbersItself(meeting)) {
            row.setNumber(data.number());
        }
        write(row, data);
        arrange(meeting, agenda);
    }

    /** @param position where it will stand, from 1; beyond the end means last */
    void move(MeetingId meeting, AgendaItemId id, int position) {
        List<AgendaItemRecord> agenda = locked(meeting);
        AgendaItemRecord row = in(agenda, id).orElseThrow(() -> new NotFoundException(id));
        agenda.remove(row);
        agenda.add(Math.clamp(position - 1L, 0, agenda.size()), row);
        arrange(meeting, agenda);
    }

    void delete(MeetingId meeting, AgendaItemId id, int version) {
        List<AgendaItemRecord> agenda = locked(meeting);
        AgendaItemRecord row = Versions.seen(in(agenda, id).orElse(null), version);
        Versions.delete(row);
        agenda.remove(row);
        arrange(meeting, agenda);
    }

    private List<AgendaItemRecord> locked(MeetingId meeting) {
        return new ArrayList<>(db.selectFrom(AGENDA_ITEM)
                .where(AGENDA_ITEM.MEETING_ID.eq(meeting))
                .orderBy(AGENDA_ITEM.POSITION, AGENDA_ITEM.ID)
                .forUpdate()
                .fetch());
    }

    private static Optional<AgendaItemRecord> in(List<AgendaItemRecord> agenda, AgendaItemId id) {
        return agenda.stream().filter(row -> row.getId().equals(id)).findFirst();
    }

    private static void write(AgendaItemRecord row, AgendaItemData data) {
        row.setTitle(data.title());
        row.setKind(data.kind());
        row.setDurationMinutes(data.minutes());
        row.setPresenter(data.presenter());
        row.setStanding(data.standing());
        row.setCoordinatorOnly(data.coordinatorOnly());
        row.setSkipped(data.skipped());
    }

    /** Stores the agenda in this order, with numbers for what has a place in the minutes. */
    private void arrange(MeetingId meeting, List<AgendaItemRecord> agenda) {
        boolean numbers = numbersItself(meeting);
        int position = 0;
        int number = 0;
        for (AgendaItemRecord row : agenda) {
            row.setPosition(++position);
            if (numbers) {
                row.setNumber(row.getCoordinatorOnly() || row.getSkipped() ? null : ++number);
            }
            if (row.getId() == null) {
                row.insert();
            } else {
                Versions.update(row);
            }
        }
    }

    /** Old minutes keep the numbers they were read with. */
    private boolean numbersItself(MeetingId meeting) {
        return db.fetchExists(MEETING, MEETING.ID.eq(meeting).and(MEETING.ORIGIN.eq(MeetingOrigin.DESK)));
    }

    Optional<AgendaItem> find(MeetingId meeting, AgendaItemId id) {
        return agenda(meeting).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** Tells whether anything was recorded under the item, or given as a task or resolution. */
    boolean holdsTexts(AgendaItemId item) {
        return db.fetchExists(selectOne()
                .from(MINUTES_ENTRY)
                .where(MINUTES_ENTRY.AGENDA_ITEM_ID.eq(item))
                .unionAll(selectOne().from(PROVIDER_UPDATE).where(PROVIDER_UPDATE.AGENDA_ITEM_ID.eq(item)))
                .unionAll(selectOne().from(ACTION_ITEM).where(ACTION_ITEM.AGENDA_ITEM_ID.eq(item)))
                .unionAll(selectOne().from(RESOLUTION).where(RESOLUTION.AGENDA_ITEM_ID.eq(item))));
    }

    /** Returns the items of the meeting under which a task was given that nobody finished. */
    Set<AgendaItemId> withOpenTask(MeetingId meeting) {
        return db.selectDistinct(ACTION_ITEM.AGENDA_ITEM_ID)
                .from(ACTION_ITEM)
                .where(ACTION_ITEM.MEETING_ID.eq(meeting))
                .and(ACTION_ITEM.AGENDA_ITEM_ID.isNotNull())
                .and(ACTION_ITEM.STATE.coerce(String.class).eq("OPEN"))
                .fetchSet(ACTION_ITEM.AGENDA_ITEM_ID);
    }

    /** Returns, for items that continue one of an earlier meeting, the day of that meeting. */
    Map<AgendaItemId, LocalDate> continuedFrom(MeetingId meeting) {
        var earlier = AGENDA_ITEM.as("earlier");
        return db.select(AGENDA_ITEM.ID, MEETING.HELD_ON)
                .from(AGENDA_ITEM)
                .join(earlier)
                .on(earlier.ID.eq(AGENDA_ITEM.CARRIED_FROM))
                .join(MEETING)
                .on(MEETING.ID.eq(earlier.MEETING_ID))
                .where(AGENDA_ITEM.MEETING_ID.eq(meeting))
                .fetchMap(AGENDA_ITEM.ID, MEETING.HELD_ON);
    }
}
