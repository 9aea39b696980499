package cz.koplan.organisations;

import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_COORDINATOR;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.ORGANISATION_ALIAS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.groupConcat;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cz.koplan.db.tables.records.OrganisationRecord;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.Versions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class OrganisationRepository {

    private final DSLContext db;

    OrganisationRepository(DSLContext db) {
        this.db = db;
    }

    List<OrganisationRow> rows(String filter, int offset, int limit) {
        return db.select(
                        ORGANISATION.ID,
                        ORGANISATION.NAME,
                        field(select(groupConcat(ORGANISATION_ALIAS.ALIAS)
                                        .orderBy(ORGANISATION_ALIAS.ALIAS)
                                        .separator(", "))
                                .from(ORGANISATION_ALIAS)
                                .where(ORGANISATION_ALIAS.ORGANISATION_ID.eq(ORGANISATION.ID))),
                        ORGANISATION.ICO,
                        ORGANISATION.TRIAD_ROLE,
                        ORGANISATION.ACTIVE)
                .from(ORGANISATION)
                .where(matches(filter))
                .orderBy(ORGANISATION.NAME, ORGANISATION.ID)
                .offset(offset)
                .limit(limit)
                .fetch(mapping(OrganisationRow::new));
    }

    int count(String filter) {
        return db.fetchCount(ORGANISATION, matches(filter));
    }

    private static Condition matches(String filter) {
        if (filter.isBlank()) {
            return noCondition();
        }
        String text = filter.strip();
        return ORGANISATION
                .SEARCH_NAME
                .contains(text)
                .or(ORGANISATION.ICO.startsWith(text))
                .orExists(selectOne()
                        .from(ORGANISATION_ALIAS)
                        .where(ORGANISATION_ALIAS.ORGANISATION_ID.eq(ORGANISATION.ID))
                        .and(ORGANISATION_ALIAS.SEARCH_ALIAS.contains(text)));
    }

    Optional<Organisation> find(OrganisationId id) {
        List<Organisation.Alias> aliases = db.select(ORGANISATION_ALIAS.ID, ORGANISATION_ALIAS.ALIAS)
                .from(ORGANISATION_ALIAS)
                .where(ORGANISATION_ALIAS.ORGANISATION_ID.eq(id))
                .orderBy(ORGANISATION_ALIAS.ALIAS, ORGANISATION_ALIAS.ID)
                .fetch(mapping(Organisation.Alias::new));
        return db.fetchOptional(ORGANISATION, ORGANISATION.ID.eq(id))
                .map(row -> new Organisation(
                        id,
                        row.getVersion(),
                        new OrganisationData(
                                row.getName(),
                                row.getIco(),
                                row.getTriadRole(),
                                row.getWebsite(),
                                row.getNote(),
                                row.getActive()),
                        aliases));
    }

    List<OrganisationName> names() {
        return db.select(ORGANISATION.ID, ORGANISATION.NAME, ORGANISATION.NAME)
                .from(ORGANISATION)
                .unionAll(db.select(ORGANISATION.ID, ORGANISATION.NAME, ORGANISATION_ALIAS.ALIAS)
                        .from(ORGANISATION_ALIAS)
                        .join(ORGANISATION)
                        .on(ORGANISATION.ID.eq(ORGANISATION_ALIAS.ORGANISATION_ID)))
                .fetch(mapping(OrganisationName::new));
    }

    OrganisationId insert(OrganisationData data) {
        OrganisationRecord row = db.newRecord(ORGANISATION);
        row.setPublicId(UUID.randomUUID());
        write(row, data);
        row.insert();
        return row.getId();
    }

    void update(OrganisationId id, int version, OrganisationData data) {
        OrganisationRecord row = Versions.seen(db.fetchOne(ORGANISATION, ORGANISATION.ID.eq(id)), version);
        write(row, data);
        Versions.update(row);
    }

    private static void write(OrganisationRecord row, OrganisationData data) {
        row.setName(data.name());
        row.setIco(data.ico());
        row.setTriadRole(data.triadRole());
        row.setWebsite(data.website());
        row.setNote(data.note());
        row.setActive(data.active());
    }

    boolean isTaken(String name, Optional<OrganisationId> except) {
        return db.fetchExists(
                ORGANISATION,
                ORGANISATION
                        .SEARCH_NAME
                        .eq(name)
                        .and(except.map(ORGANISATION.ID::ne).orElse(noCondition())));
    }

    boolean isIcoTaken(String ico, Optional<OrganisationId> except) {
        return db.fetchExists(
                ORGANISATION,
                ORGANISATION.ICO.eq(ico).and(except.map(ORGANISATION.ID::ne).orElse(noCondition())));
    }

    boolean hasAlias(OrganisationId id, String alias) {
        return db.fetchExists(
                ORGANISATION_ALIAS,
                ORGANISATION_ALIAS.ORGANISATION_ID.eq(id).and(ORGANISATION_ALIAS.SEARCH_ALIAS.eq(alias)));
    }

    void insertAlias(OrganisationId id, String alias) {
        var row = db.newRecord(ORGANISATION_ALIAS);
        row.setOrganisationId(id);
        row.setAlias(alias);
        row.insert();
    }

    void deleteAlias(AliasId id) {
        var row = db.fetchOne(ORGANISATION_ALIAS, ORGANISATION_ALIAS.ID.eq(id));
        if (row != null) {
            Versions.delete(row);
        }
    }

    boolean coordinatesAnyGroup(PersonId person) {
        return db.fetchExists(GROUP_COORDINATOR, GROUP_COORDINATOR.PERSON_ID.eq(person));
    }

    /** Returns the organisations for which the person speaks that day, and those in groups the person coordinates. */
    Set<OrganisationId> pagesOf(PersonId person, LocalDate day) {
        return db.select(GROUP_MEMBER.ORGANISATION_ID)
                .from(DELEGATE)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ID.eq(DELEGATE.MEMBER_ID))
                .where(DELEGATE.PERSON_ID.eq(person))
                .and(DELEGATE.VALID_FROM.le(day))
                .and(DELEGATE.VALID_TO.isNull().or(DELEGATE.VALID_TO.ge(day)))
                .and(GROUP_MEMBER.VALID_FROM.le(day))
                .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(day)))
                .union(select(GROUP_MEMBER.ORGANISATION_ID)
                        .from(GROUP_COORDINATOR)
                        .join(GROUP_MEMBER)
                        .on(GROUP_MEMBER.GROUP_ID.eq(GROUP_COORDINATOR.GROUP_ID))
                        .where(GROUP_COORDINATOR.PERSON_ID.eq(person))
                        .and(GROUP_MEMBER.ORGANISATION_ID.isNotNull()))
                .fetchSet(row -> row.value1());
    }
}
