package cz.koplan.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some changes, the latest first.
 *
 * @param before where the next page begins: changes with a smaller id; null = this is the end
 */
public record ChangePage(List<Change> changes, @Nullable Long before) {}
