package cz.koplan.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.GroupService;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.StaleVersionException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonServiceTest extends ApplicationTest {

    private Region region;
    private PersonService people;

    @BeforeEach
    void foundRegion() {
        region = new Region(context);
        people = service(PersonService.class);
    }

    @Test
    void peopleAreSortedByFamilyName() {
        create("Chmelař", "Hlaváč", "Cibulka", "Čáp");

        assertThat(found("zkušební")).containsExactly("Cibulka", "Čáp", "Hlaváč", "Chmelař");
    }

    @Test
    void peopleAreFoundByNameWithoutDiacriticsAndByAddress() {
        create("Říčan");

        assertThat(found("zkusebni rican")).containsExactly("Říčan");
        assertThat(found("RICAN@PRIKLAD")).containsExactly("Říčan");
        assertThat(found("%")).isEmpty();
        assertThat(found("_")).isEmpty();
    }

    @Test
    void thoseWhoSpeakForAnOrganisationNowAreListedWithIt() {
        assertThat(organisationsOf("Marek")).isEqualTo("Pramen");

        as(
                region.own.coordinator(),
                () -> service(GroupService.class)
                        .endDelegate(region.own.delegation(), 1, LocalDate.now().minusDays(1)));

        assertThat(organisationsOf("Marek")).isNull();
    }

    @Test
    void theSecondEditorIsToldAndOverwritesNothing() {
        PersonId id = region.stranger;
        as(region.admin, () -> people.update(id, 1, PersonData.named("Jana", "Nová")));

        assertThatThrownBy(() -> as(region.planner, () -> people.update(id, 1, PersonData.named("Eva", "Jiná"))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(as(region.admin, () -> people.get(id)).data().displayName()).isEqualTo("Jana Nová");
    }

    private void create(String... familyNames) {
        for (String name : familyNames) {
            as(
                    region.admin,
                    () -> people.create(new PersonData(null, "Zkušební", name, null, "rican@priklad.cz", null, false)));
        }
    }

    private List<String> found(String filter) {
        return as(region.admin, () -> people.rows(filter, 0, 50)).stream()
                .map(PersonRow::familyName)
                .toList();
    }

    private String organisationsOf(String name) {
        return as(region.admin, () -> people.rows(name, 0, 50)).getFirst().organisations();
    }
}
