package cz.koplan.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AttendanceLine;
import cz.koplan.shared.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One organisation or guest on the list. It stays the same component as long as it is on the list, and so keeps focus.
 * {@code attendance.js} draws it with its buttons, so that the server holds one element for each.
 */
@Tag("koplan-attendance")
class AttendanceItem extends Component {

    private AttendanceLine line;

    AttendanceItem(AttendanceLine line) {
        this.line = line;
        getElement().setAttribute("row", String.valueOf(line.id().value()));
    }

    AttendanceLine line() {
        return line;
    }

    void show(AttendanceLine now, List<AgendaItem> agenda) {
        line = now;
        getElement().setAttribute("label", now.name());
        getElement().setAttribute("state", describe(now, agenda));
        getElement().setAttribute("data-kind", now.kind().name());
    }

    private String describe(AttendanceLine now, List<AgendaItem> agenda) {
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (now.kind()) {
                    case EXPECTED -> getTranslation("attendance.expected");
                    case PRESENT -> getTranslation("attendance.present");
                    case EXCUSED -> getTranslation("attendance.excused");
                    case ABSENT -> getTranslation("attendance.absent");
                    case GUEST -> getTranslation("attendance.guest");
                });
        if (!now.speaker().isEmpty()) {
            parts.add(
                    now.through() == null
                            ? now.speaker()
                            : AttendancePanel.named(now.speaker(), Words.of(this, now.through())));
        }
        find(now.joinedAt(), agenda).ifPresent(item -> parts.add(getTranslation("attendance.joined", shortly(item))));
        find(now.leftAt(), agenda).ifPresent(item -> parts.add(getTranslation("attendance.left", shortly(item))));
        return String.join(" · ", parts);
    }

    private static Optional<AgendaItem> find(@Nullable AgendaItemId id, List<AgendaItem> agenda) {
        return agenda.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    private static String shortly(AgendaItem item) {
        Integer number = item.data().number();
        return number == null ? item.data().title() : number.toString();
    }
}
