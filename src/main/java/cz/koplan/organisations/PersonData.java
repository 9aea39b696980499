package cz.koplan.organisations;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code publishName}: agreed to be named in published minutes. */
public record PersonData(
        @Nullable String titleBefore,
        @Nullable String givenName,
        String familyName,
        @Nullable String titleAfter,
        @Nullable String email,
        @Nullable String phone,
        boolean publishName) {

    public PersonData {
        titleBefore = Input.line(titleBefore, 50);
        givenName = Input.line(givenName, 100);
        familyName = Input.required(familyName, 100);
        titleAfter = Input.line(titleAfter, 50);
        email = Input.line(email, 254);
        if (email != null) {
            email = email.toLowerCase(Locale.ROOT);
            if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")) {
                throw new InvalidInputException("people.email.malformed");
            }
        }
        phone = Input.line(phone, 40);
    }

    public static PersonData named(@Nullable String givenName, String familyName) {
        return new PersonData(null, givenName, familyName, null, null, null, false);
    }

    public String displayName() {
        return displayName(titleBefore, givenName, familyName, titleAfter);
    }

    /** Returns the name as Czech writes it, for example {@code Mgr. Jana Nováková, Ph.D.} */
    public static String displayName(
            @Nullable String titleBefore, @Nullable String givenName, String familyName, @Nullable String titleAfter) {
        String name = Stream.of(titleBefore, givenName, familyName)
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return titleAfter == null ? name : name + ", " + titleAfter;
    }
}
