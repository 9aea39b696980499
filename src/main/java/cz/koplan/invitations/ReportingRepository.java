package cz.koplan.invitations;

import static cz.koplan.db.Tables.GROUP_REPORTING;

import cz.koplan.db.tables.records.GroupReportingRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.shared.changes.Versions;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class ReportingRepository {

    private final DSLContext db;

    ReportingRepository(DSLContext db) {
        this.db = db;
    }

    Reporting find(GroupId group) {
        return db.selectFrom(GROUP_REPORTING)
                .where(GROUP_REPORTING.GROUP_ID.eq(group))
                .fetchOptional(row ->
                        new Reporting(row.getVersion(), new ReportingData(row.getReminderDays(), row.getValidDays())))
                .orElseGet(() -> new Reporting(0, ReportingData.USUAL));
    }

    void save(GroupId group, int version, ReportingData data) {
        GroupReportingRecord row = db.fetchOne(GROUP_REPORTING, GROUP_REPORTING.GROUP_ID.eq(group));
        if (row == null && version != 0) {
            throw new StaleVersionException();
        }
        if (row == null) {
            row = db.newRecord(GROUP_REPORTING);
            row.setGroupId(group);
            write(row, data);
            row.insert();
        } else {
            write(Versions.seen(row, version), data);
            Versions.update(row);
        }
    }

    private static void write(GroupReportingRecord row, ReportingData data) {
        row.setReminderDays(data.reminderDays());
        row.setValidDays(data.validDays());
    }
}
