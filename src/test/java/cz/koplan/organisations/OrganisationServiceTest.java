package cz.koplan.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.StaleVersionException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganisationServiceTest extends ApplicationTest {

    private static final Actor PLANNER = new Actor(new AccountId(1), new PersonId(1), "Petr Plánovač", false, true);

    private OrganisationService organisations;

    @BeforeEach
    void takeService() {
        organisations = service(OrganisationService.class);
    }

    @Test
    void listIsSortedByTheCzechAlphabet() {
        create("Chata", "Hvězda", "Cesta", "Řepa", "Ibis", "Růže", "Šance", "Čtyřlístek", "Sbor", "Žebřík", "Zahrada");

        assertThat(found(""))
                .containsExactly(
                        "Cesta",
                        "Čtyřlístek",
                        "Hvězda",
                        "Chata",
                        "Ibis",
                        "Růže",
                        "Řepa",
                        "Sbor",
                        "Šance",
                        "Zahrada",
                        "Žebřík");
    }

    @Test
    void listComesInPages() {
        create("A", "B", "C", "D", "E");

        assertThat(as(PLANNER, () -> organisations.rows("", 1, 2)))
                .extracting(OrganisationRow::name)
                .containsExactly("B", "C");
        assertThat(as(PLANNER, () -> organisations.count(""))).isEqualTo(5);
    }

    @Test
    void namesAreFoundWithoutDiacriticsAndCase() {
        create("Česká Řehoř", "Žluťoučký kůň", "Pramen");
        OrganisationId charity = create("Oblastní charita").getFirst();
        as(PLANNER, () -> organisations.addAlias(charity, "OCHČL"));

        assertThat(found("ceska reh")).containsExactly("Česká Řehoř");
        assertThat(found("ZLUTOUCKY KUN")).containsExactly("Žluťoučký kůň");
        assertThat(found("Prámeň")).containsExactly("Pramen");
        assertThat(found("ochcl")).containsExactly("Oblastní charita");
    }

    @Test
    void numbersAreFoundByTheirBeginning() {
        as(PLANNER, () -> organisations.create(new OrganisationData("Pramen", "00123456", null, null, null, true)));

        assertThat(found("0012")).containsExactly("Pramen");
        assertThat(found("3456")).isEmpty();
    }

    @Test
    void signsOfPatternsMeanThemselves() {
        create("100% pomoc", "Pod_lipou", "Zpět \\ dopředu", "Pozor!", "Pramen");

        assertThat(found("%")).containsExactly("100% pomoc");
        assertThat(found("_")).containsExactly("Pod_lipou");
        assertThat(found("\\")).containsExactly("Zpět \\ dopředu");
        assertThat(found("!")).containsExactly("Pozor!");
        assertThat(found("' or 1=1 --")).isEmpty();
    }

    @Test
    void countTellsAsManyAsTheList() {
        create("100% pomoc", "Pramen", "Pramínek");

        for (String filter : List.of("", "pram", "%", "nic")) {
            assertThat(as(PLANNER, () -> organisations.count(filter)))
                    .as(filter)
                    .isEqualTo(found(filter).size());
        }
    }

    @Test
    void theSecondEditorIsToldAndOverwritesNothing() {
        OrganisationId id = create("Pramen").getFirst();
        int seen = as(PLANNER, () -> organisations.get(id)).version();

        as(PLANNER, () -> organisations.update(id, seen, OrganisationData.named("Nový pramen")));

        assertThatThrownBy(() -> as(PLANNER, () -> organisations.update(id, seen, OrganisationData.named("Jiný"))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(found("")).containsExactly("Nový pramen");
    }

    @Test
    void aNameBelongsToOneOrganisation() {
        OrganisationId id = create("Naděje").getFirst();
        OrganisationId other = create("Pramen").getFirst();

        assertRefused("organisations.name.taken", () -> organisations.create(OrganisationData.named("Naděje")));
        assertRefused("organisations.name.taken", () -> organisations.create(OrganisationData.named("NADEJE ")));
        assertRefused("organisations.name.taken", () -> {
            organisations.update(other, 1, OrganisationData.named("naděje"));
            return other;
        });
        as(PLANNER, () -> organisations.update(id, 1, OrganisationData.named("NADĚJE")));
        assertThat(found("")).containsExactly("NADĚJE", "Pramen");
    }

    @Test
    void aNumberBelongsToOneOrganisation() {
        as(PLANNER, () -> organisations.create(new OrganisationData("Naděje", "00570931", null, null, null, true)));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> as(
                        PLANNER,
                        () -> organisations.create(new OrganisationData("Pramen", "00570931", null, null, null, true))))
                .satisfies(refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo("organisations.ico.taken");
                    assertThat(refusal.arguments()).containsExactly("00570931");
                });
    }

    @Test
    void malformedInputIsRefusedBeforeItIsStored() {
        assertRefused("input.required", () -> organisations.create(OrganisationData.named(" \u00A0\n")));
        assertRefused("input.tooLong", () -> organisations.create(OrganisationData.named("a".repeat(201))));
        assertRefused(
                "organisations.ico.malformed",
                () -> organisations.create(new OrganisationData("A", "1234567", null, null, null, true)));
        assertRefused(
                "organisations.website.malformed",
                () -> organisations.create(new OrganisationData("A", null, null, "javascript:x", null, true)));
        assertThat(found("")).isEmpty();
    }

    @Test
    void anAliasIsAddedOnceAndRemoved() {
        OrganisationId id = create("Člověk v tísni").getFirst();
        as(PLANNER, () -> organisations.addAlias(id, "ČvT"));
        as(PLANNER, () -> organisations.addAlias(id, " cvt "));

        var aliases = as(PLANNER, () -> organisations.get(id)).aliases();
        assertThat(aliases).extracting(Organisation.Alias::text).containsExactly("ČvT");
        assertThat(as(PLANNER, organisations::names))
                .extracting(OrganisationName::knownAs)
                .containsExactlyInAnyOrder("Člověk v tísni", "ČvT");

        as(PLANNER, () -> organisations.removeAlias(aliases.getFirst().id()));
        assertThat(as(PLANNER, () -> organisations.get(id)).aliases()).isEmpty();
    }

    @Test
    void whatIsGoneIsNotFound() {
        assertThatThrownBy(() -> as(PLANNER, () -> organisations.get(new OrganisationId(-1))))
                .isInstanceOf(NotFoundException.class);
    }

    private static void assertRefused(String messageKey, java.util.function.Supplier<OrganisationId> create) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> as(PLANNER, create))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(messageKey);
    }

    private List<OrganisationId> create(String... names) {
        return List.of(names).stream()
                .map(name -> as(PLANNER, () -> organisations.create(OrganisationData.named(name))))
                .toList();
    }

    private List<String> found(String filter) {
        return as(PLANNER, () -> organisations.rows(filter, 0, 50)).stream()
                .map(OrganisationRow::name)
                .toList();
    }
}
