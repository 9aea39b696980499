package cz.koplan.situation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import cz.koplan.minutes.ui.MinutesNavigation;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.Words;
import cz.koplan.situation.Consequence;
import cz.koplan.situation.SaidUpdate;
import cz.koplan.situation.UpdateFileService;
import cz.koplan.updates.Signal;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Shows updates as cards of a list. */
final class SaidCards {

    private final Component where;
    private final UpdateFileService files;
    private final Optional<Predicate<OrganisationId>> linked;

    /** Cards of one organisation, which need not name it. */
    SaidCards(Component where, UpdateFileService files) {
        this(where, files, Optional.empty());
    }

    /** @param linked whose page the reader may open; the cards name all */
    SaidCards(Component where, UpdateFileService files, Predicate<OrganisationId> linked) {
        this(where, files, Optional.of(linked));
    }

    private SaidCards(Component where, UpdateFileService files, Optional<Predicate<OrganisationId>> linked) {
        this.where = where;
        this.files = files;
        this.linked = linked;
    }

    ListItem card(SaidUpdate update) {
        ListItem card = new ListItem(head(update), meta(update));
        if (!update.text().isEmpty()) {
            card.add(text(update.text()));
        } else if (update.outcome() != null) {
            card.add(new Paragraph(Words.of(where, update.outcome())));
        }
        if (update.submitted() != null) {
            card.add(new NativeDetails(where.getTranslation("situation.submitted.text"), text(update.submitted())));
        }
        String concerns = concerns(update);
        if (!concerns.isEmpty()) {
            card.add(secondary(concerns));
        }
        if (!update.files().isEmpty()) {
            card.add(files(update));
        }
        if (!update.consequences().isEmpty()) {
            card.add(secondary(where.getTranslation("situation.became")), consequences(update));
        }
        return card;
    }

    private Div head(SaidUpdate update) {
        Div head = new Div();
        head.addClassName("said-head");
        linked.ifPresent(pages -> head.add(
                update.organisation() != null && pages.test(update.organisation())
                        ? SituationNavigation.organisationLink(update.label(), update.organisation())
                        : new Span(update.label())));
        Span when = new Span(day(update.day()));
        when.addClassName("strong");
        head.add(when);
        if (update.meeting() != null && update.meetingTitle() != null) {
            head.add(MinutesNavigation.link(update.meetingTitle(), update.meeting()));
        } else {
            head.add(new Span(where.getTranslation("situation.betweenMeetings")));
        }
        Span group = new Span(update.groupName());
        group.addClassName("secondary");
        head.add(group);
        return head;
    }

    private static String day(LocalDate day) {
        return Words.day(day, UI.getCurrent().getLocale());
    }

    private Div meta(SaidUpdate update) {
        Div meta = new Div();
        meta.addClassName("meta");
        update.signals().forEach(signal -> meta.add(Words.tag(SignalIcons.of(signal), Words.of(where, signal))));
        if (update.freePlaces() != null) {
            meta.add(Words.tag(VaadinIcon.BED, where.getTranslation("situation.freePlaces", update.freePlaces())));
        }
        if (update.endedOn() != null) {
            meta.add(Words.tag(VaadinIcon.BAN, where.getTranslation("situation.ended", day(update.endedOn()))));
        } else if (update.confirmedOn() != null) {
            meta.add(Words.tag(
                    VaadinIcon.CHECK, where.getTranslation("situation.confirmed", day(update.confirmedOn()))));
        }
        if (update.internal()) {
            meta.add(Words.tag(VaadinIcon.LOCK, where.getTranslation("situation.internal")));
        }
        Span source = new Span(
                update.recorded()
                        ? where.getTranslation("situation.recorded")
                        : update.submittedBy() == null
                                ? where.getTranslation("situation.submitted")
                                : where.getTranslation("situation.submitted.by", update.submittedBy()));
        source.addClassName("secondary");
        meta.add(source);
        return meta;
    }

    private static Div text(String markdown) {
        Div text = new Div(new Html("<div>" + Markdown.html(markdown) + "</div>"));
        text.addClassName("text");
        return text;
    }

    private static Paragraph secondary(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("secondary");
        return paragraph;
    }

    private String concerns(SaidUpdate update) {
        List<String> parts = new ArrayList<>();
        if (!update.services().isEmpty()) {
            parts.add(where.getTranslation(
                    "situation.concerns.services",
                    update.services().stream().map(SaidUpdate.Tagged::name).collect(Collectors.joining(", "))));
        }
        if (!update.localities().isEmpty()) {
            parts.add(where.getTranslation("situation.concerns.localities", String.join(", ", update.localities())));
        }
        return String.join(" · ", parts);
    }

    private UnorderedList files(SaidUpdate update) {
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        update.files().forEach(file -> {
            Anchor link = new Anchor(
                    DownloadHandler.fromInputStream(event -> files.file(update.id(), file.id())
                            .map(content -> new DownloadResponse(
                                    new ByteArrayInputStream(content.bytes()),
                                    content.name(),
                                    "application/octet-stream",
                                    content.bytes().length))
                            .orElseGet(() -> DownloadResponse.error(HttpStatusCode.NOT_FOUND.getCode()))),
                    AttachmentType.DOWNLOAD,
                    file.name());
            Div line = new Div(VaadinIcon.PAPERCLIP.create(), link);
            line.addClassName("file");
            list.add(new ListItem(line));
        });
        return list;
    }

    private UnorderedList consequences(SaidUpdate update) {
        UnorderedList list = new UnorderedList();
        list.addClassName("consequences");
        update.consequences().forEach(consequence -> list.add(consequence(consequence)));
        return list;
    }

    private ListItem consequence(Consequence consequence) {
        return switch (consequence) {
            case Consequence.Task task ->
                line(
                        VaadinIcon.TASKS,
                        where.getTranslation("situation.became.task", Markdown.plainText(task.title())),
                        task.due() == null
                                ? Words.of(where, task.state())
                                : Words.of(where, task.state()) + " · "
                                        + where.getTranslation("situation.due", day(task.due())));
            case Consequence.OnAgenda item ->
                line(
                        VaadinIcon.CALENDAR_O,
                        where.getTranslation("situation.became.agendaItem", item.title()),
                        day(item.heldOn()) + " · "
                                + where.getTranslation(
                                        item.discussed() ? "situation.discussed" : "situation.notDiscussed"));
            case Consequence.InBacklog item ->
                line(
                        VaadinIcon.ARCHIVE,
                        where.getTranslation("situation.became.backlogItem", item.title()),
                        Words.of(where, item.state()));
            case Consequence.Proposal proposal ->
                line(
                        VaadinIcon.LIGHTBULB,
                        Words.of(where, proposal.kind()) + ": " + proposal.title(),
                        where.getTranslation("situation.became.proposal.waits"));
        };
    }

    private static ListItem line(VaadinIcon icon, String what, String state) {
        Span tag = new Span(state);
        tag.addClassName("tag");
        return new ListItem(icon.create(), new Span(what), tag);
    }

    /** A picture for each signal, always beside its word. */
    static final class SignalIcons {

        private SignalIcons() {}

        static VaadinIcon of(Signal signal) {
            return switch (signal) {
                case CAPACITY_FULL -> VaadinIcon.HOURGLASS;
                case FREE_PLACES -> VaadinIcon.BED;
                case FUNDING_RISK -> VaadinIcon.MONEY;
                case STAFFING -> VaadinIcon.USERS;
                case NEW_SITE -> VaadinIcon.PLUS_CIRCLE_O;
                case CLOSED_SITE -> VaadinIcon.MINUS_CIRCLE_O;
                case COOPERATION -> VaadinIcon.HANDSHAKE;
                case NEED_NOT_MET -> VaadinIcon.EXCLAMATION_CIRCLE_O;
            };
        }
    }
}
