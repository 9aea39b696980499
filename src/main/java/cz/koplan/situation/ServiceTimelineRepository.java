package cz.koplan.situation;

import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.SERVICE;
import static cz.koplan.db.Tables.SERVICE_KIND;
import static org.jooq.Records.mapping;

import cz.koplan.services.ServiceId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class ServiceTimelineRepository {

    private final DSLContext db;

    ServiceTimelineRepository(DSLContext db) {
        this.db = db;
    }

    Optional<TimelineHead> head(ServiceId id) {
        return db.select(SERVICE.NAME, SERVICE_KIND.NAME, ORGANISATION.ID, ORGANISATION.NAME)
                .from(SERVICE)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(SERVICE.ORGANISATION_ID))
                .leftJoin(SERVICE_KIND)
                .on(SERVICE_KIND.ID.eq(SERVICE.KIND_ID))
                .where(SERVICE.ID.eq(id))
                .fetchOptional(mapping(TimelineHead::new));
    }
}
