package cz.koplan.meetings;

import static cz.koplan.db.Tables.ATTENDANCE;
import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_COORDINATOR;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.MEETING_SERIES;
import static cz.koplan.db.Tables.MINUTES;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.AttendanceRecord;
import cz.koplan.db.tables.records.MeetingRecord;
import cz.koplan.db.tables.records.MeetingSeriesRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.Versions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.Record8;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class MeetingRepository {

    /** A meeting of the same group, before or after. */
    record Neighbour(MeetingId id, MeetingState state, LocalDate heldOn) {}

    private final DSLContext db;

    MeetingRepository(DSLContext db) {
        this.db = db;
    }

    List<MeetingRow> rows(MeetingFilter filter, Condition visible, int offset, int limit) {
        return rows().where(matches(filter))
                .and(visible)
                .orderBy(MEETING.HELD_ON.desc(), MEETING.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(mapping(MeetingRow::new));
    }

    List<MeetingRow> ahead(Condition visible, int limit) {
        return rows().where(MEETING.STATE.in(MeetingState.PLANNED, MeetingState.INVITED, MeetingState.IN_PROGRESS))
                .and(visible)
                .orderBy(MEETING.HELD_ON, MEETING.STARTS_AT, MEETING.ID)
                .limit(limit)
                .fetch(mapping(MeetingRow::new));
    }

    private SelectOnConditionStep<
                    Record8<MeetingId, String, String, LocalDate, LocalTime, MeetingMode, MeetingState, Integer>>
            rows() {
        return db.select(
                        MEETING.ID,
                        WORKING_GROUP.NAME,
                        MEETING.TITLE,
                        MEETING.HELD_ON,
                        MEETING.STARTS_AT,
                        MEETING.MODE,
                        MEETING.STATE,
                        field(selectCount()
                                .from(ATTENDANCE)
                                .where(ATTENDANCE.MEETING_ID.eq(MEETING.ID))
                                .and(ATTENDANCE.KIND.eq(AttendanceKind.PRESENT))))
                .from(MEETING)
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(MEETING.GROUP_ID));
    }

    int count(MeetingFilter filter, Condition visible) {
        return db.fetchCount(MEETING, matches(filter).and(visible));
    }

    private static Condition matches(MeetingFilter filter) {
        Condition text = filter.text().isBlank()
                ? noCondition()
                : MEETING.TITLE
                        .collate("utf8mb4_uca1400_ai_ci")
                        .contains(filter.text().strip());
        return text.and(filter.group().map(MEETING.GROUP_ID::eq).orElse(noCondition()));
    }

    static Condition everyGroup() {
        return noCondition();
    }

    /**
     * The groups somebody coordinates or belongs to on that day. They are found first: as subqueries they would be
     * looked up again for every meeting.
     */
    Condition groupsOf(PersonId person, LocalDate today) {
        Condition member = GROUP_MEMBER
                .VALID_FROM
                .le(today)
                .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(today)));
        return MEETING.GROUP_ID.in(db.select(GROUP_COORDINATOR.GROUP_ID)
                .from(GROUP_COORDINATOR)
                .where(GROUP_COORDINATOR.PERSON_ID.eq(person))
                .union(select(GROUP_MEMBER.GROUP_ID)
                        .from(GROUP_MEMBER)
                        .where(GROUP_MEMBER.PERSON_ID.eq(person))
                        .and(member))
                .union(select(GROUP_MEMBER.GROUP_ID)
                        .from(DELEGATE)
                        .join(GROUP_MEMBER)
                        .on(GROUP_MEMBER.ID.eq(DELEGATE.MEMBER_ID))
                        .where(DELEGATE.PERSON_ID.eq(person))
                        .and(DELEGATE.VALID_FROM.le(today))
                        .and(DELEGATE.VALID_TO.isNull().or(DELEGATE.VALID_TO.ge(today)))
                        .and(member))
                .fetch(group -> group.value1()));
    }

    Optional<Meeting> find(MeetingId id) {
        return db.select(MEETING.asterisk(), WORKING_GROUP.NAME)
                .from(MEETING)
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(MEETING.GROUP_ID))
                .where(MEETING.ID.eq(id))
                .fetchOptional(row -> {
                    MeetingRecord meeting = row.into(MEETING);
                    return new Meeting(
                            id,
                            meeting.getVersion(),
                            meeting.getGroupId(),
                            row.get(WORKING_GROUP.NAME),
                            new MeetingData(
                                    meeting.getTitle(),
                                    meeting.getHeldOn(),
                                    meeting.getStartsAt(),
                                    meeting.getEndsAt(),
                                    meeting.getMode(),
                                    meeting.getPlace(),
                                    meeting.getNextHeldOn(),
                                    meeting.getNextStartsAt(),
                                    meeting.getNextPlace()),
                            meeting.getState(),
                            meeting.getOrigin(),
                            meeting.getSeriesDay());
                });
    }

    Optional<GroupId> groupOf(MeetingId id) {
        return db.select(MEETING.GROUP_ID)
                .from(MEETING)
                .where(MEETING.ID.eq(id))
                .fetchOptional(MEETING.GROUP_ID);
    }

    boolean coordinates(PersonId person, MeetingId meeting) {
        return db.fetchExists(selectOne()
                .from(MEETING)
                .join(GROUP_COORDINATOR)
                .on(GROUP_COORDINATOR.GROUP_ID.eq(MEETING.GROUP_ID))
                .where(MEETING.ID.eq(meeting))
                .and(GROUP_COORDINATOR.PERSON_ID.eq(person)));
    }

    /** As {@link #coordinates}, while the minutes are not approved. */
    boolean coordinatesOpen(PersonId person, MeetingId meeting) {
        return db.fetchExists(selectOne()
                .from(MEETING)
                .join(GROUP_COORDINATOR)
                .on(GROUP_COORDINATOR.GROUP_ID.eq(MEETING.GROUP_ID))
                .leftJoin(MINUTES)
                .on(MINUTES.MEETING_ID.eq(MEETING.ID))
                .where(MEETING.ID.eq(meeting))
                .and(GROUP_COORDINATOR.PERSON_ID.eq(person))
                .and(MINUTES.STATE.isNull().or(MINUTES.STATE.ne(MinutesState.APPROVED))));
    }

    /** Tells whether there is the meeting and its minutes are not approved. */
    boolean isOpen(MeetingId meeting) {
        return db.fetchExists(selectOne()
                .from(MEETING)
                .leftJoin(MINUTES)
                .on(MINUTES.MEETING_ID.eq(MEETING.ID))
                .where(MEETING.ID.eq(meeting))
                .and(MINUTES.STATE.isNull().or(MINUTES.STATE.ne(MinutesState.APPROVED))));
    }

    Optional<AgendaItemId> currentItem(MeetingId id) {
        return db.select(MEETING.CURRENT_ITEM_ID)
                .from(MEETING)
                .where(MEETING.ID.eq(id))
                .fetchOptional(MEETING.CURRENT_ITEM_ID);
    }

    List<MeetingId> on(GroupId group, LocalDate day) {
        return db.select(MEETING.ID)
                .from(MEETING)
                .where(MEETING.GROUP_ID.eq(group))
                .and(MEETING.HELD_ON.eq(day))
                .orderBy(MEETING.ID)
                .fetch(MEETING.ID);
    }

    String groupName(GroupId group) {
        return db.select(WORKING_GROUP.NAME)
                .from(WORKING_GROUP)
                .where(WORKING_GROUP.ID.eq(group))
                .fetchSingle(WORKING_GROUP.NAME);
    }

    /** Returns the last meeting of the group that took place or is to take place, by day. */
    Optional<MeetingId> last(GroupId group) {
        return db.select(MEETING.ID)
                .from(MEETING)
                .where(MEETING.GROUP_ID.eq(group))
                .and(MEETING.STATE.ne(MeetingState.CANCELLED))
                .orderBy(MEETING.HELD_ON.desc(), MEETING.ID.desc())
                .limit(1)
                .fetchOptional(MEETING.ID);
    }

    /** Returns the last meeting of the same group that was held before this one. */
    Optional<MeetingId> lastHeldBefore(MeetingId meeting) {
        var own = MEETING.as("own");
        return db.select(MEETING.ID)
                .from(MEETING)
                .join(own)
                .on(own.GROUP_ID.eq(MEETING.GROUP_ID))
                .where(own.ID.eq(meeting))
                .and(MEETING.STATE.eq(MeetingState.HELD))
                .and(row(MEETING.HELD_ON, MEETING.ID).lt(own.HELD_ON, own.ID))
                .orderBy(MEETING.HELD_ON.desc(), MEETING.ID.desc())
                .limit(1)
                .fetchOptional(MEETING.ID);
    }

    /** Returns the next meeting of the same group, cancelled ones aside. */
    Optional<Neighbour> following(MeetingId meeting) {
        var own = MEETING.as("own");
        return db.select(MEETING.ID, MEETING.STATE, MEETING.HELD_ON)
                .from(MEETING)
                .join(own)
                .on(own.GROUP_ID.eq(MEETING.GROUP_ID))
                .where(own.ID.eq(meeting))
                .and(MEETING.STATE.ne(MeetingState.CANCELLED))
                .and(row(MEETING.HELD_ON, MEETING.ID).gt(own.HELD_ON, own.ID))
                .orderBy(MEETING.HELD_ON, MEETING.ID)
                .limit(1)
                .fetchOptional(mapping(Neighbour::new));
    }

    /** Tells whether the group has minutes of a meeting before that day. */
    boolean hasMinutesBefore(GroupId group, LocalDate day) {
        return db.fetchExists(selectOne()
                .from(MINUTES)
                .join(MEETING)
                .on(MEETING.ID.eq(MINUTES.MEETING_ID))
                .where(MEETING.GROUP_ID.eq(group))
                .and(MEETING.HELD_ON.lt(day)));
    }

    MeetingId insert(GroupId group, MeetingData data, MeetingState state, MeetingOrigin origin) {
        return insert(group, data, state, origin, null);
    }

    /** @param series to which the meeting belongs; it keeps the day that the series gave it */
    MeetingId insert(
            GroupId group, MeetingData data, MeetingState state, MeetingOrigin origin, @Nullable SeriesId series) {
        MeetingRecord row = db.newRecord(MEETING);
        row.setPublicId(UUID.randomUUID());
        row.setGroupId(group);
        row.setState(state);
        row.setOrigin(origin);
        row.setSeriesId(series);
        row.setSeriesDay(series == null ? null : data.heldOn());
        write(row, data);
        row.insert();
        return row.getId();
    }

    SeriesId insertSeries(GroupId group, String rule) {
        MeetingSeriesRecord row = db.newRecord(MEETING_SERIES);
        row.setGroupId(group);
        row.setRule(JSON.json(rule));
        row.insert();
        return row.getId();
    }

    void update(MeetingId id, int version, MeetingData data) {
        MeetingRecord row = Versions.seen(db.fetchOne(MEETING, MEETING.ID.eq(id)), version);
        write(row, data);
        Versions.update(row);
    }

    private static void write(MeetingRecord row, MeetingData data) {
        row.setTitle(data.title());
        row.setHeldOn(data.heldOn());
        row.setStartsAt(data.startsAt());
        row.setEndsAt(data.endsAt());
        row.setMode(data.mode());
        row.setPlace(data.place());
        row.setNextHeldOn(data.nextHeldOn());
        row.setNextStartsAt(data.nextStartsAt());
        row.setNextPlace(data.nextPlace());
    }

    List<Attendee> attendance(MeetingId meeting) {
        return db.select(ATTENDANCE.asterisk(), ORGANISATION.NAME, PERSON.PUBLISH_NAME)
                .from(ATTENDANCE)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(ATTENDANCE.ORGANISATION_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(ATTENDANCE.PERSON_ID))
                .where(ATTENDANCE.MEETING_ID.eq(meeting))
                .orderBy(ATTENDANCE.POSITION, ATTENDANCE.ID)
                .fetch(row -> {
                    String organisation = row.get(ORGANISATION.NAME);
                    String label = row.get(ATTENDANCE.ORGANISATION_LABEL);
                    return new Attendee(
                            row.get(ATTENDANCE.ID),
                            row.get(ATTENDANCE.VERSION),
                            new AttendeeData(
                                    row.get(ATTENDANCE.NAME),
                                    row.get(ATTENDANCE.PERSON_ID),
                                    row.get(ATTENDANCE.ORGANISATION_ID),
                                    label,
                                    row.get(ATTENDANCE.KIND),
                                    row.get(ATTENDANCE.MEMBER_ID),
                                    row.get(ATTENDANCE.THROUGH),
                                    row.get(ATTENDANCE.JOINED_ITEM_ID),
                                    row.get(ATTENDANCE.LEFT_ITEM_ID)),
                            organisation != null ? organisation : label,
                            Boolean.TRUE.equals(row.get(PERSON.PUBLISH_NAME)));
                });
    }

    AttendanceId insertAttendee(MeetingId meeting, AttendeeData data) {
        AttendanceRecord row = db.newRecord(ATTENDANCE);
        row.setMeetingId(meeting);
        row.setPosition(db.select(coalesce(max(ATTENDANCE.POSITION), val(0)).plus(1))
                .from(ATTENDANCE)
                .where(ATTENDANCE.MEETING_ID.eq(meeting))
                .fetchSingle()
                .value1());
        write(row, data);
        row.insert();
        return row.getId();
    }

    void updateAttendee(MeetingId meeting, AttendanceId id, int version, AttendeeData data) {
        AttendanceRecord row = Versions.seen(
                db.fetchOne(ATTENDANCE, ATTENDANCE.ID.eq(id).and(ATTENDANCE.MEETING_ID.eq(meeting))), version);
        write(row, data);
        Versions.update(row);
    }

    private static void write(AttendanceRecord row, AttendeeData data) {
        row.setName(data.name());
        row.setPersonId(data.person());
        row.setOrganisationId(data.organisation());
        row.setOrganisationLabel(data.organisationLabel());
        row.setKind(data.kind());
        row.setMemberId(data.member());
        row.setThrough(data.through());
        row.setJoinedItemId(data.joinedAt());
        row.setLeftItemId(data.leftAt());
    }

    void deleteAttendee(MeetingId meeting, AttendanceId id, int version) {
        Versions.delete(Versions.seen(
                db.fetchOne(ATTENDANCE, ATTENDANCE.ID.eq(id).and(ATTENDANCE.MEETING_ID.eq(meeting))), version));
    }
}
