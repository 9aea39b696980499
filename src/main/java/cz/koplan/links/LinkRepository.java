package cz.koplan.links;

import static cz.koplan.db.Tables.LINK_TOKEN;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.PERSONAL_LINK;

import cz.koplan.db.tables.records.LinkTokenRecord;
import cz.koplan.db.tables.records.PersonalLinkRecord;
import cz.koplan.organisations.PersonData;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.actor.Visitor;
import cz.koplan.shared.changes.Versions;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class LinkRepository {

    private final DSLContext db;

    LinkRepository(DSLContext db) {
        this.db = db;
    }

    LinkId open(LinkPurpose purpose, long subject, PersonId person, LocalDateTime now, LocalDateTime expires) {
        Optional<PersonalLinkRecord> known = find(purpose, subject, person);
        if (known.isEmpty()) {
            PersonalLinkRecord row = db.newRecord(PERSONAL_LINK);
            row.setPurpose(purpose);
            row.setSubjectId(subject);
            row.setPersonId(person);
            row.setCreatedAt(now);
            row.setExpiresAt(expires);
            row.insert();
            return row.getId();
        }
        PersonalLinkRecord row = known.get();
        row.setExpiresAt(expires);
        row.setRevokedAt(null);
        if (row.modified()) {
            Versions.update(row);
        }
        return row.getId();
    }

    private Optional<PersonalLinkRecord> find(LinkPurpose purpose, long subject, PersonId person) {
        return db.selectFrom(PERSONAL_LINK)
                .where(PERSONAL_LINK.PURPOSE.eq(purpose))
                .and(PERSONAL_LINK.SUBJECT_ID.eq(subject))
                .and(PERSONAL_LINK.PERSON_ID.eq(person))
                .forUpdate()
                .fetchOptional();
    }

    /** Sets the end of all links to the subject. */
    void expire(LinkPurpose purpose, long subject, LocalDateTime expires) {
        db.selectFrom(PERSONAL_LINK)
                .where(PERSONAL_LINK.PURPOSE.eq(purpose))
                .and(PERSONAL_LINK.SUBJECT_ID.eq(subject))
                .and(PERSONAL_LINK.EXPIRES_AT.ne(expires))
                .orderBy(PERSONAL_LINK.ID)
                .forUpdate()
                .forEach(row -> {
                    row.setExpiresAt(expires);
                    Versions.update(row);
                });
    }

    /** Tells whether the person has a link to the subject with a token that works. */
    boolean isOpen(LinkPurpose purpose, long subject, PersonId person, LocalDateTime now) {
        return db.fetchExists(db.selectOne()
                .from(PERSONAL_LINK)
                .join(LINK_TOKEN)
                .on(LINK_TOKEN.LINK_ID.eq(PERSONAL_LINK.ID))
                .where(PERSONAL_LINK.PURPOSE.eq(purpose))
                .and(PERSONAL_LINK.SUBJECT_ID.eq(subject))
                .and(PERSONAL_LINK.PERSON_ID.eq(person))
                .and(PERSONAL_LINK.REVOKED_AT.isNull())
                .and(PERSONAL_LINK.EXPIRES_AT.gt(now)));
    }

    void revoke(LinkPurpose purpose, long subject, PersonId person, LocalDateTime now) {
        find(purpose, subject, person).ifPresent(row -> {
            db.fetch(LINK_TOKEN, LINK_TOKEN.LINK_ID.eq(row.getId())).forEach(LinkTokenRecord::delete);
            row.setRevokedAt(now);
            Versions.update(row);
        });
    }

    LinkPurpose addToken(LinkId link, String hash, LocalDateTime now) {
        LinkTokenRecord row = db.newRecord(LINK_TOKEN);
        row.setLinkId(link);
        row.setTokenHash(hash);
        row.setCreatedAt(now);
        row.insert();
        return db.select(PERSONAL_LINK.PURPOSE)
                .from(PERSONAL_LINK)
                .where(PERSONAL_LINK.ID.eq(link))
                .fetchSingle(PERSONAL_LINK.PURPOSE);
    }

    Optional<Visitor> find(LinkPurpose purpose, String hash, LocalDateTime now) {
        return db.select(
                        PERSONAL_LINK.SUBJECT_ID,
                        PERSONAL_LINK.PERSON_ID,
                        PERSON.TITLE_BEFORE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.TITLE_AFTER)
                .from(LINK_TOKEN)
                .join(PERSONAL_LINK)
                .on(PERSONAL_LINK.ID.eq(LINK_TOKEN.LINK_ID))
                .join(PERSON)
                .on(PERSON.ID.eq(PERSONAL_LINK.PERSON_ID))
                .where(LINK_TOKEN.TOKEN_HASH.eq(hash))
                .and(PERSONAL_LINK.PURPOSE.eq(purpose))
                .and(PERSONAL_LINK.REVOKED_AT.isNull())
                .and(PERSONAL_LINK.EXPIRES_AT.gt(now))
                .fetchOptional(row -> new Visitor(
                        purpose,
                        row.get(PERSONAL_LINK.SUBJECT_ID),
                        row.get(PERSONAL_LINK.PERSON_ID),
                        PersonData.displayName(
                                row.get(PERSON.TITLE_BEFORE),
                                row.get(PERSON.GIVEN_NAME),
                                row.get(PERSON.FAMILY_NAME),
                                row.get(PERSON.TITLE_AFTER))));
    }
}
