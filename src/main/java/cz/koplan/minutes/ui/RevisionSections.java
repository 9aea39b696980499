package cz.koplan.minutes.ui;

import com.vaadin.flow.component.Component;
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
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.minutes.EntryKind;
import cz.koplan.minutes.MinutesContent;
import cz.koplan.minutes.Vote;
import cz.koplan.shared.ui.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A revision as one reads it: laid out like {@link MinutesSections}, with nothing to change. */
class RevisionSections extends Div {

    private final MinutesContent minutes;

    RevisionSections(MinutesContent minutes) {
        this.minutes = minutes;
        addClassName("minutes-columns");
        Article said = new Article();
        minutes.items().forEach(item -> said.add(item(item)));
        if (!minutes.resolutions().isEmpty()) {
            Section section = new Section(new H2(getTranslation("minutes.resolutions")));
            minutes.resolutions().forEach(resolution -> section.add(resolution(resolution)));
            said.add(section);
        }
        add(said, new Aside(attendance(), tasks(), next(), signatories()));
    }

    private Section item(MinutesContent.Item item) {
        Section section = new Section(new H2((item.number() == null ? "" : item.number() + ". ") + item.title()));
        item.updates().stream()
                .filter(update -> !update.text().isBlank() || update.outcome() != null)
                .forEach(update -> section.add(said(
                        update.label(),
                        update.text().isBlank()
                                ? new Span(Words.of(this, Objects.requireNonNull(update.outcome())))
                                : new MinutesText(update.text(), update.internal()))));
        item.entries()
                .forEach(entry -> section.add(said(
                        entry.kind() == EntryKind.DECISION ? Words.of(this, EntryKind.DECISION) : "",
                        new Div(new MinutesText(entry.text(), entry.internal()), vote(entry.vote())))));
        item.resolutions().forEach(resolution -> section.add(resolution(resolution)));
        item.tasks().forEach(task -> section.add(said(getTranslation("revisions.task"), task(task))));
        return section;
    }

    private Div resolution(MinutesContent.Resolution resolution) {
        String label = Stream.of(
                        getTranslation("minutes.resolution"),
                        resolution.number(),
                        resolution.withdrawn() ? getTranslation("minutes.resolution.withdrawn") : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return said(label, new Div(new MinutesText(resolution.text(), resolution.internal()), vote(resolution.vote())));
    }

    private Div task(MinutesContent.Task task) {
        Span who = new Span(ownerAndDue(task));
        who.addClassName("secondary");
        return new Div(new MinutesText(task.text(), task.internal()), who);
    }

    private String ownerAndDue(MinutesContent.Task task) {
        return Stream.of(
                        task.person(),
                        task.organisation(),
                        task.due() == null ? null : Words.day(task.due(), getLocale()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private Div vote(@Nullable Vote vote) {
        Div line = new Div();
        line.addClassName("secondary");
        line.setVisible(vote != null);
        if (vote != null) {
            String counted = getTranslation("revisions.vote", vote.inFavour(), vote.against(), vote.abstained());
            line.setText(
                    vote.conflictOfInterest() == null
                            ? counted
                            : counted + " " + getTranslation("revisions.vote.conflict", vote.conflictOfInterest()));
        }
        return line;
    }

    private static Div said(String label, Component text) {
        Div line = new Div();
        line.addClassName("said");
        if (!label.isEmpty()) {
            Span strong = new Span(label);
            strong.addClassName("strong");
            line.addClassName("update");
            line.add(strong);
        }
        line.add(text);
        return line;
    }

    private Section attendance() {
        Section section = new Section(new H2(getTranslation("meetings.attendance")));
        for (AttendanceKind kind : AttendanceKind.values()) {
            List<MinutesContent.Attendee> some = minutes.attendance().stream()
                    .filter(attendee -> attendee.kind() == kind)
                    .toList();
            if (!some.isEmpty()) {
                UnorderedList list = new UnorderedList();
                list.addClassName("lines");
                some.forEach(attendee -> list.add(attendee(attendee)));
                section.add(new H3(Words.of(this, kind) + " (" + some.size() + ")"), list);
            }
        }
        section.setVisible(!minutes.attendance().isEmpty());
        return section;
    }

    private ListItem attendee(MinutesContent.Attendee attendee) {
        String organisation = attendee.organisation();
        String note = minutes.attendanceNote(attendee);
        Div who = new Div(new Span(attendee.name().isEmpty() && organisation != null ? organisation : attendee.name()));
        String more = Stream.of(attendee.name().isEmpty() || organisation == null ? "" : organisation, note)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        if (!more.isEmpty()) {
            Span secondary = new Span(more);
            secondary.addClassName("secondary");
            who.add(secondary);
        }
        return new ListItem(who);
    }

    private Section tasks() {
        Section section = new Section(new H2(getTranslation("tasks.title")));
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        minutes.allTasks().forEach(task -> list.add(new ListItem(task(task))));
        section.add(list);
        section.setVisible(!minutes.allTasks().isEmpty());
        return section;
    }

    private Section next() {
        var next = minutes.nextMeeting();
        String when = next == null
                ? ""
                : Stream.of(
                                next.date() == null ? "" : Words.day(next.date(), getLocale()),
                                Words.time(next.start(), getLocale()),
                                next.place() == null ? "" : next.place())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · "));
        Section section = new Section(new H2(getTranslation("meetings.next")), new Paragraph(when));
        section.setVisible(!when.isEmpty());
        return section;
    }

    private Section signatories() {
        return new Section(
                new H2(getTranslation("minutes.signatories")),
                signatory("minutes.author", minutes.author()),
                signatory("minutes.verifiedBy", minutes.verifiedBy()));
    }

    private Paragraph signatory(String role, MinutesContent.@Nullable Signatory signatory) {
        return new Paragraph(getTranslation(role) + ": " + (signatory == null ? "–" : signatory.name()));
    }
}
