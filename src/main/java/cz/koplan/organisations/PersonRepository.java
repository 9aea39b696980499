package cz.koplan.organisations;

import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PERSON;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.groupConcatDistinct;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import cz.koplan.db.tables.records.PersonRecord;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.Versions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class PersonRepository {

    private final DSLContext db;

    PersonRepository(DSLContext db) {
        this.db = db;
    }

    List<PersonRow> rows(String filter, int offset, int limit) {
        return db.select(
                        PERSON.ID,
                        PERSON.TITLE_BEFORE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.TITLE_AFTER,
                        PERSON.EMAIL,
                        PERSON.PHONE,
                        field(select(groupConcatDistinct(ORGANISATION.NAME)
                                        .orderBy(ORGANISATION.NAME)
                                        .separator(", "))
                                .from(DELEGATE)
                                .join(GROUP_MEMBER)
                                .on(GROUP_MEMBER.ID.eq(DELEGATE.MEMBER_ID))
                                .join(ORGANISATION)
                                .on(ORGANISATION.ID.eq(GROUP_MEMBER.ORGANISATION_ID))
                                .where(DELEGATE.PERSON_ID.eq(PERSON.ID))
                                .and(DELEGATE.VALID_TO.isNull())))
                .from(PERSON)
                .where(matches(filter))
                .orderBy(PERSON.FAMILY_NAME, PERSON.GIVEN_NAME, PERSON.ID)
                .offset(offset)
                .limit(limit)
                .fetch(mapping(PersonRow::new));
    }

    int count(String filter) {
        return db.fetchCount(PERSON, matches(filter));
    }

    private static Condition matches(String filter) {
        return filter.isBlank()
                ? noCondition()
                : PERSON.SEARCH_NAME.contains(filter.strip()).or(PERSON.EMAIL.contains(filter.strip()));
    }

    Optional<Person> find(PersonId id) {
        return db.fetchOptional(PERSON, PERSON.ID.eq(id))
                .map(row -> new Person(
                        id,
                        row.getVersion(),
                        new PersonData(
                                row.getTitleBefore(),
                                row.getGivenName(),
                                row.getFamilyName(),
                                row.getTitleAfter(),
                                row.getEmail(),
                                row.getPhone(),
                                row.getPublishName())));
    }

    PersonId insert(PersonData data) {
        PersonRecord row = db.newRecord(PERSON);
        row.setPublicId(UUID.randomUUID());
        write(row, data);
        row.insert();
        return row.getId();
    }

    void update(PersonId id, int version, PersonData data) {
        PersonRecord row = Versions.seen(db.fetchOne(PERSON, PERSON.ID.eq(id)), version);
        write(row, data);
        Versions.update(row);
    }

    private static void write(PersonRecord row, PersonData data) {
        row.setTitleBefore(data.titleBefore());
        row.setGivenName(data.givenName());
        row.setFamilyName(data.familyName());
        row.setTitleAfter(data.titleAfter());
        row.setEmail(data.email());
        row.setPhone(data.phone());
        row.setPublishName(data.publishName());
    }
}
