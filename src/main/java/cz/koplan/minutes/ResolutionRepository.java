package cz.koplan.minutes;

import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.GROUP_COORDINATOR;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.RESOLUTION;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static cz.koplan.db.Tables.YEARLY_NUMBER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.year;

import cz.koplan.db.tables.records.ResolutionRecord;
import cz.koplan.db.tables.records.YearlyNumberRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.Versions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ResolutionRepository {

    private static final String NUMBERED = "RESOLUTION";
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})\\s*/\\s*\\d{4}");

    private static final List<SortField<?>> ORDER =
            List.of(MEETING.HELD_ON.desc(), MEETING.ID.desc(), RESOLUTION.POSITION.desc(), RESOLUTION.ID.desc());

    private final DSLContext db;

    ResolutionRepository(DSLContext db) {
        this.db = db;
    }

    boolean isOnAgenda(MeetingId meeting, AgendaItemId item) {
        return db.fetchExists(AGENDA_ITEM, AGENDA_ITEM.ID.eq(item).and(AGENDA_ITEM.MEETING_ID.eq(meeting)));
    }

    /**
     * Takes the next number, above all that were given and all that old minutes brought along. Whoever asks for the same
     * group and year waits until this transaction ends.
     */
    int nextNumber(GroupId group, int year) {
        YearlyNumberRecord row = locked(group, year);
        row.setLast(Math.max(row.getLast(), highestRecorded(group, year)) + 1);
        if (row.getId() == null) {
            row.insert();
        } else {
            row.update();
        }
        return row.getLast();
    }

    private YearlyNumberRecord locked(GroupId group, int year) {
        Condition wanted = YEARLY_NUMBER
                .GROUP_ID
                .eq(group)
                .and(YEARLY_NUMBER.KIND.eq(NUMBERED))
                .and(YEARLY_NUMBER.YEAR.eq(year));
        if (!db.fetchExists(YEARLY_NUMBER, wanted)) {
            // There is no row to lock yet, and two that lock the gap where it will be lock each other out.
            db.select(WORKING_GROUP.ID)
                    .from(WORKING_GROUP)
                    .where(WORKING_GROUP.ID.eq(group))
                    .forUpdate()
                    .fetch();
        }
        YearlyNumberRecord row =
                db.selectFrom(YEARLY_NUMBER).where(wanted).forUpdate().fetchOne();
        if (row == null) {
            row = db.newRecord(YEARLY_NUMBER);
            row.setGroupId(group);
            row.setKind(NUMBERED);
            row.setYear(year);
            row.setLast(0);
        }
        return row;
    }

    private int highestRecorded(GroupId group, int year) {
        return db
                .select(RESOLUTION.NUMBER)
                .from(RESOLUTION)
                .join(MEETING)
                .on(MEETING.ID.eq(RESOLUTION.MEETING_ID))
                .where(MEETING.GROUP_ID.eq(group))
                .and(RESOLUTION.NUMBER.endsWith(String.valueOf(year)))
                .fetch(RESOLUTION.NUMBER)
                .stream()
                .map(NUMBER::matcher)
                .filter(number -> number.matches())
                .mapToInt(number -> Integer.parseInt(number.group(1)))
                .max()
                .orElse(0);
    }

    ResolutionId insert(MeetingId meeting, @Nullable AgendaItemId item, String number, String text) {
        ResolutionRecord row = db.newRecord(RESOLUTION);
        row.setPublicId(UUID.randomUUID());
        row.setMeetingId(meeting);
        row.setAgendaItemId(item);
        row.setPosition(db.select(coalesce(max(RESOLUTION.POSITION), val(0)).plus(1))
                .from(RESOLUTION)
                .where(RESOLUTION.MEETING_ID.eq(meeting))
                .fetchSingle()
                .value1());
        row.setNumber(number);
        row.setBody(text);
        row.insert();
        return row.getId();
    }

    void withdraw(MeetingId meeting, ResolutionId id) {
        ResolutionRecord row = db.fetchOne(RESOLUTION, RESOLUTION.ID.eq(id).and(RESOLUTION.MEETING_ID.eq(meeting)));
        if (row == null) {
            throw new NotFoundException(id);
        }
        row.setWithdrawn(true);
        Versions.update(row);
    }

    /** Not under an item for the coordinators' eyes, unless the person is one of them. */
    static Condition seenBy(PersonId person) {
        return notExists(selectOne()
                        .from(AGENDA_ITEM)
                        .where(AGENDA_ITEM.ID.eq(RESOLUTION.AGENDA_ITEM_ID))
                        .and(AGENDA_ITEM.COORDINATOR_ONLY))
                .or(MEETING.GROUP_ID.in(select(GROUP_COORDINATOR.GROUP_ID)
                        .from(GROUP_COORDINATOR)
                        .where(GROUP_COORDINATOR.PERSON_ID.eq(person))));
    }

    List<ResolutionRow> rows(ResolutionFilter filter, Condition visible, int offset, int limit) {
        return rows(fitting(filter, visible).orderBy(ORDER).offset(offset).limit(limit));
    }

    List<ResolutionRow> rowsAfter(ResolutionFilter filter, Condition visible, ResolutionRow last, int limit) {
        return rows(fitting(filter, visible)
                .orderBy(ORDER)
                .seek(last.heldOn(), last.meeting(), last.position(), last.id())
                .limit(limit));
    }

    private static SelectConditionStep<Record1<ResolutionId>> fitting(ResolutionFilter filter, Condition visible) {
        return select(RESOLUTION.ID)
                .from(RESOLUTION)
                .join(MEETING)
                .on(MEETING.ID.eq(RESOLUTION.MEETING_ID))
                .where(matches(filter))
                .and(visible);
    }

    /** Only what the order needs is sorted for the page, not the texts of all resolutions. */
    private List<ResolutionRow> rows(Select<Record1<ResolutionId>> wanted) {
        var page = wanted.asTable("page");
        return db.select(RESOLUTION.asterisk(), MEETING.TITLE, MEETING.HELD_ON, WORKING_GROUP.NAME)
                .from(page)
                .join(RESOLUTION)
                .on(RESOLUTION.ID.eq(page.field(RESOLUTION.ID)))
                .join(MEETING)
                .on(MEETING.ID.eq(RESOLUTION.MEETING_ID))
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(MEETING.GROUP_ID))
                .orderBy(ORDER)
                .fetch(ResolutionRepository::row);
    }

    private static ResolutionRow row(Record row) {
        ResolutionRecord resolution = row.into(RESOLUTION);
        return new ResolutionRow(
                resolution.getId(),
                resolution.getNumber(),
                resolution.getBody(),
                resolution.getInternal(),
                resolution.getWithdrawn(),
                MinutesRepository.vote(
                        resolution.getVotesFor(),
                        resolution.getVotesAgainst(),
                        resolution.getVotesAbstained(),
                        resolution.getConflictOfInterest()),
                resolution.getPosition(),
                resolution.getMeetingId(),
                row.get(MEETING.TITLE),
                row.get(MEETING.HELD_ON),
                row.get(WORKING_GROUP.NAME));
    }

    int count(ResolutionFilter filter, Condition visible) {
        return db.fetchCount(fitting(filter, visible));
    }

    List<Integer> years(Condition visible) {
        var year = year(MEETING.HELD_ON);
        return db.selectDistinct(year)
                .from(RESOLUTION)
                .join(MEETING)
                .on(MEETING.ID.eq(RESOLUTION.MEETING_ID))
                .where(visible)
                .orderBy(year.desc())
                .fetch(year);
    }

    private static Condition matches(ResolutionFilter filter) {
        String text = filter.text().strip();
        Condition found = text.isEmpty()
                ? noCondition()
                : RESOLUTION
                        .BODY
                        .collate("utf8mb4_uca1400_ai_ci")
                        .contains(text)
                        .or(RESOLUTION.NUMBER.startsWith(text));
        return found.and(filter.group().map(MEETING.GROUP_ID::eq).orElse(noCondition()))
                .and(filter.year()
                        .map(year -> MEETING.HELD_ON.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                        .orElse(noCondition()))
                .and(filter.withdrawn() ? noCondition() : RESOLUTION.WITHDRAWN.isFalse());
    }
}
