package cz.koplan.invitations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the words of a mail may hold in double braces. */
public enum Placeholder {
    RECIPIENT,
    MEETING,
    GROUP,
    DATE,
    TIME,
    PLACE,
    AGENDA,
    LINK,
    COORDINATOR,
    REASON;

    /** Returns how it is written: {@code {{meeting}}}. */
    public String written() {
        return "{{" + word() + "}}";
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Placeholder> of(String word) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.word().equals(word))
                .findFirst();
    }
}
