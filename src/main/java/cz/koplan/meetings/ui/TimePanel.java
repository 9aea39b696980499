package cz.koplan.meetings.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import cz.koplan.meetings.AgendaPage;
import cz.koplan.shared.ui.Words;

/** How long the agenda takes, against the time the meeting has. */
class TimePanel extends Section {

    TimePanel(AgendaPage page) {
        add(
                new H2(getTranslation("meetings.time")),
                new Paragraph(getTranslation("meetings.time.sum", page.plannedMinutes())));
        if (page.plannedEnd() != null) {
            String end = Words.time(page.plannedEnd().toLocalTime(), getLocale());
            Paragraph line = new Paragraph(
                    page.overtime()
                            ? getTranslation(
                                    "meetings.time.over",
                                    end,
                                    Words.time(page.meeting().data().endsAt(), getLocale()))
                            : getTranslation("meetings.time.end", end));
            if (page.overtime()) {
                line.addClassName("form-error");
                line.getElement().setAttribute("role", "status");
            }
            add(line);
        }
    }
}
