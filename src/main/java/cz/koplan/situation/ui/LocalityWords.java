package cz.koplan.situation.ui;

import com.vaadin.flow.component.Component;
import cz.koplan.situation.Locality;

/** How screens name localities. */
final class LocalityWords {

    private LocalityWords() {}

    static String of(Component where, Locality locality) {
        return switch (locality) {
            case Locality.Orp orp -> orp.name();
            case Locality.Unknown unknown -> where.getTranslation("situation.barometer.unknown");
            case Locality.Any any -> where.getTranslation("situation.barometer.any");
        };
    }
}
