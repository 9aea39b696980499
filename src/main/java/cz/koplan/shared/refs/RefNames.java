package cz.koplan.shared.refs;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A feature's names for its things of one kind, so that others can say what theirs came from. */
public interface RefNames {

    /**
     * @param day when it was
     * @param path of the page that shows it, relative to the application; null where none does
     */
    record Named(
            String name, @Nullable LocalDate day, @Nullable String path) {}

    RefKind kind();

    /** Returns the names of those that are still there, in a constant number of queries. */
    Map<Long, Named> names(Collection<Long> ids);
}
