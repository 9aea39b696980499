package cz.koplan.minutes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.Attendee;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.shared.ui.Words;
import cz.koplan.tasks.Task;
import cz.koplan.updates.ProviderUpdate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The minutes as one reads them: the agenda on the left with all that was said, attendance and tasks on the right. */
class MinutesSections extends Div {

    private final MinutesPage page;
    private final MeetingForms forms;
    private final Reports reports;

    /** What came with an update besides its text. */
    interface Reports {
        Component details(ProviderUpdate update);

        /** What is done when somebody turns the update into something; empty where the reader may not. */
        Optional<Runnable> conversion(ProviderUpdate update);
    }

    MinutesSections(MinutesPage page, MeetingForms forms, Reports reports) {
        this.page = page;
        this.forms = forms;
        this.reports = reports;
        addClassName("minutes-columns");
        Article said = new Article();
        page.agenda().forEach(item -> said.add(agendaItem(item)));
        said.add(resolutions());
        if (page.writable()) {
            said.add(addButton(
                    "minutes.item.add", () -> forms.addAgendaItem(page.meeting().id())));
        }
        add(said, new Aside(attendance(), tasks(), next(), signatories()));
    }

    private Section agendaItem(AgendaItem item) {
        Integer number = item.data().number();
        Section section = new Section(heading(
                (number == null ? "" : number + ". ") + item.data().title(),
                () -> forms.editAgendaItem(page.meeting().id(), item)));
        page.updatesUnder(item.id()).forEach(update -> section.add(update(update)));
        page.entriesUnder(item.id()).forEach(entry -> {
            Div line = new Div(markdown(entry.text()));
            line.addClassName("said");
            addEdit(
                    line,
                    getTranslation("minutes.entry.edit"),
                    () -> forms.editEntry(page.meeting().id(), entry));
            section.add(line);
        });
        if (page.writable()) {
            section.add(
                    item.data().kind() == AgendaItemKind.ROUND_TABLE
                            ? addButton(
                                    "minutes.update.add",
                                    () -> forms.addUpdate(page.meeting().id(), item.id()))
                            : addButton(
                                    "minutes.entry.add",
                                    () -> forms.addEntry(page.meeting().id(), item.id())));
        }
        return section;
    }

    private Div update(ProviderUpdate update) {
        Span label = new Span(update.label());
        label.addClassName("strong");
        Div said = new Div(markdown(update.data().text()), reports.details(update));
        said.addClassName("text");
        reports.conversion(update).ifPresent(conversion -> {
            Button next = new Button(getTranslation("desk.convert"), click -> conversion.run());
            next.addThemeVariants(ButtonVariant.TERTIARY);
            next.setAriaLabel(getTranslation("updates.convert.title", update.label()));
            said.add(next);
        });
        Div line = new Div(label, said);
        line.addClassNames("said", "update");
        addEdit(
                line,
                getTranslation("action.edit.of", update.label()),
                () -> forms.editUpdate(page.meeting().id(), update));
        return line;
    }

    private Section resolutions() {
        Section section = new Section(new H2(getTranslation("minutes.resolutions")));
        page.resolutions().forEach(resolution -> {
            Span number = new Span(
                    resolution.data().number() == null ? "" : resolution.data().number());
            number.addClassName("strong");
            Div line = new Div(number, markdown(resolution.data().text()));
            line.addClassNames("said", "update");
            addEdit(
                    line,
                    getTranslation("minutes.resolution.edit"),
                    () -> forms.editResolution(page.meeting().id(), resolution));
            section.add(line);
        });
        if (page.writable()) {
            section.add(addButton(
                    "minutes.resolution.add",
                    () -> forms.addResolution(page.meeting().id())));
        }
        section.setVisible(page.writable() || !page.resolutions().isEmpty());
        return section;
    }

    private Section attendance() {
        Section section = new Section(new H2(getTranslation("meetings.attendance")));
        for (AttendanceKind kind : AttendanceKind.values()) {
            List<Attendee> some = page.attendance().stream()
                    .filter(attendee -> attendee.data().kind() == kind)
                    .toList();
            if (!some.isEmpty()) {
                UnorderedList list = new UnorderedList();
                list.addClassName("lines");
                some.forEach(attendee -> list.add(attendee(attendee)));
                section.add(new H3(Words.of(this, kind) + " (" + some.size() + ")"), list);
            }
        }
        if (page.attendance().isEmpty()) {
            section.add(new Paragraph(getTranslation("meetings.attendance.empty")));
        }
        if (page.writable()) {
            section.add(addButton(
                    "meetings.attendee.add",
                    () -> forms.addAttendee(page.meeting().id())));
        }
        return section;
    }

    private ListItem attendee(Attendee attendee) {
        String organisation = attendee.organisationName();
        String name = attendee.data().name();
        Div who = new Div(new Span(name.isEmpty() && organisation != null ? organisation : name));
        if (!name.isEmpty() && organisation != null) {
            Span secondary = new Span(organisation);
            secondary.addClassName("secondary");
            who.add(secondary);
        }
        ListItem line = new ListItem(who);
        addEdit(
                line,
                getTranslation("action.edit.of", name.isEmpty() ? String.valueOf(organisation) : name),
                () -> forms.editAttendee(page.meeting().id(), attendee));
        return line;
    }

    private Section tasks() {
        Section section = new Section(new H2(getTranslation("tasks.title")));
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        page.tasks().forEach(task -> {
            Span who = new Span(ownerAndDue(task));
            who.addClassName("secondary");
            ListItem line = new ListItem(new Div(markdown(task.data().text()), who));
            addEdit(
                    line,
                    getTranslation("tasks.edit"),
                    () -> forms.editTask(page.meeting().id(), task));
            list.add(line);
        });
        section.add(list);
        if (page.tasks().isEmpty()) {
            section.add(new Paragraph(getTranslation("tasks.empty")));
        }
        if (page.writable()) {
            section.add(
                    addButton("tasks.add", () -> forms.addTask(page.meeting().id())));
        }
        return section;
    }

    private String ownerAndDue(Task task) {
        return Stream.of(
                        task.personName(),
                        task.organisationName(),
                        task.data().ownerLabel(),
                        task.data().due() == null ? null : Words.day(task.data().due(), getLocale()),
                        Words.of(this, task.data().state()))
                .filter(part -> part != null)
                .collect(Collectors.joining(" · "));
    }

    private Section next() {
        var data = page.meeting().data();
        String when = Stream.of(
                        data.nextHeldOn() == null ? "" : Words.day(data.nextHeldOn(), getLocale()),
                        Words.time(data.nextStartsAt(), getLocale()),
                        data.nextPlace() == null ? "" : data.nextPlace())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        Section section = new Section(new H2(getTranslation("meetings.next")), new Paragraph(when));
        section.setVisible(!when.isEmpty());
        return section;
    }

    private Section signatories() {
        Section section = new Section(heading(
                getTranslation("minutes.signatories"),
                () -> forms.editSignatories(page.meeting().id(), page.version(), page.signatories())));
        section.add(
                signatory("minutes.author", page.signatories().author()),
                signatory("minutes.verifiedBy", page.signatories().verifiedBy()));
        return section;
    }

    private Paragraph signatory(String role, @Nullable String name) {
        return new Paragraph(getTranslation(role) + ": " + (name == null ? "–" : name));
    }

    private Div heading(String text, Runnable edit) {
        Div heading = new Div(new H2(text));
        heading.addClassName("line");
        addEdit(heading, getTranslation("action.edit.of", text), edit);
        return heading;
    }

    private void addEdit(com.vaadin.flow.component.HasComponents line, String label, Runnable edit) {
        if (page.writable()) {
            line.add(Words.iconButton(VaadinIcon.PENCIL, label, edit));
        }
    }

    private Button addButton(String key, Runnable action) {
        Button button = new Button(getTranslation(key), VaadinIcon.PLUS.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("add");
        return button;
    }

    private static Component markdown(String text) {
        return new MinutesText(text, false);
    }
}
