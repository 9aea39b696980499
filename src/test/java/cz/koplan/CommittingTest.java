package cz.koplan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tests whose transactions are real: each finds the tables empty and leaves them so, but for the code lists that the
 * migrations filled.
 */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public abstract class CommittingTest extends ApplicationTest {

    /** Filled before the first of these tests, when nothing but the migrations has committed. */
    private static Set<String> codeLists = Set.of();

    private static boolean codeListsKnown;

    protected TransactionTemplate transaction;

    @Autowired
    void setTransactionManager(PlatformTransactionManager manager) {
        transaction = new TransactionTemplate(manager);
    }

    @BeforeEach
    @AfterEach
    protected void emptyEveryTable() {
        transaction.executeWithoutResult(status -> {
            if (!codeListsKnown) {
                codeLists = tables().stream()
                        .filter(table -> !db.fetch("select 1 from `" + table + "` limit 1")
                                .isEmpty())
                        .collect(Collectors.toSet());
                codeListsKnown = true;
            }
            db.execute("set foreign_key_checks = 0");
            tables().stream()
                    .filter(table -> !codeLists.contains(table))
                    .forEach(table -> db.execute("delete from `" + table + "`"));
            db.execute("set foreign_key_checks = 1");
        });
    }

    private List<String> tables() {
        return db.fetch("select table_name from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")
                .map(table -> table.get(0, String.class));
    }
}
