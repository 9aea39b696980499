package cz.koplan.imports;

import cz.koplan.groups.GroupId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.files.FileId;
import org.jspecify.annotations.Nullable;

/** A file on its way; {@code meeting} is what it became. */
record MinutesImport(
        ImportId id,
        int version,
        FileId file,
        String fileName,
        ImportState state,
        Answers answers,
        @Nullable GroupId group,
        @Nullable MeetingId meeting,
        AccountId createdBy) {}
