package cz.koplan.audit;

import static cz.koplan.db.Tables.CHANGE_LOG;
import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.organisations.OrganisationData;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationService;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeLogServiceTest extends ApplicationTest {

    private Region region;
    private ChangeLogService log;

    @BeforeEach
    void settle() {
        region = new Region(context);
        log = service(ChangeLogService.class);
    }

    private ChangePage page(ChangeFilter filter, long before) {
        return as(region.admin, () -> log.page(filter, before));
    }

    private List<Change> latest(ChangeFilter filter) {
        return page(filter, Long.MAX_VALUE).changes();
    }

    private OrganisationId renamed() {
        OrganisationService organisations = service(OrganisationService.class);
        OrganisationId id = as(region.planner, () -> organisations.create(OrganisationData.named("Maják")));
        as(region.planner, () -> organisations.update(id, 1, OrganisationData.named("Nový maják")));
        return id;
    }

    @Test
    void aChangeShowsBothSides() {
        OrganisationId id = renamed();

        Change change = latest(ChangeFilter.ALL).getFirst();
        assertThat(change.table()).isEqualTo("organisation");
        assertThat(change.row()).isEqualTo(id.value());
        assertThat(change.by()).isEqualTo(region.planner.name());
        assertThat(change.action()).isEqualTo(ChangeAction.UPDATE);
        assertThat(change.values()).containsExactly(new Change.Value("name", "Maják", "Nový maják"));
    }

    @Test
    void aNewRowHasNothingBeforeAndLeavesOutWhatIsEmpty() {
        renamed();

        Change change = latest(ChangeFilter.ALL).get(1);
        assertThat(change.action()).isEqualTo(ChangeAction.INSERT);
        assertThat(change.values())
                .contains(new Change.Value("name", null, "Maják"))
                .extracting(Change.Value::column)
                .doesNotContain("ico");
    }

    @Test
    void changesAreChosenByThingPersonDayAndText() {
        OrganisationId id = renamed();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Prague"));

        assertThat(latest(new ChangeFilter("organisation", id.value(), null, null, "")))
                .hasSize(2);
        assertThat(latest(new ChangeFilter("organisation", null, region.planner.name(), null, "")))
                .hasSize(2);
        assertThat(latest(new ChangeFilter(null, null, null, today, ""))).hasSize(50);
        assertThat(latest(new ChangeFilter(null, null, null, today.minusDays(1), "")))
                .isEmpty();
        assertThat(latest(new ChangeFilter(null, null, null, null, "NOVÝ MAJÁK")))
                .hasSize(1);
        assertThat(latest(new ChangeFilter(null, null, null, null, "100 %_"))).isEmpty();
    }

    @Test
    void aDayBeginsAtMidnightInPrague() {
        db.update(CHANGE_LOG)
                .set(CHANGE_LOG.CHANGED_AT, LocalDateTime.of(2024, 6, 30, 22, 0))
                .where(CHANGE_LOG.ID.eq(latest(ChangeFilter.ALL).getFirst().id()))
                .execute();

        assertThat(latest(new ChangeFilter(null, null, null, LocalDate.of(2024, 7, 1), "")))
                .hasSize(1);
        assertThat(latest(new ChangeFilter(null, null, null, LocalDate.of(2024, 6, 30), "")))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherToTheEnd() {
        renamed();
        ChangePage page = page(ChangeFilter.ALL, Long.MAX_VALUE);
        long seen = page.changes().size();
        long last = Long.MAX_VALUE;
        while (page.before() != null) {
            for (Change change : page.changes()) {
                assertThat(change.id()).isLessThan(last);
                last = change.id();
            }
            page = page(ChangeFilter.ALL, page.before());
            seen += page.changes().size();
        }
        assertThat(seen).isEqualTo(db.fetchCount(CHANGE_LOG));
    }

    @Test
    void aTextFarBackIsFoundStepByStep() {
        renamed();
        long oldest = db.fetchSingle("select min(id) from change_log").get(0, long.class);
        db.execute("insert into change_log (changed_at, changed_by_name, table_name, row_id, action, after_values)"
                + " select utc_timestamp(3), 'Koplán', 'person', seq, 'INSERT', '{\"name\":\"jiný\"}'"
                + " from seq_1_to_" + (ChangeLogRepository.SEARCHED + 5));
        ChangeFilter filter = new ChangeFilter(null, null, null, null, "Nový maják");

        ChangePage first = page(filter, Long.MAX_VALUE);
        assertThat(first.changes()).isEmpty();
        assertThat(first.before()).isNotNull();
        ChangePage second = page(filter, first.before());
        assertThat(second.changes()).hasSize(1);
        assertThat(second.before()).isNull();
        assertThat(oldest).isPositive();
    }

    @Test
    void aPageCostsTheSameQueriesHoweverManyChangesItShows() {
        renamed();
        List<Integer> costs = IntStream.of(0, 1)
                .mapToObj(i -> statements
                        .of(() -> page(
                                i == 0
                                        ? ChangeFilter.ALL
                                        : new ChangeFilter("organisation", null, region.planner.name(), null, ""),
                                Long.MAX_VALUE))
                        .size())
                .toList();

        assertThat(costs).containsExactly(1, 1);
    }

    @Test
    void everyThingThatChangesHasAName() {
        List<String> withoutPast = List.of(
                "change_log",
                "desk_window",
                "file_chunk",
                "flyway_schema_history",
                "known_origin",
                "life_cycle_step",
                "link_token",
                "mail",
                "mail_file",
                "minutes_revision",
                "scheduled_tasks",
                "sign_in_brake",
                "yearly_number");
        assertThat(db
                        .fetch("select table_name from information_schema.tables where table_schema = database()")
                        .map(table -> table.get(0, String.class))
                        .stream()
                        .filter(table -> !withoutPast.contains(table)))
                .allSatisfy(table -> assertThat(LoggedTable.of(table)).as(table).isPresent());
    }
}
