package cz.koplan.services;

import static cz.koplan.db.Tables.GROUP_COORDINATOR;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.ORGANISATION_ALIAS;
import static cz.koplan.db.Tables.ORP;
import static cz.koplan.db.Tables.SERVICE;
import static cz.koplan.db.Tables.SERVICE_KIND;
import static cz.koplan.db.Tables.SERVICE_KIND_ALIAS;
import static cz.koplan.db.Tables.SERVICE_ORP;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.groupConcat;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cz.koplan.db.tables.records.ServiceOrpRecord;
import cz.koplan.db.tables.records.ServiceRecord;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.Versions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

@Repository
class ServiceRepository {

    private static final String FOLDING = "utf8mb4_uca1400_ai_ci";

    private final DSLContext db;
    private final Clock clock;

    ServiceRepository(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<ServiceRow> rows(ServiceFilter filter, int offset, int limit) {
        return db.select(
                        SERVICE.ID,
                        SERVICE.NAME,
                        ORGANISATION.ID,
                        ORGANISATION.NAME,
                        SERVICE_KIND.NAME,
                        field(select(groupConcat(ORP.NAME).orderBy(ORP.NAME).separator(", "))
                                .from(SERVICE_ORP)
                                .join(ORP)
                                .on(ORP.ID.eq(SERVICE_ORP.ORP_ID))
                                .where(SERVICE_ORP.SERVICE_ID.eq(SERVICE.ID))),
                        SERVICE.REGISTER_ID,
                        SERVICE.ACTIVE)
                .from(SERVICE)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(SERVICE.ORGANISATION_ID))
                .leftJoin(SERVICE_KIND)
                .on(SERVICE_KIND.ID.eq(SERVICE.KIND_ID))
                .where(matches(filter))
                .orderBy(ORGANISATION.NAME, SERVICE.NAME, SERVICE.ID)
                .offset(offset)
                .limit(limit)
                .fetch(mapping(ServiceRow::new));
    }

    int count(ServiceFilter filter) {
        return db.fetchCount(db.selectOne()
                .from(SERVICE)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(SERVICE.ORGANISATION_ID))
                .leftJoin(SERVICE_KIND)
                .on(SERVICE_KIND.ID.eq(SERVICE.KIND_ID))
                .where(matches(filter)));
    }

    private static Condition matches(ServiceFilter filter) {
        return filter.organisation()
                .map(SERVICE.ORGANISATION_ID::eq)
                .orElse(noCondition())
                .and(filter.kind().map(SERVICE.KIND_ID::eq).orElse(noCondition()))
                .and(filter.orp().map(ServiceRepository::isIn).orElse(noCondition()))
                .and(holds(filter.text().strip()));
    }

    private static Condition isIn(OrpId orp) {
        return org.jooq.impl.DSL.exists(selectOne()
                .from(SERVICE_ORP)
                .where(SERVICE_ORP.SERVICE_ID.eq(SERVICE.ID))
                .and(SERVICE_ORP.ORP_ID.eq(orp)));
    }

    private static Condition holds(String text) {
        if (text.isEmpty()) {
            return noCondition();
        }
        return SERVICE.SEARCH_NAME
                .contains(text)
                .or(ORGANISATION.SEARCH_NAME.contains(text))
                .or(SERVICE_KIND.NAME.collate(FOLDING).contains(text))
                .or(SERVICE.REGISTER_ID.startsWith(text))
                .orExists(selectOne()
                        .from(ORGANISATION_ALIAS)
                        .where(ORGANISATION_ALIAS.ORGANISATION_ID.eq(ORGANISATION.ID))
                        .and(ORGANISATION_ALIAS.SEARCH_ALIAS.contains(text)))
                .orExists(selectOne()
                        .from(SERVICE_KIND_ALIAS)
                        .where(SERVICE_KIND_ALIAS.KIND_ID.eq(SERVICE.KIND_ID))
                        .and(SERVICE_KIND_ALIAS.ALIAS.eq(text)));
    }

    Optional<SocialService> find(ServiceId id) {
        List<OrpOption> orps = db.select(ORP.ID, ORP.NAME)
                .from(SERVICE_ORP)
                .join(ORP)
                .on(ORP.ID.eq(SERVICE_ORP.ORP_ID))
                .where(SERVICE_ORP.SERVICE_ID.eq(id))
                .orderBy(ORP.NAME, ORP.ID)
                .fetch(mapping(OrpOption::new));
        return db.select(SERVICE.asterisk(), ORGANISATION.NAME, SERVICE_KIND.SECTION, SERVICE_KIND.NAME)
                .from(SERVICE)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(SERVICE.ORGANISATION_ID))
                .leftJoin(SERVICE_KIND)
                .on(SERVICE_KIND.ID.eq(SERVICE.KIND_ID))
                .where(SERVICE.ID.eq(id))
                .fetchOptional(row -> new SocialService(
                        id,
                        row.get(SERVICE.VERSION),
                        new ProviderOption(row.get(SERVICE.ORGANISATION_ID), row.get(ORGANISATION.NAME)),
                        row.get(SERVICE.KIND_ID) == null
                                ? null
                                : new KindOption(
                                        row.get(SERVICE.KIND_ID),
                                        row.get(SERVICE_KIND.SECTION),
                                        row.get(SERVICE_KIND.NAME)),
                        row.get(SERVICE.NAME),
                        row.get(SERVICE.REGISTER_ID),
                        orps,
                        row.get(SERVICE.ACTIVE)));
    }

    ServiceId insert(ServiceData data) {
        ServiceRecord row = db.newRecord(SERVICE);
        row.setPublicId(UUID.randomUUID());
        write(row, data);
        row.insert();
        data.orps().forEach(orp -> insert(row.getId(), orp));
        return row.getId();
    }

    void update(ServiceId id, int version, ServiceData data) {
        ServiceRecord row = Versions.seen(db.fetchOne(SERVICE, SERVICE.ID.eq(id)), version);
        List<ServiceOrpRecord> served = db.fetch(SERVICE_ORP, SERVICE_ORP.SERVICE_ID.eq(id));
        Set<OrpId> before =
                new HashSet<>(served.stream().map(ServiceOrpRecord::getOrpId).toList());
        if (!before.equals(data.orps())) {
            row.setOrpsChangedAt(LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
        }
        write(row, data);
        Versions.update(row);
        served.stream().filter(orp -> !data.orps().contains(orp.getOrpId())).forEach(Versions::delete);
        data.orps().stream().filter(orp -> !before.contains(orp)).forEach(orp -> insert(id, orp));
    }

    private static void write(ServiceRecord row, ServiceData data) {
        row.setOrganisationId(data.organisation());
        row.setKindId(data.kind());
        row.setName(data.name());
        row.setRegisterId(data.registerId());
        row.setActive(data.active());
    }

    private void insert(ServiceId service, OrpId orp) {
        ServiceOrpRecord row = db.newRecord(SERVICE_ORP);
        row.setServiceId(service);
        row.setOrpId(orp);
        row.insert();
    }

    boolean exists(OrganisationId organisation) {
        return db.fetchExists(ORGANISATION, ORGANISATION.ID.eq(organisation));
    }

    boolean isTaken(OrganisationId organisation, String name, Optional<ServiceId> except) {
        return db.fetchExists(
                SERVICE,
                SERVICE.ORGANISATION_ID
                        .eq(organisation)
                        .and(SERVICE.SEARCH_NAME.eq(name))
                        .and(except.map(SERVICE.ID::ne).orElse(noCondition())));
    }

    boolean isRegistered(String registerId, Optional<ServiceId> except) {
        return db.fetchExists(
                SERVICE,
                SERVICE.REGISTER_ID
                        .eq(registerId)
                        .and(except.map(SERVICE.ID::ne).orElse(noCondition())));
    }

    boolean isValid(KindId kind, LocalDate day) {
        return db.fetchExists(
                SERVICE_KIND,
                SERVICE_KIND.ID.eq(kind).and(validOn(day, SERVICE_KIND.VALID_FROM, SERVICE_KIND.VALID_TO)));
    }

    int countValid(Collection<OrpId> orps, LocalDate day) {
        return orps.isEmpty() ? 0 : db.fetchCount(ORP, ORP.ID.in(orps).and(validOn(day, ORP.VALID_FROM, ORP.VALID_TO)));
    }

    List<KindOption> kinds(LocalDate day) {
        return db.select(SERVICE_KIND.ID, SERVICE_KIND.SECTION, SERVICE_KIND.NAME)
                .from(SERVICE_KIND)
                .where(validOn(day, SERVICE_KIND.VALID_FROM, SERVICE_KIND.VALID_TO))
                .orderBy(SERVICE_KIND.POSITION, SERVICE_KIND.ID)
                .fetch(mapping(KindOption::new));
    }

    List<OrpOption> orps(LocalDate day) {
        return db.select(ORP.ID, ORP.NAME)
                .from(ORP)
                .where(validOn(day, ORP.VALID_FROM, ORP.VALID_TO))
                .orderBy(ORP.NAME, ORP.ID)
                .fetch(mapping(OrpOption::new));
    }

    private static Condition validOn(LocalDate day, Field<LocalDate> from, Field<LocalDate> to) {
        return from.isNull().or(from.le(day)).and(to.isNull().or(to.ge(day)));
    }

    List<ServiceOption> options(OrganisationId organisation) {
        return db.select(SERVICE.ID, SERVICE.NAME, SERVICE_KIND.NAME)
                .from(SERVICE)
                .leftJoin(SERVICE_KIND)
                .on(SERVICE_KIND.ID.eq(SERVICE.KIND_ID))
                .where(SERVICE.ORGANISATION_ID.eq(organisation))
                .and(SERVICE.ACTIVE)
                .orderBy(SERVICE.NAME, SERVICE.ID)
                .fetch(mapping(ServiceOption::new));
    }

    List<ProviderOption> providers() {
        return db.select(ORGANISATION.ID, ORGANISATION.NAME)
                .from(ORGANISATION)
                .whereExists(selectOne().from(SERVICE).where(SERVICE.ORGANISATION_ID.eq(ORGANISATION.ID)))
                .orderBy(ORGANISATION.NAME, ORGANISATION.ID)
                .fetch(mapping(ProviderOption::new));
    }

    List<ProviderOption> organisations() {
        return db.select(ORGANISATION.ID, ORGANISATION.NAME)
                .from(ORGANISATION)
                .orderBy(ORGANISATION.NAME, ORGANISATION.ID)
                .fetch(mapping(ProviderOption::new));
    }

    /** Returns the organisations that are members of groups which the person coordinates. */
    List<ProviderOption> organisationsOf(PersonId coordinator, LocalDate day) {
        return db.select(ORGANISATION.ID, ORGANISATION.NAME)
                .from(ORGANISATION)
                .whereExists(selectOne()
                        .from(GROUP_MEMBER)
                        .join(GROUP_COORDINATOR)
                        .on(GROUP_COORDINATOR.GROUP_ID.eq(GROUP_MEMBER.GROUP_ID))
                        .where(GROUP_MEMBER.ORGANISATION_ID.eq(ORGANISATION.ID))
                        .and(GROUP_COORDINATOR.PERSON_ID.eq(coordinator))
                        .and(validOn(day, GROUP_MEMBER.VALID_FROM, GROUP_MEMBER.VALID_TO)))
                .orderBy(ORGANISATION.NAME, ORGANISATION.ID)
                .fetch(mapping(ProviderOption::new));
    }

    /** Tells whether the organisation, or any, is a member of a group which the person coordinates. */
    boolean coordinates(PersonId person, Optional<OrganisationId> organisation, LocalDate day) {
        return db.fetchExists(selectOne()
                .from(GROUP_MEMBER)
                .join(GROUP_COORDINATOR)
                .on(GROUP_COORDINATOR.GROUP_ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(GROUP_COORDINATOR.PERSON_ID.eq(person))
                .and(organisation
                        .map(GROUP_MEMBER.ORGANISATION_ID::eq)
                        .orElse(GROUP_MEMBER.ORGANISATION_ID.isNotNull()))
                .and(validOn(day, GROUP_MEMBER.VALID_FROM, GROUP_MEMBER.VALID_TO)));
    }

    Optional<OrganisationId> organisationOf(ServiceId service) {
        return db.select(SERVICE.ORGANISATION_ID)
                .from(SERVICE)
                .where(SERVICE.ID.eq(service))
                .fetchOptional(SERVICE.ORGANISATION_ID);
    }
}
