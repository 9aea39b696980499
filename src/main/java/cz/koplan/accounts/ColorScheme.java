package cz.koplan.accounts;

/** What a person chose for the brightness of the screen. */
public enum ColorScheme {
    SYSTEM,
    LIGHT,
    DARK
}
