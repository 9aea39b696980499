package cz.koplan.situation;

import static cz.koplan.db.Tables.AGENDA_ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.services.OrpId;
import cz.koplan.services.ServiceId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.Actor;
import cz.koplan.updates.Signal;
import cz.koplan.updates.UpdateId;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Signals are counted once per update, signal, locality and quarter, and each number opens what it counts. */
class BarometerTest extends ApplicationTest {

    private static final Quarter Q3 = new Quarter(2025, 3);
    private static final Quarter Q4 = new Quarter(2025, 4);
    private static final BarometerFilter ALL =
            new BarometerFilter(Optional.empty(), Optional.empty(), new Quarter(2025, 1), new Quarter(2026, 1));
    private static final Optional<Signal> FULL = Optional.of(Signal.CAPACITY_FULL);

    @Autowired
    private BarometerService barometers;

    private Region region;
    private Region.Circle own;
    private Reports reports;
    private Locality.Orp hora;
    private Locality.Orp dol;

    @BeforeEach
    void settle() {
        region = new Region(context);
        own = region.own;
        reports = new Reports(db);
        hora = new Locality.Orp(reports.orp("Hora"), "Hora");
        dol = new Locality.Orp(reports.orp("Dol"), "Dol");
    }

    private UpdateId handedIn(LocalDateTime at, Signal... signals) {
        UpdateId update = reports.handedIn(own.group(), own.organisation(), "Zpráva", at);
        reports.signal(update, signals);
        return update;
    }

    private Barometer seenBy(Actor reader) {
        return as(reader, () -> barometers.barometer(ALL));
    }

    @Test
    void anUpdateCountsWhereItSaysElseWhereItsServicesAreElseNowhere() {
        ServiceId inDol = reports.service(own.organisation(), "V dolu", dol.id());
        ServiceId alsoInDol = reports.service(own.organisation(), "Také v dolu", dol.id(), hora.id());
        ServiceId nowhere = reports.service(own.organisation(), "Nikde");
        LocalDateTime november = LocalDateTime.of(2025, 11, 3, 9, 0);
        UpdateId saysWhere = handedIn(november, Signal.CAPACITY_FULL);
        reports.in(saysWhere, hora.id());
        reports.about(saysWhere, inDol);
        UpdateId byServices = handedIn(november, Signal.CAPACITY_FULL, Signal.STAFFING);
        reports.about(byServices, inDol, alsoInDol, nowhere);
        UpdateId unknown = handedIn(november, Signal.CAPACITY_FULL);
        reports.about(unknown, nowhere);
        reports.signal(own.update(), Signal.CAPACITY_FULL);

        Barometer barometer = seenBy(own.member());

        assertThat(barometer.localities()).containsExactly(dol, hora, new Locality.Unknown());
        assertThat(barometer.number(hora, Q4, FULL)).isEqualTo(2);
        assertThat(barometer.number(dol, Q4, FULL)).isEqualTo(1);
        assertThat(barometer.number(dol, Q4, Optional.empty())).isEqualTo(2);
        assertThat(barometer.number(new Locality.Unknown(), Q4, FULL)).isEqualTo(1);
        // The meeting of September.
        assertThat(barometer.number(new Locality.Unknown(), Q3, FULL)).isEqualTo(1);
        // Once in the whole network, though in two localities.
        assertThat(barometer.number(new Locality.Any(), Q4, FULL)).isEqualTo(3);
        assertThat(barometer.number(new Locality.Any(), Q4, Optional.empty())).isEqualTo(4);
        assertThat(barometer.number(Signal.CAPACITY_FULL)).isEqualTo(4);
        assertThat(barometer.largest()).isEqualTo(2);
    }

    @Test
    void theQuarterIsThatOfTheLocalDay() {
        handedIn(LocalDateTime.of(2025, 6, 30, 22, 30), Signal.CAPACITY_FULL); // 1 July, half past midnight
        handedIn(LocalDateTime.of(2025, 6, 30, 21, 30), Signal.STAFFING);
        handedIn(LocalDateTime.of(2025, 12, 31, 22, 30), Signal.FUNDING_RISK);
        handedIn(LocalDateTime.of(2025, 12, 31, 23, 30), Signal.NEW_SITE);

        Barometer barometer = seenBy(own.member());
        assertThat(barometer.totals())
                .containsOnlyKeys(
                        cell(Q3, Signal.CAPACITY_FULL),
                        cell(new Quarter(2025, 2), Signal.STAFFING),
                        cell(Q4, Signal.FUNDING_RISK),
                        cell(new Quarter(2026, 1), Signal.NEW_SITE));
    }

    private static Barometer.Cell cell(Quarter quarter, Signal signal) {
        return new Barometer.Cell(new Locality.Any(), quarter, signal);
    }

    @Test
    void draftsDoNotCountAndNeitherDoesWhatHadEndedBeforeItsDay() {
        UpdateId draft = reports.insert(own.group(), own.organisation(), row -> row.setDraftText("Rozepsáno"));
        reports.signal(draft, Signal.CAPACITY_FULL);
        UpdateId ended = handedIn(LocalDateTime.of(2025, 11, 3, 9, 0), Signal.STAFFING);
        reports.change(ended, row -> row.setEndedAt(LocalDateTime.of(2026, 1, 3, 9, 0)));
        reports.signal(own.update(), Signal.FUNDING_RISK);
        assertThat(seenBy(own.member()).totals())
                .containsOnlyKeys(cell(Q4, Signal.STAFFING), cell(Q3, Signal.FUNDING_RISK));

        reports.change(
                own.update(), row -> row.setEndedAt(Region.DAY.minusDays(1).atTime(9, 0)));
        assertThat(seenBy(own.member()).totals()).containsOnlyKeys(cell(Q4, Signal.STAFFING));
    }

    @Test
    void readersSeeTheGroupsTheyAreInside() {
        reports.signal(own.update(), Signal.CAPACITY_FULL);
        reports.signal(region.foreign.update(), Signal.CAPACITY_FULL, Signal.STAFFING);

        assertThat(seenBy(own.member()).number(Signal.CAPACITY_FULL)).isEqualTo(1);
        assertThat(seenBy(own.coordinator()).number(Signal.CAPACITY_FULL)).isEqualTo(1);
        assertThat(seenBy(region.planner).number(Signal.CAPACITY_FULL)).isEqualTo(2);
        assertThat(seenBy(region.admin).totals()).isEmpty();
        assertThat(as(own.member(), () -> barometers.groups()))
                .extracting(Barometer.Choice::name)
                .containsExactly("Senioři");
        assertThat(as(region.planner, () -> barometers.groups())).hasSizeGreaterThanOrEqualTo(2);
        // Asking for a group one is not inside of gives nothing.
        var foreign = new BarometerFilter(Optional.of(region.foreign.group()), Optional.empty(), ALL.from(), ALL.to());
        assertThat(as(own.member(), () -> barometers.barometer(foreign)).totals())
                .isEmpty();
        assertThat(as(own.member(), () -> barometers.updates(foreign, new Locality.Any(), 0, 10)))
                .isEmpty();
        assertThat(as(own.member(), () -> barometers.number(foreign, new Locality.Any())))
                .isEqualTo(new BarometerNumber(0, 0));

        db.update(AGENDA_ITEM)
                .set(AGENDA_ITEM.COORDINATOR_ONLY, true)
                .where(AGENDA_ITEM.ID.eq(own.roundTable()))
                .execute();
        assertThat(seenBy(own.member()).totals()).isEmpty();
        assertThat(seenBy(own.coordinator()).totals()).hasSize(1);
    }

    @Test
    void everyNumberOpensWhatItCounts() {
        ServiceId inBoth = reports.service(own.organisation(), "Oba", dol.id(), hora.id());
        Signal[] signals = Signal.values();
        for (int i = 0; i < 30; i++) {
            UpdateId update =
                    handedIn(LocalDateTime.of(2025, 1 + i % 12, 5, 9, 0), signals[i % 8], signals[(i + 3) % 8]);
            switch (i % 4) {
                case 0 -> reports.in(update, hora.id());
                case 1 -> reports.in(update, hora.id(), dol.id());
                case 2 -> reports.about(update, inBoth);
                default -> {
                    // Nowhere.
                }
            }
        }
        List<Optional<Signal>> asked = List.of(Optional.empty(), FULL, Optional.of(Signal.STAFFING));
        int opened = 0;
        for (Optional<Signal> signal : asked) {
            var filter = new BarometerFilter(Optional.empty(), signal, ALL.from(), ALL.to());
            Barometer barometer = as(own.member(), () -> barometers.barometer(filter));
            List<Locality> localities = new ArrayList<>(barometer.localities());
            localities.add(new Locality.Any());
            for (Locality locality : localities) {
                for (Quarter quarter : barometer.quarters()) {
                    int number = barometer.number(locality, quarter, signal);
                    List<SaidUpdate> list =
                            as(own.member(), () -> barometers.updates(filter.in(quarter), locality, 0, 100));
                    long sum = list.stream()
                            .flatMap(update -> update.signals().stream())
                            .filter(one -> signal.isEmpty() || signal.get() == one)
                            .count();
                    assertThat(sum).as("%s %s %s", locality, quarter, signal).isEqualTo(number);
                    assertThat(as(own.member(), () -> barometers.number(filter.in(quarter), locality)))
                            .isEqualTo(new BarometerNumber(number, list.size()));
                    opened += number;
                }
            }
        }
        assertThat(opened).isGreaterThan(150);
    }

    @Test
    void aPeriodMustMakeSense() {
        refused("situation.barometer.period.reversed", Q4, Q3);
        refused("situation.barometer.period.tooLong", Q3, new Quarter(2035, 3));
    }

    private static void refused(String key, Quarter from, Quarter to) {
        assertThatThrownBy(() -> new BarometerFilter(Optional.empty(), Optional.empty(), from, to))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    @Test
    void itTakesTheSameNumberOfStatementsHoweverMuchThereIs() {
        reports.signal(own.update(), Signal.CAPACITY_FULL);
        int few = sent();
        for (int i = 0; i < 20; i++) {
            OrpId orp = reports.orp("Obec " + i);
            UpdateId update = handedIn(LocalDateTime.of(2025, 1 + i % 12, 5, 9, 0), Signal.STAFFING);
            reports.in(update, orp);
        }

        assertThat(seenBy(own.member()).localities()).hasSize(21);
        assertThat(sent()).isEqualTo(few);
    }

    private int sent() {
        return statements
                .of(() -> as(own.member(), () -> {
                    barometers.barometer(ALL);
                    barometers.updates(ALL, new Locality.Any(), 0, 50);
                }))
                .size();
    }
}
