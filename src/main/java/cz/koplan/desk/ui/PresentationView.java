package cz.koplan.desk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import cz.koplan.desk.TextPlace;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.DiscussionService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.minutes.Entry;
import cz.koplan.minutes.EntryKind;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.minutes.MinutesService;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/**
 * The meeting for the projector: the item being discussed in large type, live. Guests look on, so what is internal is not
 * shown, nor what is for coordinators only.
 */
@Route(value = "desk/:meeting/present", autoLayout = false)
@PermitAll
class PresentationView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final MinutesService minutes;
    private final DiscussionService discussion;
    private final Span group = new Span();
    private final Span clock = new Span();
    private final H1 title = new H1();
    private final Article body = new Article();
    private final Paragraph next = new Paragraph();
    private MeetingId id = new MeetingId(0);

    PresentationView(MinutesService minutes, DiscussionService discussion) {
        this.minutes = minutes;
        this.discussion = discussion;
        addClassName("projector");
        setId("content");
        clock.addClassName("desk-clock");
        clock.getElement().setAttribute("role", "timer");
        next.addClassName("secondary");
        Header head = new Header(group, clock);
        add(head, title, body, next);
        getElement().setAttribute("data-desk-look", true);
        getElement().setAttribute("data-texts", "{}");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().getLong("meeting").map(MeetingId::new).orElseThrow(NotFoundException::new);
        getElement().setAttribute("data-meeting", String.valueOf(id.value()));
        getElement()
                .setAttribute(
                        "data-account",
                        String.valueOf(CurrentActor.get().account().value()));
        refresh();
    }

    /** Loads the meeting anew; the page calls it when something changed. */
    @ClientCallable
    void refresh() {
        MinutesPage page = minutes.page(id);
        group.setText(page.meeting().groupName() + " · "
                + Words.day(page.meeting().data().heldOn(), getLocale()));
        List<AgendaItem> items =
                page.agenda().stream().filter(item -> item.data().inMinutes()).toList();
        Optional<AgendaItem> now = discussion
                .current(id)
                .flatMap(current ->
                        items.stream().filter(item -> item.id().equals(current)).findFirst());
        clock.setVisible(now.isPresent());
        now.ifPresent(item -> Clock.show(clock, item, true));
        title.setText(
                now.map(PresentationView::heading).orElse(page.meeting().data().title()));
        body.removeAll();
        if (now.isPresent()) {
            show(page, now.get());
        } else {
            items.forEach(item -> body.add(new H2(heading(item))));
        }
        int at = now.map(items::indexOf).orElse(-1);
        next.setText(
                now.isPresent() && at + 1 < items.size()
                        ? getTranslation("desk.projector.next", heading(items.get(at + 1)))
                        : "");
        getElement().executeJs("window.koplanDesk && window.koplanDesk.open(this)");
    }

    private static String heading(AgendaItem item) {
        Integer number = item.data().number();
        return (number == null ? "" : number + ". ") + item.data().title();
    }

    private void show(MinutesPage page, AgendaItem item) {
        page.updatesUnder(item.id()).stream()
                .filter(update -> !update.missing() && !update.internal())
                .forEach(update -> add(
                        new TextPlace(TextPlace.Kind.UPDATE, update.id().value()),
                        update.label(),
                        update.outcome() == null || !update.data().text().isBlank()
                                ? update.data().text()
                                : Words.of(this, update.outcome())));
        for (Entry entry : page.entriesUnder(item.id())) {
            if (!entry.internal()) {
                add(
                        new TextPlace(TextPlace.Kind.ENTRY, entry.id().value()),
                        entry.kind() == EntryKind.DECISION ? Words.of(this, entry.kind()) : "",
                        entry.text());
            }
        }
        page.resolutions().stream()
                .filter(resolution -> item.id().equals(resolution.agendaItem()) && !resolution.internal())
                .forEach(resolution -> add(
                        new TextPlace(TextPlace.Kind.RESOLUTION, resolution.id().value()),
                        getTranslation("desk.kind.resolution") + " "
                                + Optional.ofNullable(resolution.data().number())
                                        .orElse(""),
                        resolution.data().text()));
        page.tasks().stream()
                .filter(task -> item.id().equals(task.agendaItem()) && !task.internal())
                .forEach(task -> add(
                        new TextPlace(TextPlace.Kind.TASK, task.id().value()),
                        getTranslation("desk.kind.task"),
                        task.data().text()
                                + (task.data().due() == null
                                        ? ""
                                        : " (" + Words.day(task.data().due(), getLocale()) + ")")));
    }

    private void add(TextPlace place, String label, String text) {
        Div line =
                new Div(label(label), new Html("<div>" + Markdown.html(InternalPassages.publicText(text)) + "</div>"));
        line.setId(place.toString());
        line.addClassName("text");
        body.add(line);
    }

    private static Component label(String label) {
        Span strong = new Span(label);
        strong.addClassName("strong");
        strong.setVisible(!label.isBlank());
        return strong;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.present") + " – Koplán";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJavaScript("context://scripts/desk.js");
        getElement().executeJs(DeskView.START);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().getPage().executeJs("window.koplanDesk && window.koplanDesk.close()");
    }
}
