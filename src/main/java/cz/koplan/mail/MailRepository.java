package cz.koplan.mail;

import static cz.koplan.db.Tables.MAIL;
import static cz.koplan.db.Tables.MAIL_FILE;

import cz.koplan.db.tables.records.MailFileRecord;
import cz.koplan.db.tables.records.MailRecord;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class MailRepository {

    private final DSLContext db;

    MailRepository(DSLContext db) {
        this.db = db;
    }

    MailId insert(NewMail mail, String by, LocalDateTime now) {
        MailRecord row = db.newRecord(MAIL);
        row.setKind(mail.kind());
        row.setGroupId(mail.group());
        row.setMeetingId(mail.meeting());
        row.setPersonId(mail.person());
        row.setRecipientName(mail.recipientName());
        row.setRecipientAddress(mail.recipientAddress());
        row.setReplyTo(mail.replyTo());
        row.setLanguage(mail.language());
        row.setSubject(mail.subject());
        row.setTextBody(mail.text());
        row.setHtmlBody(mail.html());
        if (mail.calendar() != null) {
            row.setCalendar(mail.calendar().content());
            row.setCalendarMethod(mail.calendar().method());
        }
        row.setLinkId(mail.link());
        row.setMessageId(UUID.randomUUID() + "@koplan");
        row.setBurstKey(mail.burst());
        row.setState(MailState.WAITING);
        row.setAttempts(0);
        row.setNextAttemptAt(now);
        row.setCreatedAt(now);
        row.setCreatedByName(by);
        row.insert();
        for (var file : mail.files()) {
            MailFileRecord attached = db.newRecord(MAIL_FILE);
            attached.setMailId(row.getId());
            attached.setFileId(file);
            attached.insert();
        }
        return row.getId();
    }
}
