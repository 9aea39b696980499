package cz.koplan.tasks;

import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code text} is Markdown; {@code ownerLabel} names the owner while neither person nor organisation is known. */
public record TaskData(
        String text,
        @Nullable String ownerLabel,
        @Nullable PersonId ownerPerson,
        @Nullable OrganisationId ownerOrganisation,
        @Nullable LocalDate due,
        TaskState state) {

    public TaskData {
        text = Input.text(text, 60_000);
        ownerLabel = ownerPerson == null && ownerOrganisation == null ? Input.line(ownerLabel, 200) : null;
        if (text.isEmpty()) {
            throw new InvalidInputException("input.required");
        }
    }
}
