package cz.koplan.desk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import cz.koplan.desk.DeskService;
import cz.koplan.groups.GroupId;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AttendanceBoard;
import cz.koplan.meetings.AttendanceService;
import cz.koplan.meetings.DiscussionService;
import cz.koplan.meetings.LifeCycleService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingRights;
import cz.koplan.meetings.MeetingState;
import cz.koplan.minutes.EntryService;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.minutes.MinutesService;
import cz.koplan.minutes.RevisionService;
import cz.koplan.minutes.ui.MinutesNavigation;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import cz.koplan.tasks.OpenTask;
import cz.koplan.tasks.TaskService;
import cz.koplan.updates.ConversionService;
import cz.koplan.updates.Outcome;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateService;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The minutes desk: a whole meeting from one screen. */
@Route("desk")
@PermitAll
class DeskView extends Screen implements HasUrlParameter<Long> {

    /** The script comes by itself, perhaps after the page. */
    static final String START =
            "const start = () => window.koplanDesk ? window.koplanDesk.open(this) : setTimeout(start, 20); start()";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What {@code scripts/desk.js} says; it knows each by the last part of its key. */
    private static final List<String> SCRIPT_WORDS = List.of(
            "desk.js.untouched",
            "desk.js.saving",
            "desk.js.undecided",
            "desk.js.saved",
            "desk.js.offline",
            "desk.js.signedOut",
            "desk.js.noRight",
            "desk.js.gone",
            "desk.js.dispute",
            "desk.js.keepTheirs",
            "desk.js.keepMine",
            "desk.js.keepBoth",
            "desk.js.restore",
            "desk.js.line",
            "desk.js.bring",
            "desk.js.discard",
            "desk.js.alsoHere",
            "desk.js.writes",
            "desk.js.allFilled");

    private final DeskService desk;
    private final MinutesService minutes;
    private final EntryService entries;
    private final UpdateService updates;
    private final TaskService tasks;
    private final DiscussionService discussion;
    private final AttendanceService attendance;
    private final LifeCycleService lifeCycles;
    private final RevisionService revisions;
    private final ConversionService conversions;
    private final MeetingRights rights;

    private final Span state = new Span();
    private final Span people = new Span();
    private final Button primary = new Button();
    private final Div restore = new Div();
    private final Div saidBox = new Div();
    private final Div columns = new Div();
    private @Nullable AgendaPanel agenda;
    private @Nullable ItemPanel center;
    private @Nullable AttendancePanel attendancePanel;
    private @Nullable TaskCheckPanel taskPanel;
    private @Nullable AttendanceBoard board;
    private @Nullable MinutesPage page;
    private MeetingId id = new MeetingId(0);
    private Optional<AgendaItemId> viewed = Optional.empty();
    private Optional<AgendaItemId> current = Optional.empty();
    private Map<UpdateId, List<Outcome>> outcomes = Map.of();

    DeskView(
            DeskService desk,
            MinutesService minutes,
            EntryService entries,
            UpdateService updates,
            TaskService tasks,
            DiscussionService discussion,
            AttendanceService attendance,
            LifeCycleService lifeCycles,
            RevisionService revisions,
            ConversionService conversions,
            MeetingRights rights) {
        this.desk = desk;
        this.minutes = minutes;
        this.entries = entries;
        this.updates = updates;
        this.tasks = tasks;
        this.discussion = discussion;
        this.attendance = attendance;
        this.lifeCycles = lifeCycles;
        this.revisions = revisions;
        this.conversions = conversions;
        this.rights = rights;
        addClassName("desk");
        state.addClassName("desk-state");
        state.getElement().setAttribute("data-desk-state", "saved");
        people.addClassName("secondary");
        people.getElement().setAttribute("data-desk-people", true);
        restore.getElement().setAttribute("data-desk-restore", true);
        restore.getElement().setAttribute("hidden", true);
        saidBox.getElement().setAttribute("data-desk-said", true);
        saidBox.getElement().setAttribute("role", "status");
        primary.getElement().setAttribute("data-desk-click", "finish");
        primary.addThemeVariants(ButtonVariant.PRIMARY);
        primary.addClickListener(click -> beginOrFinish());
        columns.addClassName("desk-columns");
        add(restore, saidBox, columns);
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = new MeetingId(parameter);
        viewed = Optional.empty();
        page = null;
        if (rights.write(id)) {
            desk.prepare(id);
        }
        MinutesPage first = minutes.page(id);
        current = discussion.current(id);
        DeskActions actions =
                new DeskActions(id, first.writable(), desk, entries, updates, tasks, discussion, conversions, this);
        agenda = new AgendaPanel(this::view);
        center = new ItemPanel(actions);
        setActions(actions(first.writable()));
        columns.removeAll();
        columns.add(agenda, center, side(first.writable()));
        getElement().setAttribute("data-meeting", String.valueOf(id.value()));
        getElement()
                .setAttribute(
                        "data-account",
                        String.valueOf(CurrentActor.get().account().value()));
        Map<String, Object> words = new LinkedHashMap<>();
        SCRIPT_WORDS.forEach(word -> words.put(word.substring(word.lastIndexOf('.') + 1), getTranslation(word)));
        Map<String, Mark.Drawing> marks = new LinkedHashMap<>();
        for (Mark mark : Mark.values()) {
            marks.put(mark.written(), mark.drawing(getTranslation(mark.label())));
        }
        words.put("marks", marks);
        getElement().setAttribute("data-texts", JSON.writeValueAsString(words));
        show(first);
    }

    private Aside side(boolean writable) {
        attendancePanel = new AttendancePanel(attendance, id, writable, this::refresh);
        attendancePanel.setId("attendance");
        attendancePanel
                .getElement()
                .setAttribute("data-desk-focus", "attendance")
                .setAttribute("tabindex", "-1");
        taskPanel = new TaskCheckPanel(tasks, id, writable, this::refresh);
        taskPanel.getElement().setAttribute("data-desk-focus", "tasks").setAttribute("tabindex", "-1");
        Section open = new Section(new H2(getTranslation("desk.tasks")), taskPanel);
        Aside side = new Aside(attendancePanel, open);
        side.addClassName("desk-side");
        return side;
    }

    /** Loads the meeting anew; the page calls it when something besides texts changed. */
    @ClientCallable
    void refresh() {
        current = discussion.current(id);
        show(minutes.page(id));
    }

    void view(AgendaItemId item) {
        viewed = Optional.of(item);
        if (page != null) {
            show(page);
            refresh();
        }
    }

    boolean running() {
        return page != null && page.meeting().state() == MeetingState.IN_PROGRESS;
    }

    Optional<AgendaItemId> current() {
        return current;
    }

    /** What became of the updates of the meeting. */
    Map<UpdateId, List<Outcome>> outcomes() {
        return outcomes;
    }

    GroupId group() {
        return Objects.requireNonNull(page).meeting().group();
    }

    List<String> providers() {
        return page == null
                ? List.of()
                : page.updates().stream().map(ProviderUpdate::label).distinct().toList();
    }

    /** What to say before a decision while too few members are here. */
    Optional<String> quorumWarning() {
        return Optional.ofNullable(board)
                .flatMap(now ->
                        viewed.isPresent() && page != null ? now.quorumAt(viewed.get(), page.agenda()) : now.quorum())
                .filter(quorum -> !quorum.reached())
                .map(quorum -> getTranslation("attendance.quorum.missing", quorum.present(), quorum.needed()));
    }

    private void show(MinutesPage now) {
        page = now;
        outcomes = conversions.outcomes(id);
        var meeting = now.meeting();
        setHeading(meeting.data().title());
        setSubtitle(meeting.groupName() + " · " + Words.day(meeting.data().heldOn(), getLocale()));
        primary.setText(getTranslation(begun() ? "minutes.finish" : "desk.start"));
        List<AgendaItem> items =
                now.agenda().stream().filter(item -> !item.data().skipped()).toList();
        AgendaItem item = items.stream()
                .filter(one -> viewed.filter(one.id()::equals).isPresent())
                .findFirst()
                .or(() -> items.stream()
                        .filter(one -> current.filter(one.id()::equals).isPresent())
                        .findFirst())
                .or(() -> items.stream().findFirst())
                .orElse(null);
        viewed = Optional.ofNullable(item).map(AgendaItem::id);
        AttendanceBoard here = attendance.board(id);
        board = here;
        Objects.requireNonNull(attendancePanel).show(here, now.agenda());
        List<OpenTask> open = tasks.openBefore(id);
        Objects.requireNonNull(taskPanel).show(open);
        Objects.requireNonNull(agenda).show(now, viewed, current);
        ItemPanel middle = Objects.requireNonNull(center);
        middle.setVisible(item != null);
        if (item != null) {
            middle.show(now, item, open);
        }
        getElement().executeJs("window.koplanDesk && window.koplanDesk.open(this)");
    }

    private Component[] actions(boolean writable) {
        Button keys = new Button("?", click -> KeysDialog.open());
        keys.setAriaLabel(getTranslation("desk.keys"));
        keys.getElement().setAttribute("data-desk-click", "help");
        Button look = new Button(getTranslation("desk.present"));
        look.setTabIndex(-1);
        Anchor present = new Anchor("desk/" + id.value() + "/present", look);
        present.setTarget(AnchorTarget.BLANK);
        present.setRouterIgnore(true);
        present.getElement().setAttribute("data-desk-click", "present");
        primary.setVisible(writable);
        return new Component[] {people, state, keys, present, primary};
    }

    /** A meeting that has not begun is begun, any other is finished. */
    private void beginOrFinish() {
        if (begun()) {
            getElement()
                    .executeJs("return window.koplanDesk.settled()")
                    .then(done -> MinutesNavigation.openFinish(revisions, id, this::view, this::finished));
        } else {
            lifeCycles.step(id, MeetingState.IN_PROGRESS, null);
            refresh();
        }
    }

    private boolean begun() {
        return page != null
                && (page.meeting().state() == MeetingState.IN_PROGRESS
                        || page.meeting().state() == MeetingState.HELD);
    }

    private void finished() {
        getUI().ifPresent(ui -> MinutesNavigation.open(ui, id));
    }

    /** What was just done can be taken back for a while. */
    void offerUndo(String said, Runnable takeBack) {
        Notification note = new Notification();
        note.setDuration(10_000);
        note.setPosition(Notification.Position.BOTTOM_CENTER);
        Button undo = new Button(getTranslation("desk.undo"), click -> {
            note.close();
            if (page != null && page.writable()) {
                takeBack.run();
            }
        });
        undo.addThemeVariants(ButtonVariant.TERTIARY);
        note.add(new Span(getTranslation(said)), undo);
        note.open();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJavaScript("context://scripts/desk.js");
        getElement().executeJs(START);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().getPage().executeJs("window.koplanDesk && window.koplanDesk.close()");
    }
}
