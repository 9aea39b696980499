package cz.koplan.imports;

import static cz.koplan.db.Tables.FILE;
import static cz.koplan.db.Tables.MINUTES_IMPORT;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.Records.mapping;

import cz.koplan.db.tables.records.MinutesImportRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.changes.Versions;
import cz.koplan.shared.files.FileId;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ImportRepository {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final DSLContext db;

    ImportRepository(DSLContext db) {
        this.db = db;
    }

    /** Returns the newest imports that the account made or whose group is one of these. */
    List<ImportRow> rows(AccountId account, Collection<GroupId> groups, int limit) {
        return db.select(
                        MINUTES_IMPORT.ID,
                        FILE.NAME,
                        MINUTES_IMPORT.STATE,
                        WORKING_GROUP.NAME,
                        MINUTES_IMPORT.MEETING_ID,
                        MINUTES_IMPORT.CREATED_AT)
                .from(MINUTES_IMPORT)
                .join(FILE)
                .on(FILE.ID.eq(MINUTES_IMPORT.FILE_ID))
                .leftJoin(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(MINUTES_IMPORT.GROUP_ID))
                .where(visible(account, groups))
                .and(MINUTES_IMPORT.STATE.ne(ImportState.DISCARDED))
                .orderBy(MINUTES_IMPORT.STATE, MINUTES_IMPORT.CREATED_AT.desc(), MINUTES_IMPORT.ID.desc())
                .limit(limit)
                .fetch(mapping(ImportRow::new));
    }

    private static Condition visible(AccountId account, Collection<GroupId> groups) {
        return MINUTES_IMPORT.CREATED_BY.eq(account).or(MINUTES_IMPORT.GROUP_ID.in(groups));
    }

    Optional<ImportId> known(String sha256, AccountId account, Collection<GroupId> groups) {
        return db.select(MINUTES_IMPORT.ID)
                .from(MINUTES_IMPORT)
                .where(MINUTES_IMPORT.SHA256.eq(sha256))
                .and(MINUTES_IMPORT.STATE.ne(ImportState.DISCARDED))
                .and(visible(account, groups))
                .orderBy(MINUTES_IMPORT.ID.desc())
                .limit(1)
                .fetchOptional(MINUTES_IMPORT.ID);
    }

    Optional<MinutesImport> find(ImportId id) {
        return db.select(MINUTES_IMPORT.asterisk(), FILE.NAME)
                .from(MINUTES_IMPORT)
                .join(FILE)
                .on(FILE.ID.eq(MINUTES_IMPORT.FILE_ID))
                .where(MINUTES_IMPORT.ID.eq(id))
                .fetchOptional(row -> new MinutesImport(
                        id,
                        row.get(MINUTES_IMPORT.VERSION),
                        row.get(MINUTES_IMPORT.FILE_ID),
                        row.get(FILE.NAME),
                        row.get(MINUTES_IMPORT.STATE),
                        MAPPER.readValue(row.get(MINUTES_IMPORT.ANSWERS).data(), Answers.class),
                        row.get(MINUTES_IMPORT.GROUP_ID),
                        row.get(MINUTES_IMPORT.MEETING_ID),
                        row.get(MINUTES_IMPORT.CREATED_BY)));
    }

    ImportId insert(FileId file, String sha256, AccountId account, LocalDateTime createdAt) {
        MinutesImportRecord row = db.newRecord(MINUTES_IMPORT);
        row.setFileId(file);
        row.setSha256(sha256);
        row.setState(ImportState.OPEN);
        row.setAnswers(json(Answers.NONE));
        row.setCreatedBy(account);
        row.setCreatedAt(createdAt);
        row.insert();
        return row.getId();
    }

    void setAnswers(MinutesImport seen, Answers answers) {
        MinutesImportRecord row = seen(seen);
        row.setAnswers(json(answers));
        Versions.update(row);
    }

    void setGroup(MinutesImport seen, GroupId group) {
        MinutesImportRecord row = seen(seen);
        row.setGroupId(group);
        Versions.update(row);
    }

    void setState(MinutesImport seen, ImportState state, Optional<MeetingId> meeting) {
        MinutesImportRecord row = seen(seen);
        row.setState(state);
        meeting.ifPresent(row::setMeetingId);
        Versions.update(row);
    }

    private MinutesImportRecord seen(MinutesImport seen) {
        return Versions.seen(db.fetchOne(MINUTES_IMPORT, MINUTES_IMPORT.ID.eq(seen.id())), seen.version());
    }

    private static JSON json(Answers answers) {
        return JSON.json(MAPPER.writeValueAsString(answers));
    }
}
