package cz.koplan;

import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.FileSystemUtils;

/**
 * The whole application on a real database. One context and one server serve all tests of a JVM, so no test may change
 * the context; what a test writes is rolled back. {@link CommittingTest} is for what must be committed.
 */
@SpringBootTest(properties = "koplan.jobs=false")
@Import({Statements.class, OppositeOrder.class})
@Transactional
public abstract class ApplicationTest {

    private static final Path DATA =
            Path.of("target/test-data", String.valueOf(ProcessHandle.current().pid()));

    @Autowired
    protected ApplicationContext context;

    @Autowired
    protected DSLContext db;

    @Autowired
    protected Statements statements;

    @DynamicPropertySource
    static void ownDataDirectory(DynamicPropertyRegistry properties) {
        properties.add("koplan.data-dir", () -> {
            // Runs after the context is closed and the server with it.
            SpringApplication.getShutdownHandlers().add(ApplicationTest::deleteData);
            return DATA.toString();
        });
    }

    private static void deleteData() {
        try {
            FileSystemUtils.deleteRecursively(DATA);
            Files.deleteIfExists(DATA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected <T> T service(Class<T> type) {
        return context.getBean(type);
    }

    public static <T> T as(Actor who, Supplier<T> work) {
        return CurrentActor.actingAs(who, work);
    }

    public static void as(Actor who, Runnable work) {
        CurrentActor.actingAs(who, () -> {
            work.run();
            return null;
        });
    }

    /** Runs the work as a visitor that is not signed in, with the principal that the web layer gives one. */
    protected static <T> T asPublic(Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(new AnonymousAuthenticationToken(
                "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"))));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Returns what the change log holds, the oldest first, one line per change. */
    protected List<String> pastOf(String table, long row) {
        return db.fetch(
                        "select action, before_values, after_values from change_log where table_name = ? and row_id = ?"
                                + " order by id",
                        table,
                        row)
                .map(change -> change.get(0) + " " + change.get(1) + " -> " + change.get(2));
    }
}
