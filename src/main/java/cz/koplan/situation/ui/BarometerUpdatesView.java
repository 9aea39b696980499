package cz.koplan.situation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.organisations.OrganisationRights;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import cz.koplan.situation.BarometerFilter;
import cz.koplan.situation.BarometerNumber;
import cz.koplan.situation.BarometerService;
import cz.koplan.situation.Locality;
import cz.koplan.situation.Quarter;
import cz.koplan.situation.UpdateFileService;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The updates behind a number of the barometer. */
@Route("barometer/updates")
@PermitAll
class BarometerUpdatesView extends Screen implements BeforeEnterObserver {

    private final BarometerService barometers;
    private final UpdateFileService files;
    private final OrganisationRights organisations;
    private final Quarter now;

    BarometerUpdatesView(
            BarometerService barometers, UpdateFileService files, OrganisationRights organisations, Clock clock) {
        this.organisations = organisations;
        this.barometers = barometers;
        this.files = files;
        this.now = Quarter.of(LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague"))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        BarometerFilter whole = BarometerAddress.filter(query, now);
        BarometerFilter filter = BarometerAddress.quarter(query).map(whole::in).orElse(whole);
        Locality locality = BarometerAddress.orp(query)
                .<Locality>map(orp -> barometers.locality(orp).orElseThrow(() -> new NotFoundException(orp)))
                .orElse(BarometerAddress.isUnknown(query) ? new Locality.Unknown() : new Locality.Any());
        BarometerNumber number = barometers.number(filter, locality);

        setHeading(getTranslation("situation.barometer.updates", number.signals(), number.updates()));
        setSubtitle(String.join(" · ", shown(filter, locality)));
        RouterLink back = new RouterLink(getTranslation("situation.barometer.back"), BarometerView.class);
        back.setQueryParameters(BarometerAddress.of(whole));
        Div meta = new Div(back);
        meta.addClassName("meta");
        add(meta);
        if (number.updates() == 0) {
            add(new EmptyState(
                    getTranslation("situation.barometer.none"), getTranslation("situation.barometer.none.text")));
        } else {
            add(new SaidList(
                    new SaidCards(this, files, organisations.pages()),
                    number.updates(),
                    2,
                    (offset, limit) -> barometers.updates(filter, locality, offset, limit)));
        }
        Paragraph rule = new Paragraph(getTranslation("situation.barometer.rule"));
        rule.addClassName("secondary");
        add(rule);
    }

    private List<String> shown(BarometerFilter filter, Locality locality) {
        List<String> shown = new ArrayList<>();
        shown.add(LocalityWords.of(this, locality));
        shown.add(
                filter.from().equals(filter.to())
                        ? QuarterWords.of(this, filter.from())
                        : QuarterWords.of(this, filter.from()) + " – " + QuarterWords.of(this, filter.to()));
        shown.add(filter.signal()
                .map(signal -> Words.of(this, signal))
                .orElse(getTranslation("situation.barometer.allSignals")));
        filter.group()
                .flatMap(wanted -> barometers.groups().stream()
                        .filter(choice -> choice.group().equals(wanted))
                        .findFirst())
                .ifPresent(choice -> shown.add(choice.name()));
        return shown;
    }
}
