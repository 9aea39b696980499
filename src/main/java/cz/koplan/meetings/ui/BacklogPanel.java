package cz.koplan.meetings.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AgendaPage;
import cz.koplan.meetings.BacklogData;
import cz.koplan.meetings.BacklogItem;
import cz.koplan.meetings.BacklogService;
import cz.koplan.meetings.Proposed;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.OriginLine;
import cz.koplan.shared.ui.Words;

/** Topics that wait in the group; coordinators take them onto the agenda, everybody inside may propose one. */
class BacklogPanel extends Section {

    private final AgendaPage page;
    private final BacklogService backlog;
    private final Runnable refresh;

    BacklogPanel(AgendaPage page, BacklogService backlog, Runnable refresh) {
        this.page = page;
        this.backlog = backlog;
        this.refresh = refresh;
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        page.backlog().forEach(item -> list.add(line(item)));
        add(new H2(getTranslation("meetings.backlog")));
        if (page.backlog().isEmpty()) {
            add(new Paragraph(getTranslation("meetings.backlog.empty")));
        } else {
            add(list);
        }
        add(proposal());
        if (!page.hidden().isEmpty()) {
            UnorderedList hidden = new UnorderedList();
            hidden.addClassName("lines");
            page.hidden().forEach(proposal -> hidden.add(hiddenLine(proposal)));
            add(
                    new H3(getTranslation(
                            page.coordinates() ? "meetings.backlog.hidden" : "meetings.backlog.hidden.own")),
                    hidden);
        }
    }

    private ListItem hiddenLine(Proposed proposal) {
        Div what = new Div(new Span(proposal.title()));
        if (page.coordinates() && proposal.proposedBy() != null) {
            what.add(secondary(getTranslation("meetings.backlog.by", proposal.proposedBy())));
        }
        if (proposal.hidden() != null) {
            what.add(secondary(MeetingsNavigation.hidden(this, proposal.hidden())));
        }
        ListItem line = new ListItem(what);
        if (page.coordinates()) {
            Div buttons = new Div(Words.iconButton(
                    VaadinIcon.ARROW_BACKWARD, getTranslation("meetings.backlog.restore", proposal.title()), () -> {
                        backlog.restore(page.meeting().group(), proposal.id(), proposal.version());
                        refresh.run();
                    }));
            buttons.addClassName("line-buttons");
            line.add(buttons);
        }
        return line;
    }

    private static Span secondary(String text) {
        Span span = new Span(text);
        span.addClassName("secondary");
        return span;
    }

    private ListItem line(BacklogItem item) {
        Div what = new Div(new Span(item.data().title()));
        if (item.proposedBy() != null) {
            what.add(secondary(getTranslation("meetings.backlog.by", item.proposedBy())));
        }
        what.add(new OriginLine(
                page.originsOf(new Ref(RefKind.BACKLOG_ITEM, item.id().value()))));
        ListItem line = new ListItem(what);
        Div buttons = new Div();
        buttons.addClassName("line-buttons");
        if (page.writable()) {
            buttons.add(Words.iconButton(
                    VaadinIcon.ARROW_LEFT,
                    getTranslation("meetings.backlog.take", item.data().title()),
                    () -> {
                        backlog.take(page.meeting().id(), item.id());
                        refresh.run();
                    }));
        }
        if (page.coordinates()) {
            buttons.add(
                    item.removableBy(CurrentActor.get().person())
                            ? Words.iconButton(
                                    VaadinIcon.CLOSE_SMALL,
                                    getTranslation(
                                            "meetings.backlog.remove",
                                            item.data().title()),
                                    () -> {
                                        backlog.remove(page.meeting().group(), item.id(), item.version());
                                        refresh.run();
                                    })
                            : Words.iconButton(
                                    VaadinIcon.EYE_SLASH,
                                    getTranslation(
                                            "meetings.backlog.hide", item.data().title()),
                                    () -> hide(item)));
        }
        line.add(buttons);
        return line;
    }

    private void hide(BacklogItem item) {
        TextArea reason = new TextArea(getTranslation("meetings.backlog.hide.reason"));
        reason.setHelperText(getTranslation("meetings.backlog.hide.help"));
        reason.setMaxLength(1000);
        reason.setRequiredIndicatorVisible(true);
        new FormDialog(
                        getTranslation("meetings.backlog.hide", item.data().title()),
                        () -> {
                            backlog.hide(page.meeting().group(), item.id(), item.version(), reason.getValue());
                            refresh.run();
                        },
                        reason)
                .open();
    }

    private Div proposal() {
        TextField title = new TextField();
        title.setAriaLabel(getTranslation("meetings.backlog.topic"));
        title.setPlaceholder(getTranslation("meetings.backlog.topic"));
        title.setMaxLength(300);
        Button add = new Button(
                getTranslation(page.coordinates() ? "meetings.backlog.add" : "meetings.backlog.propose"), click -> {
                    keep(title.getValue());
                    refresh.run();
                });
        add.addClickShortcut(Key.ENTER).listenOn(title).resetFocusOnActiveElement();
        Div row = new Div(title, add);
        row.addClassName("fields");
        return row;
    }

    private void keep(String title) {
        if (page.coordinates()) {
            backlog.add(page.meeting().group(), new BacklogData(title, AgendaItemKind.TOPIC, null));
        } else {
            backlog.propose(page.meeting().group(), title);
        }
    }
}
