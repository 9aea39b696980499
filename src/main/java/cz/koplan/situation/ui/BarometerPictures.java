package cz.koplan.situation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import cz.koplan.shared.pictures.SvgWriter;
import cz.koplan.shared.ui.Words;
import cz.koplan.situation.Barometer;
import cz.koplan.situation.Locality;
import cz.koplan.situation.Quarter;
import cz.koplan.updates.Signal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The barometer as a picture per signal that came at all. */
class BarometerPictures extends Div {

    BarometerPictures(Barometer barometer, Function<Locality, String> names) {
        addClassName("pictures");
        for (Signal signal : Signal.values()) {
            if (barometer.number(signal) > 0) {
                add(picture(barometer, signal, names));
            }
        }
    }

    private Div picture(Barometer barometer, Signal signal, Function<Locality, String> names) {
        List<BarometerPicture.Row> rows = barometer.localities().stream()
                .map(locality -> new BarometerPicture.Row(
                        names.apply(locality),
                        barometer.quarters().stream()
                                .map(quarter -> barometer.number(locality, quarter, Optional.of(signal)))
                                .toList()))
                .toList();
        Div drawing = new Div();
        drawing.getElement()
                .setProperty(
                        "innerHTML",
                        SvgWriter.write(BarometerPicture.of(
                                barometer.quarters().stream()
                                        .map(QuarterWords::shortly)
                                        .toList(),
                                rows,
                                barometer.largest(),
                                alternative(barometer, signal, names))));
        Paragraph scale = new Paragraph(getTranslation("situation.barometer.scale", barometer.largest()));
        scale.addClassName("secondary");
        Div box = new Div(new H3(Words.of(this, signal)), drawing, scale);
        box.addClassName("picture-box");
        return box;
    }

    private String alternative(Barometer barometer, Signal signal, Function<Locality, String> names) {
        Barometer.Cell most = barometer.counts().entrySet().stream()
                .filter(entry -> entry.getKey().signal() == signal)
                .max(Comparator.<Map.Entry<Barometer.Cell, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparing(entry -> entry.getKey().quarter()))
                .orElseThrow()
                .getKey();
        Quarter quarter = most.quarter();
        return getTranslation(
                "situation.barometer.alternative",
                Words.of(this, signal),
                barometer.number(signal),
                names.apply(most.locality()),
                QuarterWords.of(this, quarter),
                barometer.number(most.locality(), quarter, Optional.of(signal)));
    }
}
