package cz.koplan.mail;

import static cz.koplan.db.Tables.FILE;
import static cz.koplan.db.Tables.MAIL;
import static cz.koplan.db.Tables.MAIL_FILE;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.PERSONAL_LINK;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.impl.DSL.noCondition;

import cz.koplan.db.tables.records.MailFileRecord;
import cz.koplan.db.tables.records.MailRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.links.LinkId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.Input;
import cz.koplan.shared.changes.Versions;
import cz.koplan.shared.files.FileId;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Repository;

@Repository
class MailRepository {

    private static final int MAX_NAME = 200;
    private static final int MAX_ADDRESS = 254;
    private static final int MAX_SUBJECT = 300;
    private static final int MAX_ANSWER = 1000;

    private final DSLContext db;

    MailRepository(DSLContext db) {
        this.db = db;
    }

    MailId insert(NewMail mail, String messageId, String by, LocalDateTime now, LocalDateTime due) {
        MailRecord row = db.newRecord(MAIL);
        row.setKind(mail.kind());
        row.setGroupId(mail.group());
        row.setMeetingId(mail.meeting());
        row.setPersonId(mail.person());
        row.setRecipientName(line(mail.recipientName(), MAX_NAME));
        row.setRecipientAddress(line(mail.recipientAddress(), MAX_ADDRESS));
        row.setReplyTo(mail.replyTo() == null ? null : line(mail.replyTo(), MAX_ADDRESS));
        row.setLanguage(mail.language());
        row.setSubject(line(mail.subject(), MAX_SUBJECT));
        row.setTextBody(mail.text());
        row.setHtmlBody(mail.html());
        if (mail.calendar() != null) {
            row.setCalendar(mail.calendar().content());
            row.setCalendarMethod(mail.calendar().method());
        }
        row.setLinkId(mail.link());
        row.setMessageId(messageId);
        row.setBurstKey(mail.burst());
        row.setState(MailState.WAITING);
        row.setAttempts(0);
        row.setNextAttemptAt(due);
        row.setCreatedAt(now);
        row.setCreatedByName(line(by, MAX_NAME));
        row.insert();
        for (FileId file : mail.files()) {
            MailFileRecord attached = db.newRecord(MAIL_FILE);
            attached.setMailId(row.getId());
            attached.setFileId(file);
            attached.insert();
        }
        return row.getId();
    }

    /** Returns one line that fits the column; a mail is rather sent with a cut subject than refused. */
    private static String line(String text, int max) {
        String line = Objects.requireNonNullElse(Input.line(text), "");
        return line.length() <= max ? line : line.substring(0, max - 1) + "…";
    }

    Optional<MailKind> waiting(String burst, LocalDateTime now) {
        return db.select(MAIL.KIND)
                .from(MAIL)
                .where(unclaimed(burst, now))
                .orderBy(MAIL.ID.desc())
                .limit(1)
                .fetchOptional(MAIL.KIND);
    }

    private static Condition unclaimed(String burst, LocalDateTime now) {
        return MAIL.BURST_KEY.eq(burst).and(MAIL.STATE.eq(MailState.WAITING)).and(isFree(now));
    }

    private static Condition isFree(LocalDateTime now) {
        return MAIL.CLAIMED_UNTIL.isNull().or(MAIL.CLAIMED_UNTIL.le(now));
    }

    /**
     * Ends the waiting of mails with the key that nobody sends just now. They are looked for without a lock: a locking
     * search would lock the gap beside every key, and bursts of different keys would wait for each other.
     */
    void replaceWaiting(String burst, LocalDateTime now) {
        List<MailId> found =
                db.select(MAIL.ID).from(MAIL).where(unclaimed(burst, now)).fetch(MAIL.ID);
        if (!found.isEmpty()) {
            db.selectFrom(MAIL)
                    .where(MAIL.ID.in(found))
                    .and(unclaimed(burst, now))
                    .orderBy(MAIL.ID)
                    .forUpdate()
                    .fetch()
                    .forEach(row -> {
                        row.setState(MailState.REPLACED);
                        Versions.update(row);
                    });
        }
    }

    /** Claims the mails that are due for this node, the longest due first; others pass them over until the time given. */
    List<DueMail> claim(LocalDateTime now, LocalDateTime until, int limit) {
        List<MailRecord> rows = db.selectFrom(MAIL)
                .where(MAIL.STATE.eq(MailState.WAITING))
                .and(MAIL.NEXT_ATTEMPT_AT.le(now))
                .and(isFree(now))
                .orderBy(MAIL.NEXT_ATTEMPT_AT, MAIL.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch();
        rows.forEach(row -> {
            row.setClaimedUntil(until);
            Versions.update(row);
        });
        List<MailId> ids = rows.stream().map(MailRecord::getId).toList();
        Map<MailId, List<DueMail.Attached>> attachments = attachments(ids);
        Set<LinkId> withdrawn = withdrawn(rows);
        return rows.stream()
                .map(row -> new DueMail(
                        row.getId(),
                        content(row),
                        row.getMessageId(),
                        row.getCreatedAt(),
                        row.getAttempts(),
                        row.getLinkId() != null && withdrawn.contains(row.getLinkId()),
                        attachments.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private Map<MailId, List<DueMail.Attached>> attachments(List<MailId> mails) {
        return db.select(MAIL_FILE.MAIL_ID, FILE.ID, FILE.NAME, FILE.MEDIA_TYPE)
                .from(MAIL_FILE)
                .join(FILE)
                .on(FILE.ID.eq(MAIL_FILE.FILE_ID))
                .where(MAIL_FILE.MAIL_ID.in(mails))
                .orderBy(MAIL_FILE.ID)
                .fetchGroups(
                        MAIL_FILE.MAIL_ID,
                        row -> new DueMail.Attached(row.get(FILE.ID), row.get(FILE.NAME), row.get(FILE.MEDIA_TYPE)));
    }

    private Set<LinkId> withdrawn(List<MailRecord> rows) {
        return db.select(PERSONAL_LINK.ID)
                .from(PERSONAL_LINK)
                .where(PERSONAL_LINK.ID.in(rows.stream()
                        .map(MailRecord::getLinkId)
                        .filter(Objects::nonNull)
                        .toList()))
                .and(PERSONAL_LINK.REVOKED_AT.isNotNull())
                .fetchSet(PERSONAL_LINK.ID);
    }

    /** Returns the mail as one to post again, to the person's address of now. */
    NewMail again(MailId id) {
        MailRecord row = db.fetchSingle(MAIL, MAIL.ID.eq(id));
        String address = db.select(PERSON.EMAIL)
                .from(PERSON)
                .where(PERSON.ID.eq(row.getPersonId()))
                .fetchOptional(PERSON.EMAIL)
                .orElse(row.getRecipientAddress());
        NewMail mail = content(row);
        return new NewMail(
                mail.kind(),
                mail.group(),
                mail.meeting(),
                mail.person(),
                mail.recipientName(),
                address,
                mail.replyTo(),
                mail.language(),
                mail.subject(),
                mail.text(),
                mail.html(),
                mail.calendar(),
                mail.link(),
                null,
                attachments(List.of(id)).getOrDefault(id, List.of()).stream()
                        .map(DueMail.Attached::file)
                        .toList());
    }

    private static NewMail content(MailRecord row) {
        return new NewMail(
                row.getKind(),
                row.getGroupId(),
                row.getMeetingId(),
                row.getPersonId(),
                row.getRecipientName(),
                row.getRecipientAddress(),
                row.getReplyTo(),
                row.getLanguage(),
                row.getSubject(),
                row.getTextBody(),
                row.getHtmlBody(),
                row.getCalendar() == null
                        ? null
                        : new NewMail.Calendar(
                                Objects.requireNonNullElse(row.getCalendarMethod(), "PUBLISH"), row.getCalendar()),
                row.getLinkId(),
                row.getBurstKey(),
                List.of());
    }

    void sent(MailId id, String answer, LocalDateTime now) {
        tried(id, row -> {
            row.setState(MailState.SENT);
            row.setSentAt(now);
            row.setServerAnswer(line(answer, MAX_ANSWER));
        });
    }

    void failed(MailId id, String answer) {
        tried(id, row -> {
            row.setState(MailState.FAILED);
            row.setServerAnswer(line(answer, MAX_ANSWER));
        });
    }

    void postpone(MailId id, String answer, LocalDateTime next) {
        tried(id, row -> {
            row.setNextAttemptAt(next);
            row.setServerAnswer(line(answer, MAX_ANSWER));
        });
    }

    private void tried(MailId id, Consumer<MailRecord> outcome) {
        MailRecord row = db.selectFrom(MAIL).where(MAIL.ID.eq(id)).forUpdate().fetchSingle();
        row.setAttempts(row.getAttempts() + 1);
        row.setClaimedUntil(null);
        outcome.accept(row);
        Versions.update(row);
    }

    /** Gives up the claim on mails that were not tried. */
    void release(List<MailId> ids) {
        release(MAIL.ID.in(ids));
    }

    /** Gives up every claim. Only for a node that knows to be the only one. */
    void releaseAll() {
        release(MAIL.CLAIMED_UNTIL.isNotNull());
    }

    private void release(Condition which) {
        db.selectFrom(MAIL)
                .where(MAIL.STATE.eq(MailState.WAITING))
                .and(which)
                .orderBy(MAIL.ID)
                .forUpdate()
                .fetch()
                .forEach(row -> {
                    row.setClaimedUntil(null);
                    Versions.update(row);
                });
    }

    Optional<GroupId> groupOf(MailId id) {
        return db.select(MAIL.GROUP_ID).from(MAIL).where(MAIL.ID.eq(id)).fetchOptional(MAIL.GROUP_ID);
    }

    /** @param seen the groups to keep to; empty = every mail */
    List<MailRow> rows(MailFilter filter, Optional<List<GroupId>> seen, int offset, int limit) {
        return rows().where(matches(filter, seen))
                .orderBy(MAIL.CREATED_AT.desc(), MAIL.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(MailRepository::row);
    }

    int count(MailFilter filter, Optional<List<GroupId>> seen) {
        return db.fetchCount(MAIL, matches(filter, seen));
    }

    private static Condition matches(MailFilter filter, Optional<List<GroupId>> seen) {
        String text = filter.text().strip();
        return seen.map(MAIL.GROUP_ID::in)
                .orElse(noCondition())
                .and(filter.state().map(MAIL.STATE::eq).orElse(noCondition()))
                .and(filter.group().map(MAIL.GROUP_ID::eq).orElse(noCondition()))
                .and(
                        text.isEmpty()
                                ? noCondition()
                                : contains(MAIL.RECIPIENT_NAME, text)
                                        .or(contains(MAIL.RECIPIENT_ADDRESS, text))
                                        .or(contains(MAIL.SUBJECT, text)));
    }

    private static Condition contains(Field<String> where, String text) {
        return where.collate("utf8mb4_uca1400_ai_ci").contains(text);
    }

    List<MailRow> ofMeeting(MeetingId meeting) {
        return rows().where(MAIL.MEETING_ID.eq(meeting)).orderBy(MAIL.ID.desc()).fetch(MailRepository::row);
    }

    Optional<MailPage> page(MailId id) {
        List<String> files = new ArrayList<>(db.select(FILE.NAME)
                .from(MAIL_FILE)
                .join(FILE)
                .on(FILE.ID.eq(MAIL_FILE.FILE_ID))
                .where(MAIL_FILE.MAIL_ID.eq(id))
                .orderBy(MAIL_FILE.ID)
                .fetch(FILE.NAME));
        return rows(MAIL.TEXT_BODY, MAIL.CALENDAR_METHOD).where(MAIL.ID.eq(id)).fetchOptional(found -> {
            if (found.get(MAIL.CALENDAR_METHOD) != null) {
                files.addFirst(MessageWriter.CALENDAR_FILE);
            }
            return new MailPage(row(found), found.get(MAIL.TEXT_BODY), files);
        });
    }

    /** Without the bodies, which may be long. */
    private SelectOnConditionStep<Record> rows(Field<?>... more) {
        return db.select(
                        MAIL.ID,
                        MAIL.KIND,
                        MAIL.STATE,
                        MAIL.RECIPIENT_NAME,
                        MAIL.RECIPIENT_ADDRESS,
                        MAIL.SUBJECT,
                        MAIL.PERSON_ID,
                        WORKING_GROUP.NAME,
                        MAIL.MEETING_ID,
                        MAIL.CREATED_AT,
                        MAIL.CREATED_BY_NAME,
                        MAIL.SENT_AT,
                        MAIL.ATTEMPTS,
                        MAIL.NEXT_ATTEMPT_AT,
                        MAIL.SERVER_ANSWER)
                .select(more)
                .from(MAIL)
                .leftJoin(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(MAIL.GROUP_ID));
    }

    private static MailRow row(Record row) {
        return new MailRow(
                row.get(MAIL.ID),
                row.get(MAIL.KIND),
                row.get(MAIL.STATE),
                row.get(MAIL.RECIPIENT_NAME),
                row.get(MAIL.RECIPIENT_ADDRESS),
                row.get(MAIL.SUBJECT),
                row.get(MAIL.PERSON_ID),
                row.get(WORKING_GROUP.NAME),
                row.get(MAIL.MEETING_ID),
                row.get(MAIL.CREATED_AT).toInstant(ZoneOffset.UTC),
                row.get(MAIL.CREATED_BY_NAME),
                row.get(MAIL.SENT_AT) == null ? null : row.get(MAIL.SENT_AT).toInstant(ZoneOffset.UTC),
                row.get(MAIL.ATTEMPTS),
                row.get(MAIL.NEXT_ATTEMPT_AT).toInstant(ZoneOffset.UTC),
                row.get(MAIL.SERVER_ANSWER));
    }
}
