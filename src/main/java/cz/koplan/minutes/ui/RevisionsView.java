package cz.koplan.minutes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import cz.koplan.meetings.MeetingId;
import cz.koplan.minutes.Audience;
import cz.koplan.minutes.MinutesContent;
import cz.koplan.minutes.MinutesFile;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.minutes.MinutesService;
import cz.koplan.minutes.Restored;
import cz.koplan.minutes.RevisionRow;
import cz.koplan.minutes.RevisionService;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The revisions of minutes: all of them, one to read and restore, or two compared. */
@Route("meetings/:id([0-9]{1,18})/revisions/:first?([0-9]{1,9})/:second?([0-9]{1,9})")
@PermitAll
class RevisionsView extends Screen implements BeforeEnterObserver {

    private final RevisionService revisions;
    private final MinutesService minutes;
    private final Div body = new Div();
    private MeetingId id = new MeetingId(0);
    private List<RevisionRow> rows = List.of();
    private @Nullable Restored restored;

    RevisionsView(RevisionService revisions, MinutesService minutes) {
        this.revisions = revisions;
        this.minutes = minutes;
        body.addClassName("revisions");
        add(body);
    }

    static RouteParameters parameters(MeetingId meeting, Integer... numbers) {
        return new RouteParameters(Stream.concat(
                        Stream.of(new RouteParam("id", String.valueOf(meeting.value()))),
                        Stream.iterate(0, i -> i < numbers.length, i -> i + 1)
                                .map(i -> new RouteParam(i == 0 ? "first" : "second", String.valueOf(numbers[i]))))
                .toArray(RouteParam[]::new));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        id = new MeetingId(parameters.getLong("id").orElseThrow());
        MinutesPage page = minutes.page(id);
        rows = revisions.list(id);
        setSubtitle(page.meeting().data().title() + " · "
                + Words.day(page.meeting().data().heldOn(), getLocale()));
        setActions();
        body.removeAll();
        body.add(side());
        Optional<RevisionRow> first = parameters.getInteger("first").map(this::row);
        Optional<RevisionRow> second = parameters.getInteger("second").map(this::row);
        if (second.isPresent()) {
            compare(first.orElseThrow(), second.get());
        } else if (first.isPresent()) {
            read(first.get(), page.writable());
        } else {
            setHeading(getTranslation("revisions.title"));
            body.add(new EmptyState(
                    getTranslation("revisions.empty.title"),
                    getTranslation(rows.isEmpty() ? "revisions.empty.none" : "revisions.empty.choose")));
        }
    }

    private RevisionRow row(int number) {
        return rows.stream()
                .filter(row -> row.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(id));
    }

    private Div side() {
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        rows.forEach(row -> list.add(line(row)));
        Nav nav = new Nav(list);
        nav.getElement().setAttribute("aria-label", getTranslation("revisions.title"));
        Div side = new Div(MinutesNavigation.link(getTranslation("revisions.toMinutes"), id), nav);
        side.addClassName("revisions-side");
        if (rows.size() > 1) {
            side.add(chooser());
        }
        return side;
    }

    private ListItem line(RevisionRow row) {
        RouterLink link = new RouterLink(
                getTranslation("revisions.revision", row.number()), RevisionsView.class, parameters(id, row.number()));
        Span secondary = new Span(why(row));
        secondary.addClassName("secondary");
        Div text = new Div(link, secondary);
        if (row.number() > 1) {
            RouterLink changes = new RouterLink(
                    getTranslation("revisions.changes.of"),
                    RevisionsView.class,
                    parameters(id, row.number() - 1, row.number()));
            changes.getElement()
                    .setAttribute("aria-label", getTranslation("revisions.changes.of.number", row.number()));
            text.add(changes);
        }
        return new ListItem(text);
    }

    private Div chooser() {
        Select<RevisionRow> before = select("revisions.compare.before", rows.get(1));
        Select<RevisionRow> after = select("revisions.compare.after", rows.getFirst());
        Button compare = new Button(
                getTranslation("revisions.compare"),
                click -> getUI().ifPresent(ui -> ui.navigate(
                        RevisionsView.class,
                        parameters(
                                id, before.getValue().number(), after.getValue().number()))));
        Div chooser = new Div(before, after, compare);
        chooser.addClassName("form");
        return chooser;
    }

    private Select<RevisionRow> select(String key, RevisionRow chosen) {
        Select<RevisionRow> select = new Select<>();
        select.setLabel(getTranslation(key));
        select.setItems(rows);
        select.setItemLabelGenerator(row -> getTranslation("revisions.revision", row.number()));
        select.setValue(chosen);
        return select;
    }

    private void read(RevisionRow row, boolean writable) {
        setHeading(getTranslation("revisions.revision", row.number()));
        MinutesContent content = revisions.content(id, row.number());
        Button restore = new Button(
                getTranslation("revisions.restore"),
                click -> new RestoreDialog(revisions, id, row.number(), named(row), this::show).open());
        restore.setVisible(writable);
        setActions(
                restore,
                download(row, Audience.PUBLIC, "minutes.pdf.public"),
                download(row, Audience.INTERNAL, "minutes.pdf.internal"));

        Div read = new Div(notice(row, content), new RevisionSections(content));
        read.addClassName("minutes");
        body.add(read);
    }

    private Div notice(RevisionRow row, MinutesContent content) {
        Div notice = new Div(new Paragraph(getTranslation("revisions.reading", named(row))));
        notice.addClassName("revision-notice");
        if (!content.overruled().isEmpty()) {
            notice.add(list(
                    "revisions.overruled",
                    content.overruled().stream()
                            .map(finding -> Stream.of(Words.of(this, finding.check()), finding.subject())
                                    .filter(part -> !part.isEmpty())
                                    .collect(Collectors.joining(": ")))
                            .toList()));
        }
        Restored result = restored;
        restored = null;
        if (result != null && result.number() == row.number()) {
            notice.getElement().setAttribute("role", "status");
            notice.add(
                    result.stayed().isEmpty()
                            ? new Paragraph(getTranslation("revisions.restored"))
                            : list("revisions.restored.stayed", result.stayed()));
        }
        return notice;
    }

    private Component list(String key, List<String> lines) {
        UnorderedList list = new UnorderedList();
        lines.forEach(line -> list.add(new ListItem(line)));
        return new Div(new Paragraph(getTranslation(key)), list);
    }

    private void show(Restored result) {
        restored = result;
        getUI().ifPresent(ui -> ui.navigate(RevisionsView.class, parameters(id, result.number())));
    }

    private void compare(RevisionRow before, RevisionRow after) {
        setHeading(getTranslation("revisions.compared", before.number(), after.number()));
        body.add(new ComparisonSections(
                revisions.compare(id, before.number(), after.number()),
                getTranslation("revisions.revision", before.number()),
                getTranslation("revisions.revision", after.number())));
    }

    private Anchor download(RevisionRow row, Audience audience, String key) {
        Anchor anchor = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    MinutesFile file = revisions.pdf(id, row.number(), audience);
                    return new DownloadResponse(
                            new ByteArrayInputStream(file.content()),
                            file.name(),
                            "application/pdf",
                            file.content().length);
                }),
                AttachmentType.DOWNLOAD,
                "");
        Button button = new Button(getTranslation(key), VaadinIcon.DOWNLOAD_ALT.create());
        button.setTabIndex(-1);
        if (audience == Audience.INTERNAL) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        anchor.add(button);
        return anchor;
    }

    private String named(RevisionRow row) {
        return getTranslation("revisions.revision", row.number()) + " (" + why(row) + ")";
    }

    private String why(RevisionRow row) {
        var created = row.createdAt().atZone(ZoneId.of("Europe/Prague"));
        return Stream.of(
                        Words.of(this, row.reason()),
                        Words.day(created.toLocalDate(), getLocale()) + " "
                                + Words.time(created.toLocalTime(), getLocale()),
                        row.createdBy())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
