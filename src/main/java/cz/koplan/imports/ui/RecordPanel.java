package cz.koplan.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.imports.ImportReview;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.organisations.OrganisationName;
import cz.koplan.reading.Lines;
import cz.koplan.reading.ReadMinutes;
import cz.koplan.shared.ui.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was understood, each piece tied to the source lines it came from. */
class RecordPanel extends Section {

    private final ImportReview review;

    RecordPanel(ImportReview review) {
        this.review = review;
        addClassName("record");
        ReadMinutes read = review.minutes();
        add(new H2(getTranslation("imports.record")), head(read));
        for (AttendanceKind kind : AttendanceKind.values()) {
            List<ReadMinutes.Attendee> some = read.attendance().stream()
                    .filter(attendee -> attendee.kind() == kind)
                    .toList();
            if (!some.isEmpty()) {
                add(new H3(Words.of(this, kind) + " (" + some.size() + ")"), attendees(some));
            }
        }
        read.items().forEach(this::addItem);
        if (!read.tasks().isEmpty()) {
            add(new H3(getTranslation("tasks.title")));
            read.tasks()
                    .forEach(task -> add(lit(
                            new Paragraph(Stream.of(
                                            task.text(),
                                            task.owner(),
                                            task.due() == null ? null : Words.day(task.due(), getLocale()))
                                    .filter(part -> part != null)
                                    .collect(Collectors.joining(" · "))),
                            task.lines())));
        }
        if (!read.resolutions().isEmpty()) {
            add(new H3(getTranslation("minutes.resolutions")));
            read.resolutions()
                    .forEach(resolution -> add(lit(
                            new Paragraph(
                                    (resolution.number() == null ? "" : resolution.number() + " ") + resolution.text()),
                            resolution.lines())));
        }
        if (!read.unused().isEmpty()) {
            add(new H3(getTranslation("imports.unused")));
            read.unused().forEach(unused -> add(lit(new Paragraph(unused.text()), unused.lines())));
        }
    }

    private DescriptionList head(ReadMinutes read) {
        DescriptionList list = new DescriptionList();
        add(list, "meetings.name", read.title(), "title");
        add(list, "meetings.heldOn", review.date() == null ? null : Words.day(review.date(), getLocale()), "date");
        add(list, "meetings.startsAt", Words.time(read.start(), getLocale()), "start");
        add(list, "meetings.endsAt", Words.time(read.end(), getLocale()), "end");
        add(list, "meetings.mode", read.mode() == null ? null : Words.of(this, read.mode()), "mode");
        add(list, "meetings.place", read.place(), "place");
        add(list, "minutes.author", read.author(), "author");
        add(list, "minutes.verifiedBy", read.verifiedBy(), "verifiedBy");
        ReadMinutes.NextMeeting next = read.nextMeeting();
        if (next != null) {
            String when = Stream.of(
                            next.date() == null ? "" : Words.day(next.date(), getLocale()),
                            Words.time(next.start(), getLocale()),
                            next.place() == null ? "" : next.place())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
            add(list, "meetings.next", when, "nextMeeting");
        }
        return list;
    }

    private void add(DescriptionList list, String key, @Nullable String value, String field) {
        if (value != null && !value.isEmpty()) {
            list.add(
                    new DescriptionList.Term(getTranslation(key)),
                    lit(
                            new DescriptionList.Description(value),
                            review.minutes().provenance().get(field)));
        }
    }

    private UnorderedList attendees(List<ReadMinutes.Attendee> attendees) {
        UnorderedList list = new UnorderedList();
        list.addClassName("chips");
        attendees.forEach(attendee -> list.add(lit(
                new ListItem(
                        attendee.organisation() == null
                                ? attendee.name()
                                : attendee.name() + " – " + attendee.organisation()),
                attendee.lines())));
        return list;
    }

    private void addItem(ReadMinutes.Item item) {
        String number = item.agendaNumber() == null ? "" : item.agendaNumber() + ". ";
        String title = item.title() == null ? getTranslation("imports.untitled") : item.title();
        add(lit(new H3(number + title), item.lines()));
        item.updates().forEach(update -> {
            Span label = new Span(update.label());
            label.addClassName("strong");
            Div line = new Div(label, known(update.label()), new Paragraph(update.text()));
            line.addClassName("said");
            add(lit(line, update.lines()));
        });
        item.paragraphs().forEach(paragraph -> add(lit(new Paragraph(paragraph.text()), paragraph.lines())));
    }

    private Component known(String label) {
        OrganisationName organisation = review.organisations().get(label);
        Span mark = new Span();
        mark.addClassName("tag");
        if (organisation != null) {
            mark.add(VaadinIcon.CHECK.create(), new Span(organisation.name()));
            mark.setVisible(!organisation.name().equals(label));
        } else {
            mark.add(VaadinIcon.QUESTION.create(), new Span(getTranslation("imports.organisation.unknown")));
        }
        return mark;
    }

    private static <C extends HtmlContainer> C lit(C component, @Nullable Lines lines) {
        if (lines != null) {
            component.getElement().setAttribute("data-lines", lines.from() + "-" + lines.to());
            component.getElement().setAttribute("tabindex", "0");
        }
        return component;
    }
}
