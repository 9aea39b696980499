package cz.koplan.updates;

import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A round-table line as the minutes record it; {@code text} is Markdown. */
public record UpdateData(
        @Nullable OrganisationId organisation, @Nullable String sourceLabel, String text) {

    public UpdateData {
        sourceLabel = Input.line(sourceLabel, 200);
        text = Input.text(text, 1_000_000);
        if (organisation == null && sourceLabel == null) {
            throw new InvalidInputException("updates.nobody");
        }
    }
}
