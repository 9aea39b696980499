package cz.koplan.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that becomes a list of cards where the window is as narrow as a phone. */
public class CardGrid<T> extends Grid<T> {

    private static final int PHONE_PX = 700;

    private final Column<T> card;

    /** @param content what the card of a row shows */
    public CardGrid(SerializableFunction<T, Component> content) {
        card = addColumn(new ComponentRenderer<>(content)).setFlexGrow(1);
        card.setVisible(false);
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.ROW_STRIPES);
        addClassName("card-grid");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var page = event.getUI().getPage();
        page.retrieveExtendedClientDetails(details -> show(details.getWindowInnerWidth()));
        page.addBrowserWindowResizeListener(resized -> show(resized.getWidth()));
    }

    private void show(int width) {
        boolean phone = width < PHONE_PX;
        if (phone != card.isVisible()) {
            List<Column<T>> columns = getColumns();
            columns.forEach(column -> column.setVisible((column == card) == phone));
            setClassName("cards-shown", phone);
        }
    }

    /** A card of plain lines, the first one strong; empty ones are left out. */
    public static Component lines(Component first, @Nullable String... more) {
        var box = new com.vaadin.flow.component.html.Div(first);
        box.addClassName("card-lines");
        for (String line : more) {
            if (line != null && !line.isBlank()) {
                var text = new com.vaadin.flow.component.html.Div(line);
                text.addClassName("secondary");
                box.add(text);
            }
        }
        return box;
    }
}
