package cz.koplan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.StaleVersionException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodeListServiceTest extends ApplicationTest {

    private static final Actor PLANNER = new Actor(new AccountId(1), new PersonId(1), "Petr Plánovač", false, true);

    private CodeListService lists;

    @BeforeEach
    void takeService() {
        lists = service(CodeListService.class);
    }

    private KindRow kind(String section) {
        return as(PLANNER, () -> lists.kinds()).stream()
                .filter(row -> section.equals(row.section()))
                .findFirst()
                .orElseThrow();
    }

    private OrpRow orp(String code) {
        return as(PLANNER, () -> lists.orps()).stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private OrpImport preview(String table) {
        return as(PLANNER, () -> lists.previewOrps(table.getBytes(StandardCharsets.UTF_8)));
    }

    private OrpImport write(String table) {
        return as(PLANNER, () -> lists.importOrps(table.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void kindsComeWithFormsAndShortNames() {
        KindRow youthClub = kind("§ 62");
        assertThat(youthClub.forms())
                .containsExactly(new KindRow.Form("ambulantní", false), new KindRow.Form("terénní", true));
        assertThat(youthClub.aliases()).containsExactly("NZDM");
        assertThat(youthClub.data().verified()).isFalse();
        // Its number was seen, but one of its forms nobody confirmed.
        assertThat(kind("§ 40").data().verified()).isFalse();
        assertThat(kind("§ 39").data().verified()).isTrue();
    }

    @Test
    void whoVerifiesAKindVerifiesItsFormsAndShortNames() {
        KindRow seen = kind("§ 62");
        var validity = new Validity(LocalDate.of(2024, 7, 1), null);
        as(PLANNER, () -> lists.updateKind(seen.id(), seen.version(), new CodeData("kluby", validity, true)));

        assertThat(kind("§ 62").data()).isEqualTo(new CodeData("kluby", validity, true));
        assertThatThrownBy(() -> as(PLANNER, () -> lists.updateKind(seen.id(), seen.version(), seen.data())))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void renamingAKindLeavesItsMarkWhereItWas() {
        KindRow seen = kind("§ 40");
        as(
                PLANNER,
                () -> lists.updateKind(seen.id(), seen.version(), new CodeData("pečování", Validity.ALWAYS, false)));
        assertThat(db.fetchSingle("select to_verify from service_kind where code = '40'")
                        .get(0, Boolean.class))
                .isFalse();
        assertThat(kind("§ 40").data().verified()).isFalse();
    }

    @Test
    void targetGroupsAndDistrictsAreKept() {
        TargetGroupRow group = as(PLANNER, () -> lists.targetGroups()).getFirst();
        var data = new CodeData("děti a mládež", new Validity(null, LocalDate.of(2025, 12, 31)), true);
        as(PLANNER, () -> lists.updateTargetGroup(group.id(), group.version(), data));
        assertThat(as(PLANNER, () -> lists.targetGroups()).getFirst().data()).isEqualTo(data);

        OrpRow liberec = orp("5105");
        as(
                PLANNER,
                () -> lists.updateOrp(
                        liberec.id(), liberec.version(), new CodeData("Liberec", Validity.ALWAYS, false)));
        assertThat(orp("5105").data().verified()).isFalse();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> as(
                        PLANNER,
                        () -> lists.updateOrp(liberec.id(), 1, new CodeData("a".repeat(101), Validity.ALWAYS, false))));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Validity(LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 1)));
    }

    @Test
    void planningGroupsTakeTargetGroups() {
        PlanningGroupRow group = as(PLANNER, () -> lists.planningGroups()).getFirst();
        assertThat(group.targetGroups()).isEmpty();
        List<TargetGroupId> some = as(PLANNER, () -> lists.targetGroups()).stream()
                .limit(3)
                .map(TargetGroupRow::id)
                .toList();

        as(PLANNER, () -> lists.assign(group.id(), group.version(), Set.of(some.get(0), some.get(1))));
        as(PLANNER, () -> lists.assign(group.id(), group.version() + 1, Set.of(some.get(1), some.get(2))));
        assertThat(as(PLANNER, () -> lists.planningGroups()).getFirst().targetGroups())
                .extracting(TargetGroupRow.Option::id)
                .containsExactly(some.get(1), some.get(2));
        assertThatThrownBy(() -> as(PLANNER, () -> lists.assign(group.id(), group.version(), Set.of())))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void anImportSaysFirstWhatItDoes() {
        String table = """
                kód;název;kraj;platí od
                2101;Benešov;Středočeský kraj;1.1.2003
                5105;Liberec;CZ051;
                5102;Frýdlant v Čechách;liberecký kraj;
                """;
        OrpImport preview = preview(table);
        assertThat(preview.changes())
                .extracting(OrpChange::kind)
                .containsExactly(OrpChangeKind.ADDED, OrpChangeKind.UNCHANGED, OrpChangeKind.CHANGED);
        assertThat(as(PLANNER, () -> lists.orps())).hasSize(10);

        assertThat(write(table)).isEqualTo(preview);
        assertThat(as(PLANNER, () -> lists.orps())).hasSize(11);
        assertThat(orp("2101").region()).isEqualTo("Středočeský kraj");
        assertThat(orp("2101").data())
                .isEqualTo(new CodeData("Benešov", new Validity(LocalDate.of(2003, 1, 1), null), true));
        assertThat(orp("5102").data().name()).isEqualTo("Frýdlant v Čechách");
        assertThat(orp("5105").version()).isZero();

        assertThat(write(table).count(OrpChangeKind.UNCHANGED)).isEqualTo(3);
    }

    @Test
    void whatATableDoesNotTellStaysAsItWas() {
        OrpRow turnov = orp("5109");
        var validity = new Validity(LocalDate.of(2003, 1, 1), null);
        as(PLANNER, () -> lists.updateOrp(turnov.id(), turnov.version(), new CodeData("Turnov", validity, false)));

        assertThat(write("code,name\n5109,Turnov\n").count(OrpChangeKind.CHANGED))
                .isEqualTo(1);
        assertThat(orp("5109").region()).isEqualTo("Liberecký kraj");
        // Whoever imports the official list has verified what is in it.
        assertThat(orp("5109").data()).isEqualTo(new CodeData("Turnov", validity, true));
    }

    @Test
    void nothingIsImportedByHalf() {
        String table = "kód;název;kraj\n2101;Benešov;Středočeský kraj\n2102;Beroun;Narnie\n";
        OrpImport preview = preview(table);
        assertThat(preview.isPossible()).isFalse();
        assertThat(preview.changes()).isEmpty();
        assertThat(preview.problems())
                .containsExactly(new OrpProblem(3, "kraj", "orpImport.region", List.of("Narnie")));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> write(table))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo("orpImport.refused");
        assertThat(as(PLANNER, () -> lists.orps())).hasSize(10);
    }
}
