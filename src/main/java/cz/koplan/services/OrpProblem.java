package cz.koplan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a file cannot be imported.
 *
 * @param line of the file, from 1
 * @param column as the file names it; null when the whole line or file is meant
 */
public record OrpProblem(int line, @Nullable String column, String messageKey, List<Object> arguments) {}
