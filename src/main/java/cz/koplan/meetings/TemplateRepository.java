package cz.koplan.meetings;

import static cz.koplan.db.Tables.MEETING_TEMPLATE;
import static cz.koplan.db.Tables.TEMPLATE_ITEM;

import cz.koplan.db.tables.records.MeetingTemplateRecord;
import cz.koplan.db.tables.records.TemplateItemRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.shared.changes.Versions;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.conf.RecordDirtyTracking;
import org.jooq.conf.SettingsTools;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class TemplateRepository {

    private final DSLContext db;

    TemplateRepository(DSLContext db) {
        this.db = db;
    }

    MeetingTemplate find(GroupId group) {
        MeetingTemplateRecord row = row(group);
        return row == null
                ? new MeetingTemplate(group, 0, TemplateData.USUAL)
                : new MeetingTemplate(
                        group,
                        row.getVersion(),
                        new TemplateData(
                                row.getTitle(),
                                row.getStartsAt(),
                                row.getEndsAt(),
                                row.getMode(),
                                row.getPlace(),
                                items(group).stream()
                                        .map(item -> new TemplateItem(
                                                item.getTitle(), item.getKind(), item.getDurationMinutes()))
                                        .toList()));
    }

    private @Nullable MeetingTemplateRecord row(GroupId group) {
        return db.fetchOne(MEETING_TEMPLATE, MEETING_TEMPLATE.GROUP_ID.eq(group));
    }

    private List<TemplateItemRecord> items(GroupId group) {
        return db.selectFrom(TEMPLATE_ITEM)
                .where(TEMPLATE_ITEM.GROUP_ID.eq(group))
                .orderBy(TEMPLATE_ITEM.POSITION, TEMPLATE_ITEM.ID)
                .fetch();
    }

    /** @throws StaleVersionException when the group's template has another version; 0 = it has none */
    void save(GroupId group, int version, TemplateData data) {
        MeetingTemplateRecord found = row(group);
        if (found == null && version != 0) {
            throw new StaleVersionException();
        }
        MeetingTemplateRecord row = found == null ? db.newRecord(MEETING_TEMPLATE) : Versions.seen(found, version);
        row.setGroupId(group);
        row.setTitle(data.title());
        row.setStartsAt(data.startsAt());
        row.setEndsAt(data.endsAt());
        row.setMode(data.mode());
        row.setPlace(data.place());
        boolean itemsChanged = saveItems(group, data.items());
        if (found == null) {
            row.insert();
        } else {
            if (itemsChanged) {
                // The template changes with its items, so that the second editor of them is told.
                row.attach(db.configuration()
                        .derive(SettingsTools.clone(db.settings())
                                .withRecordDirtyTracking(RecordDirtyTracking.TOUCHED)));
                row.touched(MEETING_TEMPLATE.GROUP_ID, true);
            }
            Versions.update(row);
        }
    }

    private boolean saveItems(GroupId group, List<TemplateItem> items) {
        List<TemplateItemRecord> rows = items(group);
        boolean changed = false;
        for (int i = 0; i < Math.max(rows.size(), items.size()); i++) {
            if (i >= items.size()) {
                Versions.delete(rows.get(i));
                changed = true;
                continue;
            }
            TemplateItemRecord row = i < rows.size() ? rows.get(i) : db.newRecord(TEMPLATE_ITEM);
            row.setGroupId(group);
            row.setPosition(i + 1);
            row.setTitle(items.get(i).title());
            row.setKind(items.get(i).kind());
            row.setDurationMinutes(items.get(i).minutes());
            changed |= row.modified();
            if (i < rows.size()) {
                Versions.update(row);
            } else {
                row.insert();
            }
        }
        return changed;
    }
}
