package cz.koplan.services;

import static cz.koplan.db.Tables.AGE_BAND;
import static cz.koplan.db.Tables.CAPACITY_UNIT;
import static cz.koplan.db.Tables.ORP;
import static cz.koplan.db.Tables.PLANNING_GROUP;
import static cz.koplan.db.Tables.PLANNING_GROUP_TARGET_GROUP;
import static cz.koplan.db.Tables.REGION;
import static cz.koplan.db.Tables.SERVICE_FORM;
import static cz.koplan.db.Tables.SERVICE_KIND;
import static cz.koplan.db.Tables.SERVICE_KIND_ALIAS;
import static cz.koplan.db.Tables.SERVICE_KIND_FORM;
import static cz.koplan.db.Tables.TARGET_GROUP;

import cz.koplan.db.tables.records.OrpRecord;
import cz.koplan.db.tables.records.PlanningGroupRecord;
import cz.koplan.db.tables.records.PlanningGroupTargetGroupRecord;
import cz.koplan.db.tables.records.ServiceKindAliasRecord;
import cz.koplan.db.tables.records.ServiceKindFormRecord;
import cz.koplan.db.tables.records.ServiceKindRecord;
import cz.koplan.db.tables.records.TargetGroupRecord;
import cz.koplan.shared.changes.Versions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Repository;

@Repository
class CodeListRepository {

    private final DSLContext db;
    private final Clock clock;

    CodeListRepository(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<KindRow> kinds() {
        Map<KindId, List<KindRow.Form>> forms = db.select(
                        SERVICE_KIND_FORM.KIND_ID, SERVICE_FORM.NAME, SERVICE_KIND_FORM.OPTIONAL)
                .from(SERVICE_KIND_FORM)
                .join(SERVICE_FORM)
                .on(SERVICE_FORM.ID.eq(SERVICE_KIND_FORM.FORM_ID))
                .orderBy(SERVICE_KIND_FORM.OPTIONAL, SERVICE_FORM.POSITION)
                .fetchGroups(
                        SERVICE_KIND_FORM.KIND_ID,
                        row -> new KindRow.Form(row.get(SERVICE_FORM.NAME), row.get(SERVICE_KIND_FORM.OPTIONAL)));
        Map<KindId, List<String>> aliases = db.select(SERVICE_KIND_ALIAS.KIND_ID, SERVICE_KIND_ALIAS.ALIAS)
                .from(SERVICE_KIND_ALIAS)
                .orderBy(SERVICE_KIND_ALIAS.ALIAS, SERVICE_KIND_ALIAS.ID)
                .fetchGroups(SERVICE_KIND_ALIAS.KIND_ID, SERVICE_KIND_ALIAS.ALIAS);
        Set<KindId> doubtful = db.select(SERVICE_KIND_FORM.KIND_ID)
                .from(SERVICE_KIND_FORM)
                .where(SERVICE_KIND_FORM.TO_VERIFY)
                .union(db.select(SERVICE_KIND_ALIAS.KIND_ID)
                        .from(SERVICE_KIND_ALIAS)
                        .where(SERVICE_KIND_ALIAS.TO_VERIFY))
                .fetchSet(SERVICE_KIND_FORM.KIND_ID);
        return db.selectFrom(SERVICE_KIND)
                .orderBy(SERVICE_KIND.POSITION, SERVICE_KIND.ID)
                .fetch(row -> new KindRow(
                        row.getId(),
                        row.getVersion(),
                        row.getSection(),
                        row.getCategory(),
                        row.getMinistryId(),
                        row.getRegisterNumber(),
                        row.getNote(),
                        forms.getOrDefault(row.getId(), List.of()),
                        aliases.getOrDefault(row.getId(), List.of()),
                        new CodeData(
                                row.getName(),
                                new Validity(row.getValidFrom(), row.getValidTo()),
                                !row.getToVerify() && !doubtful.contains(row.getId()))));
    }

    List<TargetGroupRow> targetGroups() {
        return db.selectFrom(TARGET_GROUP)
                .orderBy(TARGET_GROUP.POSITION, TARGET_GROUP.ID)
                .fetch(row -> new TargetGroupRow(
                        row.getId(),
                        row.getVersion(),
                        row.getRegisterNumber(),
                        new CodeData(
                                row.getName(),
                                new Validity(row.getValidFrom(), row.getValidTo()),
                                !row.getToVerify())));
    }

    List<OrpRow> orps() {
        return db.select(ORP.asterisk(), REGION.NAME)
                .from(ORP)
                .leftJoin(REGION)
                .on(REGION.ID.eq(ORP.REGION_ID))
                .orderBy(ORP.NAME, ORP.ID)
                .fetch(row -> new OrpRow(
                        row.get(ORP.ID),
                        row.get(ORP.VERSION),
                        row.get(ORP.CODE),
                        row.get(REGION.NAME),
                        new CodeData(
                                row.get(ORP.NAME),
                                new Validity(row.get(ORP.VALID_FROM), row.get(ORP.VALID_TO)),
                                !row.get(ORP.TO_VERIFY))));
    }

    List<PlanningGroupRow> planningGroups() {
        Map<PlanningGroupId, List<TargetGroupRow.Option>> targets = db.select(
                        PLANNING_GROUP_TARGET_GROUP.PLANNING_GROUP_ID, TARGET_GROUP.ID, TARGET_GROUP.NAME)
                .from(PLANNING_GROUP_TARGET_GROUP)
                .join(TARGET_GROUP)
                .on(TARGET_GROUP.ID.eq(PLANNING_GROUP_TARGET_GROUP.TARGET_GROUP_ID))
                .orderBy(TARGET_GROUP.POSITION, TARGET_GROUP.ID)
                .fetchGroups(
                        PLANNING_GROUP_TARGET_GROUP.PLANNING_GROUP_ID,
                        row -> new TargetGroupRow.Option(row.get(TARGET_GROUP.ID), row.get(TARGET_GROUP.NAME)));
        return db.select(PLANNING_GROUP.asterisk(), REGION.NAME)
                .from(PLANNING_GROUP)
                .join(REGION)
                .on(REGION.ID.eq(PLANNING_GROUP.REGION_ID))
                .orderBy(REGION.NAME, PLANNING_GROUP.POSITION, PLANNING_GROUP.ID)
                .fetch(row -> new PlanningGroupRow(
                        row.get(PLANNING_GROUP.ID),
                        row.get(PLANNING_GROUP.VERSION),
                        row.get(REGION.NAME),
                        row.get(PLANNING_GROUP.POSITION),
                        row.get(PLANNING_GROUP.NAME),
                        !row.get(PLANNING_GROUP.TO_VERIFY),
                        targets.getOrDefault(row.get(PLANNING_GROUP.ID), List.of())));
    }

    FixedLists fixedLists() {
        return new FixedLists(
                lines(
                        SERVICE_FORM,
                        SERVICE_FORM.CODE,
                        SERVICE_FORM.NAME,
                        SERVICE_FORM.TO_VERIFY,
                        SERVICE_FORM.POSITION),
                lines(
                        CAPACITY_UNIT,
                        CAPACITY_UNIT.CODE,
                        CAPACITY_UNIT.NAME,
                        CAPACITY_UNIT.TO_VERIFY,
                        CAPACITY_UNIT.POSITION),
                lines(AGE_BAND, AGE_BAND.CODE, AGE_BAND.NAME, AGE_BAND.TO_VERIFY, AGE_BAND.POSITION),
                lines(REGION, REGION.CODE, REGION.NAME, REGION.TO_VERIFY, REGION.NAME));
    }

    private List<CodeLine> lines(
            Table<?> list, Field<String> code, Field<String> name, Field<Boolean> toVerify, Field<?> order) {
        return db.select(code, name, toVerify)
                .from(list)
                .orderBy(order, code)
                .fetch(row -> new CodeLine(row.get(code), row.get(name), !row.get(toVerify)));
    }

    void updateKind(KindId id, int version, CodeData data) {
        ServiceKindRecord row = Versions.seen(db.fetchOne(SERVICE_KIND, SERVICE_KIND.ID.eq(id)), version);
        List<ServiceKindFormRecord> forms =
                db.fetch(SERVICE_KIND_FORM, SERVICE_KIND_FORM.KIND_ID.eq(id).and(SERVICE_KIND_FORM.TO_VERIFY));
        List<ServiceKindAliasRecord> aliases =
                db.fetch(SERVICE_KIND_ALIAS, SERVICE_KIND_ALIAS.KIND_ID.eq(id).and(SERVICE_KIND_ALIAS.TO_VERIFY));
        boolean verified = !row.getToVerify() && forms.isEmpty() && aliases.isEmpty();
        row.setName(data.name());
        row.setValidFrom(data.validity().from());
        row.setValidTo(data.validity().to());
        if (data.verified() != verified) {
            row.setToVerify(!data.verified());
        }
        Versions.update(row);
        if (data.verified()) {
            forms.forEach(form -> {
                form.setToVerify(false);
                Versions.update(form);
            });
            aliases.forEach(alias -> {
                alias.setToVerify(false);
                Versions.update(alias);
            });
        }
    }

    void updateTargetGroup(TargetGroupId id, int version, CodeData data) {
        TargetGroupRecord row = Versions.seen(db.fetchOne(TARGET_GROUP, TARGET_GROUP.ID.eq(id)), version);
        row.setName(data.name());
        row.setValidFrom(data.validity().from());
        row.setValidTo(data.validity().to());
        row.setToVerify(!data.verified());
        Versions.update(row);
    }

    void updateOrp(OrpId id, int version, CodeData data) {
        OrpRecord row = Versions.seen(db.fetchOne(ORP, ORP.ID.eq(id)), version);
        row.setName(data.name());
        row.setValidFrom(data.validity().from());
        row.setValidTo(data.validity().to());
        row.setToVerify(!data.verified());
        Versions.update(row);
    }

    void assign(PlanningGroupId id, int version, Set<TargetGroupId> targetGroups) {
        PlanningGroupRecord group = Versions.seen(db.fetchOne(PLANNING_GROUP, PLANNING_GROUP.ID.eq(id)), version);
        group.setTargetsChangedAt(LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
        Versions.update(group);
        List<PlanningGroupTargetGroupRecord> assigned =
                db.fetch(PLANNING_GROUP_TARGET_GROUP, PLANNING_GROUP_TARGET_GROUP.PLANNING_GROUP_ID.eq(id));
        Set<TargetGroupId> added = new HashSet<>(targetGroups);
        for (PlanningGroupTargetGroupRecord row : assigned) {
            if (!added.remove(row.getTargetGroupId())) {
                Versions.delete(row);
            }
        }
        for (TargetGroupId targetGroup : added) {
            PlanningGroupTargetGroupRecord row = db.newRecord(PLANNING_GROUP_TARGET_GROUP);
            row.setPlanningGroupId(id);
            row.setTargetGroupId(targetGroup);
            row.insert();
        }
    }

    /** Returns the names of regions by everything that a table may call them: code and name, whatever the case. */
    Map<String, String> regionNames() {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        db.select(REGION.CODE, REGION.NAME).from(REGION).fetch().forEach(row -> {
            names.put(row.get(REGION.CODE), row.get(REGION.NAME));
            names.put(row.get(REGION.NAME), row.get(REGION.NAME));
        });
        return names;
    }

    void write(List<OrpChange> changes) {
        Map<String, RegionId> regions = new HashMap<>();
        db.select(REGION.NAME, REGION.ID)
                .from(REGION)
                .fetch()
                .forEach(row -> regions.put(row.get(REGION.NAME), row.get(REGION.ID)));
        Map<String, OrpRecord> known = db.fetch(ORP).intoMap(ORP.CODE);
        for (OrpChange change : changes) {
            if (change.kind() == OrpChangeKind.UNCHANGED) {
                continue;
            }
            OrpData after = change.after();
            OrpRecord row = known.getOrDefault(change.code(), db.newRecord(ORP));
            row.setCode(change.code());
            row.setName(after.name());
            row.setRegionId(after.region() == null ? null : regions.get(after.region()));
            row.setValidFrom(after.validity().from());
            row.setValidTo(after.validity().to());
            row.setToVerify(!after.verified());
            row.store();
        }
    }
}
