package cz.koplan.accounts;

import java.io.Serializable;

/** What a person chose for the screen; {@code language} is {@code cs} or {@code en}. */
public record Preferences(String language, ColorScheme colorScheme) implements Serializable {}
