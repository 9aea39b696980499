package wrong.beta;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import wrong.alpha.AlphaService;

/** Writes behind the back of the change log. */
@Repository
public class BetaRepository {

    private final DSLContext db;

    BetaRepository(DSLContext db, AlphaService alpha) {
        this.db = db;
    }

    public void insert() {
        db.insertInto(DSL.table("beta")).defaultValues().execute();
    }
}
