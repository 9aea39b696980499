package cz.koplan.situation.ui;

import com.vaadin.flow.component.Component;
import cz.koplan.situation.Quarter;

/** How screens name quarters. */
final class QuarterWords {

    private QuarterWords() {}

    /** {@code 3. čtvrtletí 2025} */
    static String of(Component where, Quarter quarter) {
        return where.getTranslation("situation.quarter", quarter.number(), String.valueOf(quarter.year()));
    }

    /** {@code 3/2025} */
    static String shortly(Quarter quarter) {
        return quarter.number() + "/" + quarter.year();
    }
}
