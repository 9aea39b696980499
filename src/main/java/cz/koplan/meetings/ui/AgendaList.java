package cz.koplan.meetings.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaPage;
import cz.koplan.meetings.ItemFile;
import cz.koplan.meetings.MeetingState;
import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.OriginLine;
import cz.koplan.shared.ui.Words;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The agenda, to read, and for coordinators to put in order by mouse and by keyboard. */
class AgendaList extends Article {

    private static final String ALT_UP = "event.altKey && event.key === 'ArrowUp'";
    private static final String ALT_DOWN = "event.altKey && event.key === 'ArrowDown'";

    private final AgendaPage page;
    private final ItemActions actions;
    private final Optional<ItemActions.Move> moved;

    AgendaList(AgendaPage page, ItemActions actions) {
        this.page = page;
        this.actions = actions;
        this.moved = actions.takeLastMove();
        Section section = new Section(new H2(getTranslation("meetings.agenda")));
        if (page.lines().isEmpty()) {
            section.add(new EmptyState(
                    getTranslation("meetings.agenda.empty.title"), getTranslation("meetings.agenda.empty.text")));
        } else {
            section.add(list());
        }
        if (page.writable()) {
            Button add = new Button(
                    getTranslation("minutes.item.add"),
                    VaadinIcon.PLUS.create(),
                    click -> actions.add(page.meeting().id()));
            add.addThemeVariants(ButtonVariant.TERTIARY);
            add.addClassName("add");
            Paragraph keys = new Paragraph(getTranslation("meetings.agenda.keys"));
            keys.addClassName("secondary");
            section.add(add, keys);
        }
        add(section);
    }

    private OrderedList list() {
        OrderedList list = new OrderedList();
        list.addClassName("agenda");
        for (int i = 0; i < page.lines().size(); i++) {
            list.add(line(page.lines().get(i), i + 1));
        }
        return list;
    }

    private ListItem line(AgendaPage.Line line, int position) {
        AgendaItemData item = line.item().data();
        Span number = new Span(item.number() == null ? "–" : item.number() + ".");
        number.addClassName("number");
        Span title = new Span(item.title());
        title.addClassName("strong");
        Span facts = new Span(facts(item));
        facts.addClassName("secondary");
        Div what = new Div(title, tags(line), facts);
        what.addClassName("what");
        line.files().forEach(file -> what.add(file(file)));
        what.add(new OriginLine(
                page.originsOf(new Ref(RefKind.AGENDA_ITEM, line.item().id().value()))));
        ListItem row = new ListItem(number, what);
        row.setClassName("hidden-item", !item.inMinutes());
        if (page.writable()) {
            row.add(buttons(line, position));
            makeMovable(row, line.item(), position);
        }
        return row;
    }

    private String facts(AgendaItemData item) {
        return Stream.of(
                        Words.of(this, item.kind()),
                        item.minutes() == null ? "" : getTranslation("meetings.item.minutes.short", item.minutes()),
                        item.presenter() == null ? "" : item.presenter())
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private Span tags(AgendaPage.Line line) {
        AgendaItemData item = line.item().data();
        Span tags = new Span();
        if (item.coordinatorOnly()) {
            tags.add(AgendaView.tag(getTranslation("meetings.item.coordinatorOnly")));
        }
        if (item.skipped()) {
            tags.add(AgendaView.tag(getTranslation("meetings.item.skipped")));
        }
        if (item.standing()) {
            tags.add(AgendaView.tag(getTranslation("meetings.item.standing")));
        }
        if (line.continuedFrom() != null) {
            tags.add(AgendaView.tag(
                    getTranslation("meetings.item.continues", Words.day(line.continuedFrom(), getLocale()))));
        }
        MeetingState state = page.meeting().state();
        if (page.coordinates() && (state == MeetingState.IN_PROGRESS || state == MeetingState.HELD)) {
            tags.add(AgendaView.tag(getTranslation(
                    line.atNext().goesOn() ? "meetings.item.goesOn" : "meetings.item.staysHere",
                    Words.of(this, line.atNext()))));
        }
        return tags;
    }

    private Div file(ItemFile file) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    ItemFile.Content content = actions.file(page.meeting().id(), file.id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(content.bytes()),
                            content.name(),
                            "application/octet-stream",
                            content.bytes().length);
                }),
                com.vaadin.flow.component.html.AttachmentType.DOWNLOAD,
                file.name());
        Div row = new Div(VaadinIcon.PAPERCLIP.create(), link);
        row.addClassName("file");
        if (page.writable()) {
            row.add(Words.iconButton(
                    VaadinIcon.CLOSE_SMALL,
                    getTranslation("meetings.file.remove", file.name()),
                    () -> actions.removeFile(page.meeting().id(), file)));
        }
        return row;
    }

    private Div buttons(AgendaPage.Line line, int position) {
        String title = line.item().data().title();
        Button up = Words.iconButton(
                VaadinIcon.ARROW_UP,
                getTranslation("meetings.item.up", title),
                () -> move(line.item(), position, position - 1));
        up.setEnabled(position > 1);
        Button down = Words.iconButton(
                VaadinIcon.ARROW_DOWN,
                getTranslation("meetings.item.down", title),
                () -> move(line.item(), position, position + 1));
        down.setEnabled(position < page.lines().size());
        moved.filter(move -> move.item().equals(line.item().id()))
                .ifPresent(move -> (move.down() && down.isEnabled() || !up.isEnabled() ? down : up).focus());
        Div buttons = new Div(
                up,
                down,
                Words.iconButton(
                        VaadinIcon.PENCIL,
                        getTranslation("action.edit.of", title),
                        () -> actions.edit(page.meeting().id(), line.item())),
                menu(line, title));
        buttons.addClassName("line-buttons");
        return buttons;
    }

    private MenuBar menu(AgendaPage.Line line, String title) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem more = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        more.setAriaLabel(getTranslation("meetings.item.more", title));
        page.next().ifPresent(next -> {
            String day = Words.day(next.heldOn(), getLocale());
            more.getSubMenu()
                    .addItem(
                            getTranslation("meetings.item.moveToNext", day),
                            click -> actions.moveToNext(page, line.item(), next));
            more.getSubMenu()
                    .addItem(
                            getTranslation("meetings.item.copyToNext", day),
                            click -> actions.copyToNext(page, line.item(), next));
        });
        more.getSubMenu()
                .addItem(
                        getTranslation("meetings.item.toBacklog"),
                        click -> actions.dropBack(page.meeting().id(), line.item()));
        more.getSubMenu()
                .addItem(
                        getTranslation("meetings.file.add"),
                        click -> actions.addFile(page.meeting().id(), line.item()));
        more.getSubMenu()
                .addItem(
                        getTranslation("meetings.item.remove"),
                        click -> actions.remove(page.meeting().id(), line.item()));
        return bar;
    }

    private void makeMovable(ListItem row, AgendaItem item, int position) {
        DragSource<ListItem> source = DragSource.create(row);
        source.setDragData(new Dragged(item, position));
        DropTarget<ListItem> target = DropTarget.create(row);
        target.addDropListener(drop -> drop.getDragData()
                .filter(Dragged.class::isInstance)
                .map(Dragged.class::cast)
                .ifPresent(dragged -> move(dragged.item(), dragged.position(), position)));
        Map.of(ALT_UP, position - 1, ALT_DOWN, position + 1)
                .forEach((keys, place) -> row.getElement()
                        .addEventListener("keydown", pressed -> {
                            if (place >= 1 && place <= page.lines().size()) {
                                move(item, position, place);
                            }
                        })
                        .setFilter(keys + " && (event.preventDefault() || true)"));
    }

    private record Dragged(AgendaItem item, int position) {}

    private void move(AgendaItem item, int from, int to) {
        actions.move(page.meeting().id(), item, from, to);
    }
}
