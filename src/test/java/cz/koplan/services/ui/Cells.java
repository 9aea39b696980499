package cz.koplan.services.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;

/** The cells of the one visible grid, whose components only a browser asks for. */
final class Cells {

    private Cells() {}

    @SuppressWarnings("unchecked")
    static Grid<Object> grid() {
        return _get(Grid.class);
    }

    static int rows() {
        return GridKt._size(grid());
    }

    static List<String> headers() {
        return grid().getColumns().stream().map(Grid.Column::getHeaderText).toList();
    }

    /** @param header of a column of components */
    @SuppressWarnings("unchecked")
    static Component at(int row, String header) {
        Grid.Column<Object> column = grid().getColumns().stream()
                .filter(candidate -> header.equals(candidate.getHeaderText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No column " + header + " among " + headers()));
        return ((ComponentRenderer<Component, Object>) column.getRenderer()).createComponent(GridKt._get(grid(), row));
    }

    static String text(int row, String header) {
        return at(row, header).getElement().getTextRecursively();
    }

    /** Returns what the card of a phone says. */
    @SuppressWarnings("unchecked")
    static String card(int row) {
        var card = (ComponentRenderer<Component, Object>)
                grid().getColumns().getFirst().getRenderer();
        return card.createComponent(GridKt._get(grid(), row)).getElement().getTextRecursively();
    }

    static void edit(int row) {
        ((Button) at(row, "Akce")).click();
    }
}
