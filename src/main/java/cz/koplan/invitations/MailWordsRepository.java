package cz.koplan.invitations;

import static cz.koplan.db.Tables.GROUP_MAIL_TEXT;

import cz.koplan.db.tables.records.GroupMailTextRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.mail.MailKind;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.shared.changes.Versions;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class MailWordsRepository {

    private final DSLContext db;

    MailWordsRepository(DSLContext db) {
        this.db = db;
    }

    GroupWords find(GroupId group, MailKind kind, String language) {
        return db.selectFrom(GROUP_MAIL_TEXT)
                .where(of(group, kind, language))
                .fetchOptional(row -> new GroupWords(row.getVersion(), new MailWords(row.getSubject(), row.getBody())))
                .orElseGet(() -> new GroupWords(0, DefaultWords.of(kind, language)));
    }

    /** @param version that was seen; 0 = the group had no words of its own */
    void save(GroupId group, MailKind kind, String language, int version, MailWords words) {
        GroupMailTextRecord row = db.fetchOne(GROUP_MAIL_TEXT, of(group, kind, language));
        if (row == null && version != 0) {
            throw new StaleVersionException();
        }
        if (row == null) {
            row = db.newRecord(GROUP_MAIL_TEXT);
            row.setGroupId(group);
            row.setKind(kind);
            row.setLanguage(language);
            write(row, words);
            row.insert();
        } else {
            write(Versions.seen(row, version), words);
            Versions.update(row);
        }
    }

    private static void write(GroupMailTextRecord row, MailWords words) {
        row.setSubject(words.subject());
        row.setBody(words.body());
    }

    void delete(GroupId group, MailKind kind, String language) {
        db.fetch(GROUP_MAIL_TEXT, of(group, kind, language)).forEach(Versions::delete);
    }

    private static Condition of(GroupId group, MailKind kind, String language) {
        return GROUP_MAIL_TEXT
                .GROUP_ID
                .eq(group)
                .and(GROUP_MAIL_TEXT.KIND.eq(kind))
                .and(GROUP_MAIL_TEXT.LANGUAGE.eq(language));
    }
}
