package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItemId;
import cz.koplan.tasks.TaskId;
import cz.koplan.updates.UpdateId;
import org.jspecify.annotations.Nullable;

/** Something on the page of minutes that one can be led to; {@code id} is null for what is there once. */
public record Place(String kind, @Nullable Long id) {

    public static final Place ATTENDANCE = new Place("attendance", null);

    public static Place of(AgendaItemId item) {
        return new Place("item", item.value());
    }

    public static Place of(EntryId entry) {
        return new Place("entry", entry.value());
    }

    public static Place of(UpdateId update) {
        return new Place("update", update.value());
    }

    public static Place of(TaskId task) {
        return new Place("task", task.value());
    }

    public static Place of(ResolutionId resolution) {
        return new Place("resolution", resolution.value());
    }

    /** The id of the element on the page, for example {@code item-12}. */
    public String anchor() {
        return id == null ? kind : kind + "-" + id;
    }
}
