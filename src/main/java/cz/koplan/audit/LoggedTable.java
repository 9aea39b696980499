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
    ATTENDANCE,
    BACKLOG_ITEM,
    DELEGATE,
    FILE,
    GROUP_COORDINATOR,
    GROUP_MAIL_TEXT,
    GROUP_MEMBER,
    GROUP_REPORTING,
    INVITATION,
    INVITATION_ANSWER,
    LINK,
    MAIL_FILE,
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
    PROPOSAL,
    PROVIDER_UPDATE,
    REGION,
    RESOLUTION,
    SERVICE,
    SERVICE_KIND,
    SERVICE_ORP,
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
