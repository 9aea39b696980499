package cz.koplan.minutes;

import cz.koplan.shared.Input;
import org.jspecify.annotations.Nullable;

/**
 * {@code number} as recorded, for example {@code 3/2021}; {@code text} is Markdown, empty while a resolution is being
 * taken.
 */
public record ResolutionData(@Nullable String number, String text) {

    public ResolutionData {
        number = Input.line(number, 30);
        text = Input.text(text, 60_000);
    }
}
