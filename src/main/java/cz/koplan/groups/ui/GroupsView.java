package cz.koplan.groups.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Route;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupRights;
import cz.koplan.groups.GroupRow;
import cz.koplan.groups.GroupService;
import cz.koplan.shared.ui.CardGrid;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The groups of the planning area. */
@Route("groups")
@PermitAll
class GroupsView extends Screen {

    GroupsView(GroupService groups, GroupRights rights) {
        setHeading(getTranslation("groups.title"));
        if (rights.keep()) {
            Button add = new Button(
                    getTranslation("groups.add"),
                    click -> GroupDialog.create(groups, this::openGroup).open());
            add.addThemeVariants(ButtonVariant.PRIMARY);
            setActions(add);
        }
        List<GroupRow> rows = groups.rows();
        if (rows.isEmpty()) {
            add(new EmptyState(
                    getTranslation("groups.empty.title"),
                    getTranslation(rights.keep() ? "groups.empty.admin" : "groups.empty")));
            return;
        }
        CardGrid<GroupRow> grid = new CardGrid<>(row -> CardGrid.lines(
                GroupsNavigation.link(row.name(), row.id()),
                Words.of(this, row.kind()) + " · " + getTranslation("groups.members.count", row.members()),
                row.coordinators()));
        grid.addComponentColumn(row -> {
                    var link = GroupsNavigation.link(row.name(), row.id());
                    link.addClassName("wrap");
                    return link;
                })
                .setHeader(getTranslation("groups.name"))
                .setFlexGrow(4);
        grid.addColumn(row -> Words.of(this, row.kind()))
                .setHeader(getTranslation("groups.kind"))
                .setFlexGrow(1);
        grid.addColumn(row -> getTranslation("groups.members.count", row.members()))
                .setHeader(getTranslation("groups.members"))
                .setFlexGrow(1);
        grid.addColumn(GroupRow::coordinators)
                .setHeader(getTranslation("groups.coordinators"))
                .setFlexGrow(2);
        grid.setAllRowsVisible(true);
        grid.setItems(rows);
        add(grid);
    }

    private void openGroup(GroupId id) {
        getUI().ifPresent(ui -> ui.navigate(GroupView.class, id.value()));
    }
}
