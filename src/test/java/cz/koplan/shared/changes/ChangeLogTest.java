package cz.koplan.shared.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.CommittingTest;
import cz.koplan.Region;
import cz.koplan.ServiceMethod;
import cz.koplan.accounts.AccountService;
import cz.koplan.accounts.Password;
import cz.koplan.organisations.OrganisationData;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.Actor;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The past of what services write. */
class ChangeLogTest extends CommittingTest {

    private static final List<String> WITHOUT_PAST = List.of(
            "`change_log`",
            "`file_chunk`",
            "`minutes_revision`",
            "`life_cycle_step`",
            "`yearly_number`",
            "`desk_window`",
            "`mail`",
            "`link_token`",
            "`known_origin`",
            "`sign_in_brake`");

    private Region region;
    private OrganisationService organisations;

    @BeforeEach
    void foundRegion() {
        region = transaction.execute(status -> new Region(context));
        organisations = service(OrganisationService.class);
    }

    @Test
    void aNewRowIsKeptWithWhoAndWhen() {
        OrganisationId id = create(new OrganisationData("Maják", "12345679", null, null, null, true));

        var change =
                db.fetchSingle("select * from change_log where table_name = 'organisation' and row_id = ?", id.value());
        assertThat(change.get("changed_by", Long.class))
                .isEqualTo(region.planner.account().value());
        assertThat(change.get("changed_by_name")).isEqualTo(region.planner.name());
        assertThat(change.get("changed_at", LocalDateTime.class))
                .isBetween(now().minus(Duration.ofMinutes(1)), now().plusSeconds(1));
        assertThat(change.get("action")).isEqualTo("INSERT");
        assertThat(change.get("before_values")).isNull();
        assertThat(change.get("after_values", String.class))
                .contains("\"id\":" + id.value(), "\"name\":\"Maják\"", "\"ico\":\"12345679\"", "\"active\":true")
                .doesNotContain("search_name");
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    @Test
    void aChangeKeepsOnlyTheColumnsThatChanged() {
        OrganisationId id = create(OrganisationData.named("Maják"));

        as(region.planner, () -> organisations.update(id, 1, OrganisationData.named("Nový maják")));

        assertThat(pastOf("organisation", id.value()))
                .hasSize(2)
                .last()
                .isEqualTo("UPDATE {\"name\":\"Maják\"} -> {\"name\":\"Nový maják\"}");
    }

    @Test
    void aChangeOfNothingLeavesNoTraceAndNoNewVersion() {
        OrganisationId id = create(OrganisationData.named("Maják"));

        as(region.planner, () -> organisations.update(id, 1, OrganisationData.named("Maják")));

        assertThat(pastOf("organisation", id.value())).hasSize(1);
        assertThat(as(region.planner, () -> organisations.get(id)).version()).isEqualTo(1);
    }

    @Test
    void aRemovedRowIsKeptAsItWas() {
        as(region.planner, () -> organisations.removeAlias(region.newcomersAlias));

        assertThat(pastOf("organisation_alias", region.newcomersAlias.value()))
                .last()
                .asString()
                .startsWith("DELETE {\"id\":" + region.newcomersAlias.value())
                .contains("\"alias\":\"NZ\"")
                .endsWith("-> null");
    }

    @Test
    void whatTheSystemDoesBelongsToNobody() {
        OrganisationId id = region.organisation("Maják");

        assertThat(db.fetchSingle(
                                "select changed_by, changed_by_name from change_log where table_name = 'organisation'"
                                        + " and row_id = ?",
                                id.value())
                        .intoList())
                .containsExactly(null, "Koplán");
    }

    @Test
    void hashesOfPasswordsAreNeverKept() {
        var accounts = service(AccountService.class);
        as(region.admin, () -> accounts.setPassword(region.planner.account(), new Password("úplně nové heslo")));
        as(region.planner, () -> accounts.changeOwnPassword("úplně nové heslo", new Password("ještě novější heslo")));

        assertThat(pastOf("account", region.planner.account().value())).hasSize(3);
        assertThat(db.fetch("select concat_ws(' ', before_values, after_values) from change_log")
                        .map(change -> change.get(0, String.class)))
                .noneMatch(change -> change.contains("{bcrypt}") || change.contains("{noop}"));
    }

    @Test
    void aChangeTakenBackLeavesNoTrace() {
        int before = changes();

        transaction.executeWithoutResult(status -> {
            create(OrganisationData.named("Maják"));
            assertThat(changes()).isEqualTo(before + 1);
            status.setRollbackOnly();
        });

        assertThat(changes()).isEqualTo(before);
    }

    @Test
    void aRefusedChangeLeavesNoTrace() {
        int before = changes();

        assertThatThrownBy(() -> create(OrganisationData.named("Pramen"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> as(
                        region.planner,
                        () -> organisations.update(region.newcomer, 7, OrganisationData.named("Nový konec"))))
                .isInstanceOf(StaleVersionException.class);

        assertThat(changes()).isEqualTo(before);
    }

    /** Compares what each method of each service writes with what it leaves in the change log. */
    @Test
    void noServiceWritesBehindTheBackOfTheChangeLog() {
        List<String> writing = new ArrayList<>();
        for (ServiceMethod method : ServiceMethod.all(context)) {
            for (Actor actor : List.of(region.admin, region.own.coordinator())) {
                List<String> sent = transaction.execute(status -> {
                    status.setRollbackOnly();
                    return statements.of(() -> as(actor, () -> callQuietly(method)));
                });
                long changes = sent.stream().filter(ChangeLogTest::writesRow).count();
                assertThat(sent.stream().filter(sql -> sql.startsWith("insert into `change_log`")))
                        .as("%s as %s sent %s", method, actor.name(), sent)
                        .hasSize((int) changes);
                if (changes > 0) {
                    writing.add(method.method().getName());
                }
            }
        }
        assertThat(writing)
                .contains("create", "update", "setLogo", "removeAlias", "endDelegate", "save", "start", "drop");
    }

    private void callQuietly(ServiceMethod method) {
        try {
            method.call(region);
        } catch (InvocationTargetException refused) {
            // Some methods refuse some people; the rights have a test of their own.
        }
    }

    private static boolean writesRow(String sql) {
        return Stream.of("insert", "update", "delete", "replace").anyMatch(sql::startsWith)
                && WITHOUT_PAST.stream().noneMatch(sql::contains);
    }

    private OrganisationId create(OrganisationData data) {
        return as(region.planner, () -> organisations.create(data));
    }

    private int changes() {
        return db.fetchSingle("select count(*) from change_log").get(0, int.class);
    }
}
