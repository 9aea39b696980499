package cz.koplan.situation;

import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.ORP;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static cz.koplan.db.Tables.SERVICE_ORP;
import static cz.koplan.db.Tables.UPDATE_ORP;
import static cz.koplan.db.Tables.UPDATE_SERVICE;
import static cz.koplan.db.Tables.UPDATE_SIGNAL;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.quarter;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.year;

import cz.koplan.groups.GroupId;
import cz.koplan.services.OrpId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.springframework.stereotype.Repository;

@Repository
class BarometerRepository {

    private static final Field<Integer> QUARTER = year(SaidRepository.DAY)
            .times(4)
            .plus(quarter(SaidRepository.DAY))
            .minus(1)
            .as("counted_quarter");

    private final DSLContext db;

    BarometerRepository(DSLContext db) {
        this.db = db;
    }

    /** What counts: said, not ended before its day, within what the reader sees and asks for, signals aside. */
    private static Condition counted(BarometerFilter filter, Scope scope) {
        return SaidRepository.SAID
                .and(SaidRepository.endedBefore().not())
                .and(SaidRepository.seen(scope))
                .and(within(filter, scope));
    }

    /** Found by meetings and days first: otherwise every update ever said would be looked at. */
    private static Condition within(BarometerFilter filter, Scope scope) {
        LocalDate first = filter.from().firstDay();
        LocalDate last = filter.to().lastDay();
        var met = PROVIDER_UPDATE.as("met");
        var between = PROVIDER_UPDATE.as("between_meetings");
        var period = select(met.ID)
                .from(MEETING)
                .join(met)
                .on(met.MEETING_ID.eq(MEETING.ID))
                .where(MEETING.HELD_ON.between(first, last))
                .and(of(MEETING.GROUP_ID, filter, scope))
                .unionAll(select(between.ID)
                        .from(between)
                        .where(between.MEETING_ID.isNull())
                        .and(of(between.GROUP_ID, filter, scope))
                        .and(between.SUBMITTED_AT.ge(utc(first)))
                        .and(between.SUBMITTED_AT.lt(utc(last.plusDays(1)))))
                .asTable("period");
        return PROVIDER_UPDATE.ID.in(select(period.field(met.ID)).from(period));
    }

    private static Condition of(Field<GroupId> group, BarometerFilter filter, Scope scope) {
        return filter.group()
                .map(group::eq)
                .orElse(noCondition())
                .and(scope.everywhere() ? noCondition() : group.in(scope.inside()));
    }

    private static LocalDateTime utc(LocalDate day) {
        return day.atStartOfDay(ZoneId.of("Europe/Prague"))
                .withZoneSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
    }

    private static Condition signal(BarometerFilter filter) {
        return filter.signal().map(UPDATE_SIGNAL.SIGNAL::eq).orElse(noCondition());
    }

    /** Counts per locality: an update's own localities, else those of its services, else unknown. */
    Map<Barometer.Cell, Integer> counts(BarometerFilter filter, Scope scope, Map<OrpId, Locality.Orp> names) {
        Field<OrpId> place = coalesce(UPDATE_ORP.ORP_ID, SERVICE_ORP.ORP_ID).as("counted_orp");
        Map<Barometer.Cell, Integer> counts = new HashMap<>();
        db.select(QUARTER, place, UPDATE_SIGNAL.SIGNAL, countDistinct(PROVIDER_UPDATE.ID))
                .from(PROVIDER_UPDATE)
                .join(UPDATE_SIGNAL)
                .on(UPDATE_SIGNAL.UPDATE_ID.eq(PROVIDER_UPDATE.ID))
                .leftJoin(MEETING)
                .on(MEETING.ID.eq(PROVIDER_UPDATE.MEETING_ID))
                .leftJoin(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(PROVIDER_UPDATE.AGENDA_ITEM_ID))
                .leftJoin(UPDATE_ORP)
                .on(UPDATE_ORP.UPDATE_ID.eq(PROVIDER_UPDATE.ID))
                .leftJoin(UPDATE_SERVICE.join(SERVICE_ORP).on(SERVICE_ORP.SERVICE_ID.eq(UPDATE_SERVICE.SERVICE_ID)))
                .on(UPDATE_SERVICE.UPDATE_ID.eq(PROVIDER_UPDATE.ID).and(UPDATE_ORP.ID.isNull()))
                .where(counted(filter, scope))
                .and(signal(filter))
                .groupBy(QUARTER, place, UPDATE_SIGNAL.SIGNAL)
                .forEach(row -> counts.put(
                        new Barometer.Cell(
                                row.value2() == null
                                        ? new Locality.Unknown()
                                        : Objects.requireNonNull(names.get(row.value2())),
                                Quarter.atIndex(row.value1()),
                                row.value3()),
                        row.value4()));
        return counts;
    }

    Map<Barometer.Cell, Integer> totals(BarometerFilter filter, Scope scope) {
        Map<Barometer.Cell, Integer> totals = new HashMap<>();
        db.select(QUARTER, UPDATE_SIGNAL.SIGNAL, count())
                .from(PROVIDER_UPDATE)
                .join(UPDATE_SIGNAL)
                .on(UPDATE_SIGNAL.UPDATE_ID.eq(PROVIDER_UPDATE.ID))
                .leftJoin(MEETING)
                .on(MEETING.ID.eq(PROVIDER_UPDATE.MEETING_ID))
                .leftJoin(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(PROVIDER_UPDATE.AGENDA_ITEM_ID))
                .where(counted(filter, scope))
                .and(signal(filter))
                .groupBy(QUARTER, UPDATE_SIGNAL.SIGNAL)
                .forEach(row -> totals.put(
                        new Barometer.Cell(new Locality.Any(), Quarter.atIndex(row.value1()), row.value2()),
                        row.value3()));
        return totals;
    }

    /** The condition on updates behind a number of the barometer. */
    Condition behind(BarometerFilter filter, Locality locality, Scope scope) {
        return counted(filter, scope)
                .and(exists(selectOne()
                        .from(UPDATE_SIGNAL)
                        .where(UPDATE_SIGNAL.UPDATE_ID.eq(PROVIDER_UPDATE.ID))
                        .and(signal(filter))))
                .and(at(locality));
    }

    BarometerNumber number(BarometerFilter filter, Locality locality, Scope scope) {
        return db.select(count(), countDistinct(PROVIDER_UPDATE.ID))
                .from(PROVIDER_UPDATE)
                .join(UPDATE_SIGNAL)
                .on(UPDATE_SIGNAL.UPDATE_ID.eq(PROVIDER_UPDATE.ID))
                .leftJoin(MEETING)
                .on(MEETING.ID.eq(PROVIDER_UPDATE.MEETING_ID))
                .leftJoin(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(PROVIDER_UPDATE.AGENDA_ITEM_ID))
                .where(counted(filter, scope))
                .and(signal(filter))
                .and(at(locality))
                .fetchSingle(mapping(BarometerNumber::new));
    }

    private static Condition at(Locality locality) {
        Condition saysWhere = exists(selectOne().from(UPDATE_ORP).where(UPDATE_ORP.UPDATE_ID.eq(PROVIDER_UPDATE.ID)));
        return switch (locality) {
            case Locality.Any any -> trueCondition();
            case Locality.Unknown unknown -> saysWhere.not().and(notExists(servedIn(trueCondition())));
            case Locality.Orp orp ->
                exists(selectOne()
                                .from(UPDATE_ORP)
                                .where(UPDATE_ORP.UPDATE_ID.eq(PROVIDER_UPDATE.ID))
                                .and(UPDATE_ORP.ORP_ID.eq(orp.id())))
                        .or(saysWhere.not().and(exists(servedIn(SERVICE_ORP.ORP_ID.eq(orp.id())))));
        };
    }

    private static Select<?> servedIn(Condition where) {
        return selectOne()
                .from(UPDATE_SERVICE)
                .join(SERVICE_ORP)
                .on(SERVICE_ORP.SERVICE_ID.eq(UPDATE_SERVICE.SERVICE_ID))
                .where(UPDATE_SERVICE.UPDATE_ID.eq(PROVIDER_UPDATE.ID))
                .and(where);
    }

    /** Returns all localities by name. */
    List<Locality.Orp> localities() {
        return db.select(ORP.ID, ORP.NAME).from(ORP).orderBy(ORP.NAME, ORP.ID).fetch(mapping(Locality.Orp::new));
    }

    List<Barometer.Choice> groups(Scope scope) {
        return db.select(WORKING_GROUP.ID, WORKING_GROUP.NAME)
                .from(WORKING_GROUP)
                .where(scope.everywhere() ? trueCondition() : WORKING_GROUP.ID.in(scope.inside()))
                .orderBy(WORKING_GROUP.NAME, WORKING_GROUP.ID)
                .fetch(mapping(Barometer.Choice::new));
    }
}
