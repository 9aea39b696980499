package cz.koplan.desk.ui;

import com.vaadin.flow.component.Component;
import cz.koplan.meetings.AgendaItem;

/** Lets the browser show how long an item has taken, second by second without the server. */
final class Clock {

    private Clock() {}

    static void show(Component box, AgendaItem item, boolean exact) {
        var element = box.getElement();
        element.setAttribute("data-used", String.valueOf(item.secondsUsed()));
        element.setAttribute(
                "data-planned",
                item.data().minutes() == null ? "" : item.data().minutes().toString());
        element.setAttribute(
                "data-since",
                item.runningSince() == null
                        ? ""
                        : String.valueOf(item.runningSince().toEpochMilli()));
        if (exact) {
            element.setAttribute("data-exact", "true");
        }
    }
}
