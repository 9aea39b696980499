package cz.koplan.services;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.ApplicationTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the migrations load. */
class CodeListsTest extends ApplicationTest {

    @Test
    void theListOfTheMinistryHasThirtyFourKinds() {
        assertThat(number("select count(*) from service_kind")).isEqualTo(34);
        assertThat(number("select count(distinct ministry_id) from service_kind"))
                .isEqualTo(34);
        // Number = id − 3834 holds for all kinds of care and prevention.
        assertThat(number("select count(*) from service_kind"
                        + " where category <> 'COUNSELLING' and register_number <> ministry_id - 3834"))
                .isZero();
        assertThat(texts("select name from service_kind where code = '60a'")).containsExactly("intervenční centra");
    }

    @Test
    void whatNoSourceConfirmedIsToBeVerified() {
        assertThat(texts("select code from service_kind where to_verify order by position"))
                .containsExactly("43", "52", "54", "57", "58", "59", "60a", "61", "62", "63", "64", "68", "cdz");
        assertThat(texts("select name from target_group where not to_verify"))
                .contains("senioři", "osoby v krizi")
                .doesNotContain("pachatelé trestné činnosti", "osoby s poruchou autistického spektra (PAS)");
        assertThat(texts("select code from region where not to_verify")).containsExactly("CZ041");
        assertThat(number("select count(*) from orp where to_verify")).isZero();
        assertThat(number("select count(*) from service_kind_alias where not to_verify"))
                .isZero();
    }

    @Test
    void everyKindHasItsForms() {
        assertThat(texts("select f.code from service_kind_form kf join service_form f on f.id = kf.form_id"
                        + " join service_kind k on k.id = kf.kind_id where k.code = '54' and kf.optional"))
                .containsExactly("amb");
        assertThat(number("select count(*) from service_kind where id not in (select kind_id from service_kind_form)"))
                .isZero();
        assertThat(number("select count(*) from service_kind_form")).isEqualTo(54);
    }

    @Test
    void listsHaveTheirSizes() {
        assertThat(List.of(
                        number("select count(*) from region"),
                        number("select count(*) from orp"),
                        number("select count(*) from service_form"),
                        number("select count(*) from target_group"),
                        number("select count(*) from capacity_unit"),
                        number("select count(*) from age_band"),
                        number("select count(*) from planning_group"),
                        number("select count(*) from planning_group_target_group")))
                .containsExactly(14, 10, 3, 29, 8, 10, 5, 0);
    }

    @Test
    void districtsOfTheRegionAreOffered() {
        assertThat(service(ServiceDirectory.class).orps())
                .extracting(OrpOption::name)
                .containsExactly(
                        "Česká Lípa",
                        "Frýdlant",
                        "Jablonec nad Nisou",
                        "Jilemnice",
                        "Liberec",
                        "Nový Bor",
                        "Semily",
                        "Tanvald",
                        "Turnov",
                        "Železný Brod");
    }

    private int number(String query) {
        return db.fetchSingle(query).get(0, Integer.class);
    }

    private List<String> texts(String query) {
        return db.fetch(query).getValues(0, String.class);
    }
}
