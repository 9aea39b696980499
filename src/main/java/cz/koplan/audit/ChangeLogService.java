package cz.koplan.audit;

import cz.koplan.shared.Input;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class ChangeLogService {

    private static final int PAGE = 50;
    private static final int MAX_TEXT = 200;

    private final ChangeLogRepository changes;

    ChangeLogService(ChangeLogRepository changes) {
        this.changes = changes;
    }

    /**
     * Returns the latest changes with an id below {@code before}. A text is looked for in a limited part of the past at a
     * time, so a page may hold few changes, or none, and yet not be the last.
     */
    @PreAuthorize("@auditRights.read()")
    public ChangePage page(ChangeFilter filter, long before) {
        String text = Input.line(filter.text(), MAX_TEXT);
        return changes.page(
                new ChangeFilter(filter.table(), filter.row(), filter.by(), filter.day(), text == null ? "" : text),
                before,
                PAGE);
    }

    /** Returns what the database calls the tables that have a past. */
    @PreAuthorize("@auditRights.read()")
    public List<String> tables() {
        return changes.tables();
    }

    /** Returns the names under which something was changed. */
    @PreAuthorize("@auditRights.read()")
    public List<String> people() {
        return changes.people();
    }
}
