package cz.koplan;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.shared.actor.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries every public method of every service as every role against the table {@code rights.tsv}. All calls ask for
 * things of the same group; the foreign member and coordinator belong to another one.
 */
class RightsTest extends ApplicationTest {

    private static final String ALLOWED = "✓";
    private static final String DENIED = "–";

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void everyRoleMayDoWhatTheTableSaysAndNothingElse() throws IOException {
        Region region = new Region(context);
        Map<String, Optional<Actor>> roles = roles(region);
        List<String> tried = new ArrayList<>();
        tried.add("method\t" + String.join("\t", roles.keySet()));
        for (ServiceMethod method : ServiceMethod.all(context)) {
            tried.add(method + "\t"
                    + String.join(
                            "\t",
                            roles.values().stream()
                                    .map(role -> tryOut(method, role, region))
                                    .toList()));
        }
        Path found = Files.write(Path.of("target/rights.tsv"), tried);

        assertThat(tried)
                .as("src/test/resources/rights.tsv against %s, which was tried just now", found)
                .containsExactlyElementsOf(written());
    }

    private static Map<String, Optional<Actor>> roles(Region region) {
        Map<String, Optional<Actor>> roles = new LinkedHashMap<>();
        roles.put("public", Optional.empty());
        roles.put("member", Optional.of(region.own.member()));
        roles.put("foreign member", Optional.of(region.foreign.member()));
        roles.put("coordinator", Optional.of(region.own.coordinator()));
        roles.put("foreign coordinator", Optional.of(region.foreign.coordinator()));
        roles.put("planner", Optional.of(region.planner));
        roles.put("admin", Optional.of(region.admin));
        return roles;
    }

    private static List<String> written() {
        try (var lines = Files.lines(Path.of("src/test/resources/rights.tsv"))) {
            return lines.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls the method for real, takes back what it did, and tells how it ended. */
    private String tryOut(ServiceMethod method, Optional<Actor> role, Region region) {
        var savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return savepoint.execute(status -> {
            status.setRollbackOnly();
            Supplier<String> call = () -> outcome(method, region);
            return role.map(actor -> as(actor, call)).orElseGet(() -> asPublic(call));
        });
    }

    private static String outcome(ServiceMethod method, Region region) {
        try {
            method.call(region);
            return ALLOWED;
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof AccessDeniedException
                    ? DENIED
                    : e.getCause().toString();
        }
    }

    @Test
    void noServiceMethodEscapesTheTable() {
        assertThat(ServiceMethod.all(context).stream()
                        .map(ServiceMethod::method)
                        .map(Method::getName))
                .contains("createFirstAdministrator", "setLogo", "addAttendee", "pdf", "save");
    }
}
