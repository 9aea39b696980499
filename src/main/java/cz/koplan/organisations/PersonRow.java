package cz.koplan.organisations;

import cz.koplan.shared.actor.PersonId;
import org.jspecify.annotations.Nullable;

/** A person in a list; {@code organisations} are those the person is a delegate of now, joined by commas. */
public record PersonRow(
        PersonId id,
        @Nullable String titleBefore,
        @Nullable String givenName,
        String familyName,
        @Nullable String titleAfter,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String organisations) {

    public String displayName() {
        return PersonData.displayName(titleBefore, givenName, familyName, titleAfter);
    }
}
