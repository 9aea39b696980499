package cz.koplan.organisations;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import org.jspecify.annotations.Nullable;

public record OrganisationData(
        String name,
        @Nullable String ico,
        @Nullable TriadRole triadRole,
        @Nullable String website,
        @Nullable String note,
        boolean active) {

    public OrganisationData {
        name = Input.required(name, 200);
        ico = Input.line(ico);
        if (ico != null && !Ico.isWellFormed(ico)) {
            throw new InvalidInputException("organisations.ico.malformed");
        }
        website = Input.line(website, 300);
        if (website != null && !website.matches("https?://\\S+")) {
            throw new InvalidInputException("organisations.website.malformed");
        }
        note = note == null || note.isBlank() ? null : Input.text(note, 20_000);
    }

    public static OrganisationData named(String name) {
        return new OrganisationData(name, null, null, null, null, true);
    }
}
