package cz.koplan.services;

import static cz.koplan.db.Tables.ORP;
import static cz.koplan.db.Tables.SERVICE;
import static cz.koplan.db.Tables.SERVICE_KIND;
import static org.jooq.Records.mapping;

import cz.koplan.organisations.OrganisationId;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

@Repository
class ServiceRepository {

    private final DSLContext db;

    ServiceRepository(DSLContext db) {
        this.db = db;
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

    List<OrpOption> orps(LocalDate day) {
        return db.select(ORP.ID, ORP.NAME)
                .from(ORP)
                .where(validOn(day, ORP.VALID_FROM, ORP.VALID_TO))
                .orderBy(ORP.NAME, ORP.ID)
                .fetch(mapping(OrpOption::new));
    }

    /** Both ends belong to the span; an end that is not known bounds nothing. */
    private static Condition validOn(LocalDate day, Field<LocalDate> from, Field<LocalDate> to) {
        return from.isNull().or(from.le(day)).and(to.isNull().or(to.ge(day)));
    }
}
