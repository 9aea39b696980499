package cz.koplan.invitations;

import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_COORDINATOR;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.MEETING_TEMPLATE;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.impl.DSL.select;

import cz.koplan.groups.GroupId;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.shared.actor.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class CalendarRepository {

    /** So many meetings are more than anybody has. */
    private static final int MAX_MEETINGS = 2000;

    private final DSLContext db;

    CalendarRepository(DSLContext db) {
        this.db = db;
    }

    /** Returns the meetings since that day of the groups which the person coordinates or belongs to today. */
    List<MeetingCalendar.Entry> entries(PersonId person, LocalDate since, LocalDate today) {
        List<GroupId> groups = groups(person, today);
        Condition wanted = MEETING.GROUP_ID.in(groups).and(MEETING.HELD_ON.ge(since));
        Map<MeetingId, List<String>> agendas = db.select(AGENDA_ITEM.MEETING_ID, AGENDA_ITEM.TITLE)
                .from(AGENDA_ITEM)
                .join(MEETING)
                .on(MEETING.ID.eq(AGENDA_ITEM.MEETING_ID))
                .where(wanted)
                .and(AGENDA_ITEM.COORDINATOR_ONLY.isFalse())
                .and(AGENDA_ITEM.SKIPPED.isFalse())
                .orderBy(AGENDA_ITEM.POSITION, AGENDA_ITEM.ID)
                .fetchGroups(AGENDA_ITEM.MEETING_ID, AGENDA_ITEM.TITLE);
        return db.select(MEETING.asterisk(), WORKING_GROUP.NAME, MEETING_TEMPLATE.STARTS_AT, MEETING_TEMPLATE.ENDS_AT)
                .from(MEETING)
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(MEETING.GROUP_ID))
                .leftJoin(MEETING_TEMPLATE)
                .on(MEETING_TEMPLATE.GROUP_ID.eq(MEETING.GROUP_ID))
                .where(wanted)
                .orderBy(MEETING.HELD_ON, MEETING.ID)
                .limit(MAX_MEETINGS)
                .fetch(row -> new MeetingCalendar.Entry(
                        row.get(MEETING.PUBLIC_ID),
                        row.get(MEETING.VERSION),
                        new MeetingData(
                                row.get(MEETING.TITLE),
                                row.get(MEETING.HELD_ON),
                                row.get(MEETING.STARTS_AT),
                                row.get(MEETING.ENDS_AT),
                                row.get(MEETING.MODE),
                                row.get(MEETING.PLACE),
                                null,
                                null,
                                null),
                        MeetingCalendar.usualLength(
                                row.get(MEETING_TEMPLATE.STARTS_AT), row.get(MEETING_TEMPLATE.ENDS_AT)),
                        row.get(MEETING.STATE) == MeetingState.CANCELLED,
                        InvitationMails.description(
                                row.get(WORKING_GROUP.NAME), agendas.getOrDefault(row.get(MEETING.ID), List.of()))));
    }

    private List<GroupId> groups(PersonId person, LocalDate today) {
        Condition member = GROUP_MEMBER
                .VALID_FROM
                .le(today)
                .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(today)));
        return db.select(GROUP_COORDINATOR.GROUP_ID)
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
                .fetch(group -> group.value1());
    }
}
