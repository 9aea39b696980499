package cz.koplan.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.AttendanceLine;
import cz.koplan.shared.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One organisation or guest on the list. It stays the same component as long as it is on the list, and so keeps focus. */
class AttendanceItem extends ListItem {

    private final AttendancePanel panel;
    private final Span name = new Span();
    private final Icon icon = new Icon();
    private final Span words = new Span();
    private final List<NativeButton> marks = new ArrayList<>();
    private AttendanceLine line;

    AttendanceItem(AttendancePanel panel, AttendanceLine line, boolean writable) {
        this.panel = panel;
        this.line = line;
        addClassName("attendance-item");
        name.addClassName("strong");
        Div state = new Div(icon, words);
        state.addClassName("attendance-state");
        Div who = new Div(name, state);
        who.addClassName("attendance-who");
        add(who);
        if (writable) {
            add(controls());
        }
    }

    private Component controls() {
        Div controls = new Div();
        controls.addClassName("attendance-controls");
        if (line.kind() == AttendanceKind.GUEST) {
            controls.add(Words.iconButton(
                    VaadinIcon.CLOSE_SMALL,
                    getTranslation("attendance.guest.remove", line.name()),
                    () -> panel.removeGuest(line)));
        } else {
            controls.getElement().setAttribute("role", "group");
            controls.getElement().setAttribute("aria-label", getTranslation("attendance.of", line.name()));
            controls.add(
                    mark(AttendanceKind.PRESENT, "attendance.present", "attendance.present.key"),
                    mark(AttendanceKind.EXCUSED, "attendance.excused", "attendance.excused.key"),
                    mark(AttendanceKind.ABSENT, "attendance.absent", "attendance.absent.key"));
        }
        controls.add(Words.iconButton(
                VaadinIcon.ELLIPSIS_DOTS_V, getTranslation("attendance.more", line.name()), () -> panel.open(line)));
        return controls;
    }

    /** Pressed once more, the button takes the mark back. */
    private NativeButton mark(AttendanceKind kind, String word, String keyName) {
        String key = getTranslation(keyName);
        NativeButton button =
                new NativeButton(key, click -> panel.note(line, line.kind() == kind ? AttendanceKind.EXPECTED : kind));
        button.addClassName("attendance-mark");
        button.setAriaLabel(getTranslation("attendance.mark", getTranslation(word), line.name()));
        button.setTitle(getTranslation("attendance.mark.key", getTranslation(word), key));
        button.getElement().setAttribute("data-key", key.toLowerCase(Locale.ROOT));
        button.getElement().setAttribute("data-kind", kind.name());
        marks.add(button);
        return button;
    }

    void show(AttendanceLine now, List<AgendaItem> agenda) {
        line = now;
        name.setText(now.name());
        icon.setIcon(picture(now.kind()));
        words.setText(describe(now, agenda));
        getElement().setAttribute("data-kind", now.kind().name());
        marks.forEach(mark -> mark.getElement()
                .setAttribute(
                        "aria-pressed",
                        String.valueOf(
                                now.kind().name().equals(mark.getElement().getAttribute("data-kind")))));
    }

    private static VaadinIcon picture(AttendanceKind kind) {
        return switch (kind) {
            case EXPECTED -> VaadinIcon.CIRCLE_THIN;
            case PRESENT -> VaadinIcon.CHECK_CIRCLE;
            case EXCUSED -> VaadinIcon.ENVELOPE_O;
            case ABSENT -> VaadinIcon.CLOSE_CIRCLE_O;
            case GUEST -> VaadinIcon.USER;
        };
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
