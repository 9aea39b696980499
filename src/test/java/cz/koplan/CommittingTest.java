package cz.koplan;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests whose transactions are real: each finds the tables empty and leaves them so. */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public abstract class CommittingTest extends ApplicationTest {

    protected TransactionTemplate transaction;

    @Autowired
    void setTransactionManager(PlatformTransactionManager manager) {
        transaction = new TransactionTemplate(manager);
    }

    @BeforeEach
    @AfterEach
    protected void emptyEveryTable() {
        transaction.executeWithoutResult(status -> {
            db.execute("set foreign_key_checks = 0");
            db.fetch("select table_name from information_schema.tables where table_schema = database()"
                            + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")
                    .forEach(table -> db.execute("delete from `" + table.get(0) + "`"));
            db.execute("set foreign_key_checks = 1");
        });
    }
}
