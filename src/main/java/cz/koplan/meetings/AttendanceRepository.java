package cz.koplan.meetings;

import static cz.koplan.db.Tables.ATTENDANCE;
import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.FILE;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.year;

import cz.koplan.db.tables.records.AttendanceRecord;
import cz.koplan.db.tables.records.MeetingRecord;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.PersonData;
import cz.koplan.organisations.TriadRole;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.shared.changes.Versions;
import cz.koplan.shared.files.FileId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class AttendanceRepository {

    /** A meeting as far as its attendance depends on it. */
    record Head(
            GroupId group,
            LocalDate day,
            MeetingState state,
            @Nullable Integer quorumPercent,
            @Nullable AgendaItemId currentItem,
            @Nullable FileId scan,
            @Nullable String scanName) {}

    /** A member of the group on the day of the meeting; {@code name} is that of a member who is a person. */
    private record Invited(
            MemberId member,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            String name) {}

    private final DSLContext db;

    AttendanceRepository(DSLContext db) {
        this.db = db;
    }

    /** Lets nobody else prepare the meeting until the transaction ends, and tells its state. */
    Optional<MeetingState> lock(MeetingId meeting) {
        return db.select(MEETING.STATE)
                .from(MEETING)
                .where(MEETING.ID.eq(meeting))
                .forUpdate()
                .fetchOptional(MEETING.STATE);
    }

    Optional<Head> head(MeetingId meeting) {
        return db.select(
                        MEETING.GROUP_ID,
                        MEETING.HELD_ON,
                        MEETING.STATE,
                        WORKING_GROUP.QUORUM_PERCENT,
                        MEETING.CURRENT_ITEM_ID,
                        MEETING.SHEET_FILE_ID,
                        FILE.NAME)
                .from(MEETING)
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(MEETING.GROUP_ID))
                .leftJoin(FILE)
                .on(FILE.ID.eq(MEETING.SHEET_FILE_ID))
                .where(MEETING.ID.eq(meeting))
                .fetchOptional(mapping(Head::new));
    }

    /**
     * Gives every member of that day a line and takes away those of former members about whom nothing was noted. A line of
     * the same organisation or person that belongs to no member of that day becomes the member's.
     */
    void expectMembers(MeetingId meeting, GroupId group, LocalDate day) {
        List<Invited> members = members(group, day);
        Map<MemberId, List<Speaker>> speakers = speakers(group, day);
        // Locked, so that lines are seen which others made since this transaction began to read.
        List<AttendanceRecord> lines = db.selectFrom(ATTENDANCE)
                .where(ATTENDANCE.MEETING_ID.eq(meeting))
                .orderBy(ATTENDANCE.POSITION, ATTENDANCE.ID)
                .forUpdate()
                .fetch();
        Set<MemberId> valid = members.stream().map(Invited::member).collect(Collectors.toSet());
        int position = lines.isEmpty() ? 0 : lines.getLast().getPosition();
        for (Invited member : members) {
            List<Speaker> choices = speakers.getOrDefault(member.member(), List.of());
            Optional<AttendanceRecord> known = lineOf(member, lines, valid);
            if (known.isPresent()) {
                known.get().setMemberId(member.member());
                if (known.get().getKind() == AttendanceKind.EXPECTED && isOutdated(known.get(), choices)) {
                    name(known.get(), member, choices);
                }
                Versions.update(known.get());
            } else {
                AttendanceRecord line = db.newRecord(ATTENDANCE);
                line.setMeetingId(meeting);
                line.setPosition(++position);
                line.setMemberId(member.member());
                line.setOrganisationId(member.organisation());
                line.setKind(AttendanceKind.EXPECTED);
                name(line, member, choices);
                line.insert();
            }
        }
        lines.stream()
                .filter(line -> line.getKind() == AttendanceKind.EXPECTED
                        && line.getMemberId() != null
                        && !valid.contains(line.getMemberId()))
                .forEach(Versions::delete);
    }

    private static Optional<AttendanceRecord> lineOf(
            Invited member, List<AttendanceRecord> lines, Set<MemberId> valid) {
        return lines.stream()
                .filter(line -> member.member().equals(line.getMemberId()))
                .findFirst()
                .or(() -> lines.stream()
                        .filter(line -> line.getKind() != AttendanceKind.GUEST
                                && (line.getMemberId() == null || !valid.contains(line.getMemberId())))
                        .filter(line -> member.organisation() != null
                                ? member.organisation().equals(line.getOrganisationId())
                                : line.getOrganisationId() == null
                                        && Objects.equals(member.person(), line.getPersonId()))
                        .findFirst());
    }

    /** A name that somebody typed stays. */
    private static boolean isOutdated(AttendanceRecord line, List<Speaker> choices) {
        return line.getThrough() == null
                ? line.getName().isEmpty()
                : choices.stream()
                        .noneMatch(speaker -> speaker.kind() == line.getThrough()
                                && speaker.person().equals(line.getPersonId()));
    }

    private static void name(AttendanceRecord line, Invited member, List<Speaker> choices) {
        Optional<Speaker> delegate = choices.stream()
                .filter(speaker -> speaker.kind() == DelegateKind.DELEGATE)
                .findFirst();
        boolean person = member.organisation() == null;
        line.setName(person ? member.name() : delegate.map(Speaker::name).orElse(""));
        line.setPersonId(
                person ? member.person() : delegate.map(Speaker::person).orElse(null));
        line.setThrough(delegate.map(Speaker::kind).orElse(null));
    }

    private List<Invited> members(GroupId group, LocalDate day) {
        return db.select(
                        GROUP_MEMBER.ID,
                        GROUP_MEMBER.ORGANISATION_ID,
                        GROUP_MEMBER.PERSON_ID,
                        PERSON.TITLE_BEFORE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.TITLE_AFTER)
                .from(GROUP_MEMBER)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(GROUP_MEMBER.ORGANISATION_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(GROUP_MEMBER.PERSON_ID))
                .where(GROUP_MEMBER.GROUP_ID.eq(group))
                .and(GROUP_MEMBER.VALID_FROM.le(day))
                .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(day)))
                .orderBy(coalesce(ORGANISATION.NAME, PERSON.FAMILY_NAME), GROUP_MEMBER.ID)
                .fetch(row -> new Invited(
                        row.get(GROUP_MEMBER.ID),
                        row.get(GROUP_MEMBER.ORGANISATION_ID),
                        row.get(GROUP_MEMBER.PERSON_ID),
                        row.get(GROUP_MEMBER.PERSON_ID) == null ? "" : personName(row)));
    }

    private Map<MemberId, List<Speaker>> speakers(GroupId group, LocalDate day) {
        return db.select(
                        DELEGATE.MEMBER_ID,
                        DELEGATE.KIND,
                        PERSON.ID,
                        PERSON.TITLE_BEFORE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.TITLE_AFTER)
                .from(DELEGATE)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ID.eq(DELEGATE.MEMBER_ID))
                .join(PERSON)
                .on(PERSON.ID.eq(DELEGATE.PERSON_ID))
                .where(GROUP_MEMBER.GROUP_ID.eq(group))
                .and(delegateOn(day))
                .orderBy(DELEGATE.KIND, PERSON.FAMILY_NAME, DELEGATE.ID)
                .fetchGroups(
                        row -> row.get(DELEGATE.MEMBER_ID),
                        row -> new Speaker(row.get(PERSON.ID), personName(row), row.get(DELEGATE.KIND)));
    }

    private static Condition delegateOn(LocalDate day) {
        return DELEGATE.VALID_FROM.le(day).and(DELEGATE.VALID_TO.isNull().or(DELEGATE.VALID_TO.ge(day)));
    }

    private static String personName(Record row) {
        return PersonData.displayName(
                row.get(PERSON.TITLE_BEFORE),
                row.get(PERSON.GIVEN_NAME),
                row.get(PERSON.FAMILY_NAME),
                row.get(PERSON.TITLE_AFTER));
    }

    List<AttendanceLine> lines(MeetingId meeting, Head head) {
        Map<MemberId, List<Speaker>> speakers = speakers(head.group(), head.day());
        return db.select(ATTENDANCE.asterisk(), ORGANISATION.NAME, ORGANISATION.TRIAD_ROLE)
                .from(ATTENDANCE)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(ATTENDANCE.ORGANISATION_ID))
                .where(ATTENDANCE.MEETING_ID.eq(meeting))
                .orderBy(ATTENDANCE.POSITION, ATTENDANCE.ID)
                .fetch(row -> line(
                        row.into(ATTENDANCE), row.get(ORGANISATION.NAME), row.get(ORGANISATION.TRIAD_ROLE), speakers));
    }

    private static AttendanceLine line(
            AttendanceRecord row,
            @Nullable String organisationName,
            @Nullable TriadRole role,
            Map<MemberId, List<Speaker>> speakers) {
        String organisation = organisationName != null ? organisationName : row.getOrganisationLabel();
        MemberId member = row.getMemberId();
        return new AttendanceLine(
                row.getId(),
                row.getVersion(),
                member,
                row.getOrganisationId(),
                organisation != null ? organisation : row.getName(),
                row.getKind() == AttendanceKind.GUEST
                        ? null
                        // A member who is a person speaks for the users of services.
                        : member != null && organisation == null ? TriadRole.USER : role,
                row.getKind(),
                organisation != null ? row.getName() : "",
                row.getPersonId(),
                row.getThrough(),
                member == null ? List.of() : speakers.getOrDefault(member, List.of()),
                organisation != null,
                row.getJoinedItemId(),
                row.getLeftItemId(),
                row.getPosition());
    }

    void note(MeetingId meeting, AttendanceId id, AttendanceKind kind) {
        AttendanceRecord row = locked(meeting, id, ATTENDANCE.KIND.ne(AttendanceKind.GUEST));
        row.setKind(kind);
        if (kind != AttendanceKind.PRESENT) {
            row.setJoinedItemId(null);
            row.setLeftItemId(null);
        }
        Versions.update(row);
    }

    Optional<String> personName(PersonId person) {
        return db.selectFrom(PERSON).where(PERSON.ID.eq(person)).fetchOptional(AttendanceRepository::personName);
    }

    /** Puts down who speaks for the organisation, in the capacity that a known person has on that day. */
    void setSpeaker(MeetingId meeting, AttendanceId id, String name, @Nullable PersonId person, LocalDate day) {
        AttendanceRecord row = locked(
                meeting, id, ATTENDANCE.ORGANISATION_ID.isNotNull().or(ATTENDANCE.ORGANISATION_LABEL.isNotNull()));
        row.setName(name);
        row.setPersonId(person);
        row.setThrough(capacity(row.getMemberId(), person, day));
        Versions.update(row);
    }

    private @Nullable DelegateKind capacity(@Nullable MemberId member, @Nullable PersonId person, LocalDate day) {
        return person == null || member == null
                ? null
                : db.select(DELEGATE.KIND)
                        .from(DELEGATE)
                        .where(DELEGATE.MEMBER_ID.eq(member))
                        .and(DELEGATE.PERSON_ID.eq(person))
                        .and(delegateOn(day))
                        .orderBy(DELEGATE.KIND, DELEGATE.ID)
                        .limit(1)
                        .fetchOne(DELEGATE.KIND);
    }

    /**
     * Puts down what the member announced, unless more than an announcement is known already.
     *
     * @param name of who speaks for an organisation; null leaves who stands there
     */
    void announce(
            MeetingId meeting,
            MemberId member,
            AttendanceKind kind,
            @Nullable String name,
            @Nullable PersonId person,
            LocalDate day) {
        db.selectFrom(ATTENDANCE)
                .where(ATTENDANCE.MEETING_ID.eq(meeting))
                .and(ATTENDANCE.MEMBER_ID.eq(member))
                .and(ATTENDANCE.KIND.in(AttendanceKind.EXPECTED, AttendanceKind.EXCUSED))
                .forUpdate()
                .fetchOptional()
                .ifPresent(row -> {
                    row.setKind(kind);
                    if (name != null && row.getOrganisationId() != null) {
                        row.setName(name);
                        row.setPersonId(person);
                        row.setThrough(capacity(member, person, day));
                    }
                    Versions.update(row);
                });
    }

    void setJoined(MeetingId meeting, AttendanceId id, @Nullable AgendaItemId item) {
        AttendanceRecord row = locked(meeting, id);
        row.setJoinedItemId(item);
        cameIf(item, row);
        Versions.update(row);
    }

    void setLeft(MeetingId meeting, AttendanceId id, @Nullable AgendaItemId item) {
        AttendanceRecord row = locked(meeting, id);
        row.setLeftItemId(item);
        cameIf(item, row);
        Versions.update(row);
    }

    private static void cameIf(@Nullable AgendaItemId item, AttendanceRecord row) {
        if (item != null && row.getKind() != AttendanceKind.GUEST) {
            row.setKind(AttendanceKind.PRESENT);
        }
    }

    private AttendanceRecord locked(MeetingId meeting, AttendanceId id, Condition... conditions) {
        return db.selectFrom(ATTENDANCE)
                .where(ATTENDANCE.ID.eq(id))
                .and(ATTENDANCE.MEETING_ID.eq(meeting))
                .and(and(conditions))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(StaleVersionException::new);
    }

    void deleteGuest(MeetingId meeting, AttendanceId id) {
        db.selectFrom(ATTENDANCE)
                .where(ATTENDANCE.ID.eq(id))
                .and(ATTENDANCE.MEETING_ID.eq(meeting))
                .and(ATTENDANCE.KIND.eq(AttendanceKind.GUEST))
                .forUpdate()
                .fetchOptional()
                .ifPresent(Versions::delete);
    }

    void setScan(MeetingId meeting, @Nullable FileId scan) {
        MeetingRecord row =
                db.selectFrom(MEETING).where(MEETING.ID.eq(meeting)).forUpdate().fetchSingle();
        row.setSheetFileId(scan);
        Versions.update(row);
    }

    /** Returns the years in which the group met, the last one first. */
    List<Integer> years(GroupId group) {
        Field<Integer> year = year(MEETING.HELD_ON).as("year");
        return db.selectDistinct(year)
                .from(MEETING)
                .where(MEETING.GROUP_ID.eq(group))
                .and(MEETING.STATE.eq(MeetingState.HELD))
                .orderBy(year.desc())
                .fetch(year);
    }

    /** Several people of one organisation at one meeting count once. */
    List<AttendanceTally> tally(GroupId group, int year) {
        Field<OrganisationId> organisation = ATTENDANCE.ORGANISATION_ID.as("of_organisation");
        Field<String> label = ATTENDANCE.ORGANISATION_LABEL.as("of_label");
        Field<PersonId> person = when(
                        ATTENDANCE.ORGANISATION_ID.isNull().and(ATTENDANCE.ORGANISATION_LABEL.isNull()),
                        ATTENDANCE.PERSON_ID)
                .as("of_person");
        Field<Integer> present =
                max(one(ATTENDANCE.KIND.eq(AttendanceKind.PRESENT))).as("present");
        Field<Integer> excused =
                max(one(ATTENDANCE.KIND.eq(AttendanceKind.EXCUSED))).as("excused");
        Field<Integer> absent =
                max(one(ATTENDANCE.KIND.eq(AttendanceKind.ABSENT))).as("absent");
        Field<Integer> deputy = max(one(
                        ATTENDANCE.KIND.eq(AttendanceKind.PRESENT).and(ATTENDANCE.THROUGH.eq(DelegateKind.DEPUTY))))
                .as("deputy");
        var once = db.select(organisation, label, person, present, excused, absent, deputy)
                .from(ATTENDANCE)
                .join(MEETING)
                .on(MEETING.ID.eq(ATTENDANCE.MEETING_ID))
                .where(MEETING.GROUP_ID.eq(group))
                .and(MEETING.STATE.eq(MeetingState.HELD))
                .and(MEETING.HELD_ON.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .and(ATTENDANCE.KIND.ne(AttendanceKind.GUEST))
                .and(ATTENDANCE
                        .ORGANISATION_ID
                        .isNotNull()
                        .or(ATTENDANCE.ORGANISATION_LABEL.isNotNull())
                        .or(ATTENDANCE.PERSON_ID.isNotNull()))
                .groupBy(ATTENDANCE.MEETING_ID, organisation, label, person)
                .asTable("once");
        Field<Integer> came = once.field(present);
        Field<Integer> apologised = once.field(excused);
        Condition excusedOnly = came.eq(0).and(apologised.eq(1));
        Condition absentOnly =
                came.eq(0).and(apologised.eq(0)).and(once.field(absent).eq(1));
        Field<Integer> timesExcused = sum(one(excusedOnly)).cast(Integer.class);
        Field<Integer> timesAbsent = sum(one(absentOnly)).cast(Integer.class);
        Field<Integer> timesPresent = sum(came).cast(Integer.class);
        Field<Integer> timesDeputy = sum(once.field(deputy)).cast(Integer.class);
        return db.select(
                        ORGANISATION.NAME,
                        once.field(label),
                        PERSON.TITLE_BEFORE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.TITLE_AFTER,
                        count(),
                        timesPresent,
                        timesExcused,
                        timesAbsent,
                        timesDeputy)
                .from(once)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(once.field(organisation)))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(once.field(person)))
                .groupBy(
                        once.field(organisation),
                        once.field(label),
                        once.field(person),
                        ORGANISATION.NAME,
                        PERSON.TITLE_BEFORE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.TITLE_AFTER)
                .orderBy(coalesce(ORGANISATION.NAME, once.field(label), PERSON.FAMILY_NAME), once.field(organisation))
                .fetch(row -> new AttendanceTally(
                        nameOf(row.get(ORGANISATION.NAME), row.get(once.field(label)), row),
                        row.get(count()),
                        row.get(timesPresent),
                        row.get(timesExcused),
                        row.get(timesAbsent),
                        row.get(timesDeputy)));
    }

    private static String nameOf(@Nullable String organisation, @Nullable String label, Record row) {
        return organisation != null ? organisation : label != null ? label : personName(row);
    }

    private static Field<Integer> one(Condition condition) {
        return when(condition, val(1)).otherwise(val(0));
    }
}
