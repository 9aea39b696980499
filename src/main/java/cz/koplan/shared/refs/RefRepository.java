package cz.koplan.shared.refs;

import static cz.koplan.db.Tables.LINK;
import static org.jooq.impl.DSL.falseCondition;

import cz.koplan.db.tables.records.LinkRecord;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Repository;

/** Keeps what led to what. Rights are the caller's: a reference has no owner. */
@Repository
public class RefRepository {

    private final DSLContext db;
    private final Clock clock;

    RefRepository(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Notes, once, that the one led to the other. */
    public void link(Ref from, Ref to) {
        if (!db.fetchExists(LINK, is(LINK.FROM_KIND, LINK.FROM_ID, from).and(is(LINK.TO_KIND, LINK.TO_ID, to)))) {
            LinkRecord row = db.newRecord(LINK);
            row.setFromKind(from.kind());
            row.setFromId(from.id());
            row.setToKind(to.kind());
            row.setToId(to.id());
            row.setLinkedByName(CurrentActor.findName().orElse(Actor.SYSTEM.name()));
            row.setLinkedAt(LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
            row.insert();
        }
    }

    /** Forgets everything that leads to it, because it is gone. */
    public void forget(Ref to) {
        db.fetch(LINK, is(LINK.TO_KIND, LINK.TO_ID, to)).forEach(LinkRecord::delete);
    }

    /** What came of the one, or led to it, now holds of the other. */
    public void move(Ref old, Ref now) {
        for (LinkRecord row : db.fetch(LINK, is(LINK.FROM_KIND, LINK.FROM_ID, old))) {
            row.delete();
            link(now, new Ref(row.getToKind(), row.getToId()));
        }
        for (LinkRecord row : db.fetch(LINK, is(LINK.TO_KIND, LINK.TO_ID, old))) {
            row.delete();
            link(new Ref(row.getFromKind(), row.getFromId()), now);
        }
    }

    /** Returns what each of them led to, the oldest first; one query. */
    public Map<Ref, List<Ref>> from(Collection<Ref> causes) {
        return db.selectFrom(LINK)
                .where(any(LINK.FROM_KIND, LINK.FROM_ID, causes))
                .orderBy(LINK.ID)
                .fetchGroups(
                        row -> new Ref(row.getFromKind(), row.getFromId()),
                        row -> new Ref(row.getToKind(), row.getToId()));
    }

    /** Returns what led to each of them, the oldest first; one query. */
    public Map<Ref, List<Ref>> to(Collection<Ref> results) {
        return db.selectFrom(LINK)
                .where(any(LINK.TO_KIND, LINK.TO_ID, results))
                .orderBy(LINK.ID)
                .fetchGroups(
                        row -> new Ref(row.getToKind(), row.getToId()),
                        row -> new Ref(row.getFromKind(), row.getFromId()));
    }

    private static Condition any(
            TableField<LinkRecord, RefKind> kind, TableField<LinkRecord, Long> id, Collection<Ref> refs) {
        Condition any = falseCondition();
        Map<RefKind, List<Long>> byKind = refs.stream()
                .collect(Collectors.groupingBy(
                        Ref::kind, LinkedHashMap::new, Collectors.mapping(Ref::id, Collectors.toList())));
        for (var some : byKind.entrySet()) {
            any = any.or(kind.eq(some.getKey()).and(id.in(some.getValue())));
        }
        return any;
    }

    private static Condition is(TableField<LinkRecord, RefKind> kind, TableField<LinkRecord, Long> id, Ref ref) {
        return kind.eq(ref.kind()).and(id.eq(ref.id()));
    }
}
