package cz.koplan.meetings.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupService;
import cz.koplan.groups.ui.GroupsNavigation;
import cz.koplan.meetings.AttendanceService;
import cz.koplan.meetings.AttendanceTally;
import cz.koplan.shared.ui.CardGrid;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** How often the members of a group came to its meetings in a year. */
@Route("attendance")
@PermitAll
class AttendanceView extends Screen implements HasUrlParameter<Long> {

    private final AttendanceService attendance;
    private final GroupService groups;
    private final Select<Integer> year = new Select<>();
    private final Div filters = new Div(year);
    private final CardGrid<AttendanceTally> grid = new CardGrid<>(tally -> CardGrid.lines(
            new Span(tally.name()),
            getTranslation(
                    "attendance.statistics.summary",
                    tally.meetings(),
                    tally.present(),
                    tally.excused(),
                    tally.absent())));
    private final EmptyState noMeeting = new EmptyState(
            getTranslation("attendance.statistics.empty.title"), getTranslation("attendance.statistics.empty.text"));
    private final EmptyState nothingNoted = new EmptyState(
            getTranslation("attendance.statistics.none.title"), getTranslation("attendance.statistics.none.text"));
    private GroupId id = new GroupId(0);

    AttendanceView(AttendanceService attendance, GroupService groups) {
        this.attendance = attendance;
        this.groups = groups;

        setHeading(getTranslation("attendance.statistics"));
        year.addClassName("filter");
        filters.addClassName("filters");
        year.setLabel(getTranslation("attendance.statistics.year"));
        year.addValueChangeListener(change -> showYear());

        grid.addColumn(AttendanceTally::name)
                .setHeader(getTranslation("attendance.statistics.name"))
                .setFlexGrow(4);
        addNumber("attendance.statistics.meetings", AttendanceTally::meetings);
        addNumber("attendance.statistics.present", AttendanceTally::present);
        addNumber("attendance.statistics.deputies", AttendanceTally::deputies);
        addNumber("attendance.statistics.excused", AttendanceTally::excused);
        addNumber("attendance.statistics.absent", AttendanceTally::absent);
        grid.setAllRowsVisible(true);
        grid.addClassName("numbers");
    }

    private void addNumber(String header, ValueProvider<AttendanceTally, Integer> number) {
        grid.addColumn(number)
                .setHeader(getTranslation(header))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(1);
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = new GroupId(parameter);
        List<Integer> years = attendance.years(id);
        add(GroupsNavigation.link(groups.get(id).data().name(), id), filters, grid, nothingNoted, noMeeting);
        year.setItems(years);
        filters.setVisible(!years.isEmpty());
        noMeeting.setVisible(years.isEmpty());
        grid.setVisible(false);
        nothingNoted.setVisible(false);
        years.stream().findFirst().ifPresent(year::setValue);
    }

    private void showYear() {
        Integer chosen = year.getValue();
        if (chosen != null) {
            List<AttendanceTally> tallies = attendance.statistics(id, chosen);
            grid.setItems(tallies);
            grid.setVisible(!tallies.isEmpty());
            nothingNoted.setVisible(tallies.isEmpty());
        }
    }
}
