package cz.koplan.situation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.situation.Barometer;
import cz.koplan.situation.BarometerFilter;
import cz.koplan.situation.Locality;
import cz.koplan.situation.Quarter;
import java.util.function.Function;

/** The barometer as a table of localities and quarters; every number opens its updates. */
class BarometerTable extends Div {

    private final transient Barometer barometer;
    private final transient BarometerFilter filter;
    private final transient Function<Locality, String> names;

    BarometerTable(Barometer barometer, BarometerFilter filter, Function<Locality, String> names) {
        this.barometer = barometer;
        this.filter = filter;
        this.names = names;
        String caption = getTranslation("situation.barometer.caption");
        NativeTable table = new NativeTable();
        table.setCaptionText(caption);
        NativeTableRow heads = table.getHead().addRow();
        heads.add(head(getTranslation("situation.barometer.locality"), "col"));
        barometer.quarters().forEach(quarter -> {
            NativeTableHeaderCell cell = head(QuarterWords.shortly(quarter), "col");
            cell.setTitle(QuarterWords.of(this, quarter));
            heads.add(cell);
        });
        barometer.localities().forEach(locality -> table.getBody().add(row(locality)));
        NativeTableRow totals = row(new Locality.Any());
        totals.addClassName("totals");
        table.getBody().add(totals);
        table.addClassName("matrix");
        add(table);
        // A matrix wider than the window scrolls within its own frame, by keys too.
        addClassName("matrix-frame");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
    }

    private static NativeTableHeaderCell head(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private NativeTableRow row(Locality locality) {
        NativeTableRow row = new NativeTableRow();
        row.add(head(names.apply(locality), "row"));
        barometer.quarters().forEach(quarter -> row.add(new NativeTableCell(number(locality, quarter))));
        return row;
    }

    private Component number(Locality locality, Quarter quarter) {
        int number = barometer.number(locality, quarter, filter.signal());
        if (number == 0) {
            Div nothing = new Div("0");
            nothing.addClassName("secondary");
            return nothing;
        }
        RouterLink link = new RouterLink(String.valueOf(number), BarometerUpdatesView.class);
        link.setQueryParameters(BarometerAddress.of(filter, locality, quarter));
        link.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "situation.barometer.number",
                                number,
                                names.apply(locality),
                                QuarterWords.of(this, quarter)));
        return link;
    }
}
