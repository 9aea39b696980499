package cz.koplan.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables that have a past, under names that people know. */
public enum LoggedTable {
    ACCOUNT,
    ACTION_ITEM,
    AGENDA_ITEM,
    AGENDA_ITEM_FILE,
    AGE_BAND,
    ATTENDANCE,
    BACKLOG_ITEM,
    CAPACITY_UNIT,
    DELEGATE,
    FILE,
    GROUP_COORDINATOR,
    GROUP_MAIL_TEXT,
    GROUP_MEMBER,
    GROUP_REPORTING,
    INVITATION,
    INVITATION_ANSWER,
    LINK,
    MEETING,
    MEETING_SERIES,
    MEETING_TEMPLATE,
    MINUTES,
    MINUTES_ENTRY,
    MINUTES_IMPORT,
    ORGANISATION,
    ORGANISATION_ALIAS,
    ORP,
    PERSON,
    PERSONAL_LINK,
    PLANNING_GROUP,
    PLANNING_GROUP_TARGET_GROUP,
    PROPOSAL,
    PROVIDER_UPDATE,
    REGION,
    RESOLUTION,
    SERVICE,
    SERVICE_FORM,
    SERVICE_KIND,
    SERVICE_KIND_ALIAS,
    SERVICE_KIND_FORM,
    SERVICE_ORP,
    TARGET_GROUP,
    TASK_STEP,
    TEMPLATE_ITEM,
    UPDATE_FILE,
    UPDATE_ORP,
    UPDATE_SERVICE,
    UPDATE_SIGNAL,
    WORKING_GROUP;

    /** @param table as the database calls it */
    public static Optional<LoggedTable> of(String table) {
        return Stream.of(values()).filter(known -> known.table().equals(table)).findFirst();
    }

    /** Returns what the database calls it. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
