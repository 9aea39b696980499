package cz.koplan.situation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import cz.koplan.situation.Barometer;
import cz.koplan.situation.BarometerFilter;
import cz.koplan.situation.BarometerService;
import cz.koplan.situation.Locality;
import cz.koplan.situation.Quarter;
import cz.koplan.updates.Signal;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The barometer of the network: signals per quarter and locality, as a table and as pictures. */
@Route("barometer")
@PermitAll
class BarometerView extends Screen implements BeforeEnterObserver {

    /** How far back periods reach. */
    private static final int QUARTERS_BACK = 31;

    private final BarometerService barometers;
    private final Quarter now;
    private final Select<Barometer.Choice> group = new Select<>();
    private final Select<Signal> signal = new Select<>();
    private final Select<Quarter> from = new Select<>();
    private final Select<Quarter> to = new Select<>();
    private final Div body = new Div();

    BarometerView(BarometerService barometers, Clock clock) {
        this.barometers = barometers;
        this.now = Quarter.of(LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague"))));
        setHeading(getTranslation("situation.barometer"));
        setSubtitle(getTranslation("situation.barometer.subtitle"));

        group.setLabel(getTranslation("groups.group"));
        group.setItems(barometers.groups());
        choosable(group, getTranslation("situation.barometer.allGroups"), Barometer.Choice::name);
        signal.setLabel(getTranslation("situation.barometer.signal"));
        signal.setItems(Signal.values());
        choosable(signal, getTranslation("situation.barometer.allSignals"), one -> Words.of(this, one));
        List<Quarter> quarters = now.plus(-QUARTERS_BACK).to(now.plus(1)).reversed();
        period(from, "situation.barometer.from", quarters);
        period(to, "situation.barometer.to", quarters);
        Div filters = new Div(group, signal, from, to);
        filters.addClassName("filters");
        Paragraph rule = new Paragraph(getTranslation("situation.barometer.rule"));
        rule.addClassName("secondary");
        body.addClassName("stack");
        add(filters, body, rule);
    }

    private <T> void choosable(Select<T> select, String all, Function<T, String> name) {
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(all);
        select.setItemLabelGenerator(value -> value == null ? all : name.apply(value));
        select.addValueChangeListener(change -> choose(change.isFromClient()));
    }

    private void period(Select<Quarter> select, String label, List<Quarter> quarters) {
        select.setLabel(getTranslation(label));
        select.setItems(quarters);
        select.setItemLabelGenerator(quarter -> QuarterWords.of(this, quarter));
        select.addValueChangeListener(change -> choose(change.isFromClient()));
    }

    private void choose(boolean byPerson) {
        if (!byPerson) {
            return;
        }
        try {
            to.setInvalid(false);
            BarometerFilter filter = new BarometerFilter(
                    Optional.ofNullable(group.getValue()).map(Barometer.Choice::group),
                    Optional.ofNullable(signal.getValue()),
                    from.getValue(),
                    to.getValue());
            UI.getCurrent().navigate(BarometerView.class, BarometerAddress.of(filter));
        } catch (InvalidInputException e) {
            to.setErrorMessage(getTranslation(e.messageKey(), e.arguments()));
            to.setInvalid(true);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        BarometerFilter filter = BarometerAddress.filter(event.getLocation().getQueryParameters(), now);
        filter.group()
                .ifPresentOrElse(
                        wanted -> group.getListDataView()
                                .getItems()
                                .filter(choice -> choice.group().equals(wanted))
                                .findFirst()
                                .ifPresent(group::setValue),
                        group::clear);
        signal.setValue(filter.signal().orElse(null));
        from.setValue(filter.from());
        to.setValue(filter.to());
        show(filter);
    }

    private void show(BarometerFilter filter) {
        body.removeAll();
        Barometer barometer = barometers.barometer(filter);
        if (barometer.totals().isEmpty()) {
            body.add(new EmptyState(
                    getTranslation("situation.barometer.none"), getTranslation("situation.barometer.none.text")));
            return;
        }
        Function<Locality, String> names = locality -> LocalityWords.of(this, locality);
        body.add(
                new BarometerTable(barometer, filter, names),
                new Section(
                        new H2(getTranslation("situation.barometer.pictures")),
                        new BarometerPictures(barometer, names)));
    }
}
