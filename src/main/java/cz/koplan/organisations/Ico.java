package cz.koplan.organisations;

import java.util.regex.Pattern;

/** The identification number of a Czech organisation: eight digits kept as text. */
public final class Ico {

    private static final Pattern SYNTAX = Pattern.compile("[0-9]{8}");

    private Ico() {}

    public static boolean isWellFormed(String ico) {
        return SYNTAX.matcher(ico).matches();
    }

    /**
     * Tells whether the eighth digit fits the other seven: weights 8 to 2, modulo 11 (Czech Statistical Office). Numbers
     * in use break the rule now and then, so a misfit is a warning only.
     */
    public static boolean hasValidCheckDigit(String ico) {
        if (!isWellFormed(ico)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += (ico.charAt(i) - '0') * (8 - i);
        }
        return (11 - sum % 11) % 10 == ico.charAt(7) - '0';
    }
}
