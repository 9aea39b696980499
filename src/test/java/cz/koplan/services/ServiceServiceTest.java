package cz.koplan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.GroupService;
import cz.koplan.organisations.OrganisationData;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.changes.StaleVersionException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class ServiceServiceTest extends ApplicationTest {

    private Region region;
    private ServiceService services;
    private ServiceDirectory directory;

    @BeforeEach
    void settle() {
        region = new Region(context);
        services = service(ServiceService.class);
        directory = service(ServiceDirectory.class);
    }

    private static ServiceData data(OrganisationId organisation, KindId kind, String name, String id, OrpId... orps) {
        return new ServiceData(organisation, kind, name, id, Set.of(orps), true);
    }

    private ServiceId create(ServiceData data) {
        return as(region.planner, () -> services.create(data));
    }

    private KindId kind(String code) {
        return new KindId(db.fetchSingle("select id from service_kind where code = ?", code)
                .get(0, Long.class));
    }

    private OrpId orp(String code) {
        return new OrpId(
                db.fetchSingle("select id from orp where code = ?", code).get(0, Long.class));
    }

    private List<String> found(ServiceFilter filter) {
        return as(region.own.member(), () -> {
            List<String> names =
                    services.rows(filter, 0, 50).stream().map(ServiceRow::name).toList();
            assertThat(services.count(filter)).isEqualTo(names.size());
            return names;
        });
    }

    private List<String> found(String text) {
        return found(new ServiceFilter(Optional.empty(), Optional.empty(), Optional.empty(), text));
    }

    private void assertRefused(String messageKey, ServiceData data) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> create(data))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(messageKey);
    }

    @Test
    void aServiceKeepsWhatItWasGiven() {
        ServiceData data = data(region.newcomer, kind("62"), "Klub Na Kopci", "1234567", orp("5105"), orp("5102"));
        ServiceId id = create(data);

        SocialService stored = as(region.own.member(), () -> services.get(id));
        assertThat(stored.data()).isEqualTo(data);
        assertThat(stored.orps()).extracting(OrpOption::name).containsExactly("Frýdlant", "Liberec");
        assertThat(as(region.own.member(), () -> services.rows(ServiceFilter.ANY, 0, 50)))
                .contains(new ServiceRow(
                        id,
                        "Klub Na Kopci",
                        region.newcomer,
                        "Nový začátek",
                        "nízkoprahová zařízení pro děti a mládež",
                        "Frýdlant, Liberec",
                        "1234567",
                        true));
        assertThat(pastOf("service", id.value())).hasSize(1);
    }

    @Test
    void servicesAreFoundByEverythingOneMayKnow() {
        as(
                region.planner,
                () -> service(OrganisationService.class)
                        .create(new OrganisationData("Česká lípa dětem", null, null, null, null, true)));
        create(data(region.newcomer, kind("62"), "Klub Žížala", "7654321", orp("5105")));
        create(data(region.newcomer, null, "Šatník", null));
        create(data(region.foreign.organisation(), kind("65"), "Doprovázení rodin", null, orp("5101")));

        assertThat(found("zizala")).containsExactly("Klub Žížala");
        assertThat(found("SATNIK")).containsExactly("Šatník");
        assertThat(found("lipa")).containsExactly("Doprovázení rodin");
        assertThat(found("nz")).containsExactly("Klub Žížala", "Šatník");
        assertThat(found("nizkoprahova")).containsExactly("Klub Žížala");
        assertThat(found("nzdm")).containsExactly("Klub Žížala");
        assertThat(found("SAS")).containsExactly("Doprovázení rodin");
        assertThat(found("7654")).containsExactly("Klub Žížala");
        assertThat(found("%")).isEmpty();
        assertThat(found("")).containsExactly("Doprovázení rodin", "Klub Žížala", "Šatník", "Poradna Pramen");
        assertThat(found(new ServiceFilter(Optional.of(region.newcomer), Optional.empty(), Optional.empty(), "")))
                .containsExactly("Klub Žížala", "Šatník");
        assertThat(found(new ServiceFilter(Optional.empty(), Optional.of(kind("65")), Optional.empty(), "")))
                .containsExactly("Doprovázení rodin");
        assertThat(found(new ServiceFilter(Optional.empty(), Optional.empty(), Optional.of(orp("5105")), "klub")))
                .containsExactly("Klub Žížala");
    }

    @Test
    void nameAndIdentifierAreGivenOnce() {
        create(data(region.newcomer, null, "Klub Žížala", "7654321"));

        assertRefused("services.name.taken", data(region.newcomer, null, " klub  ŽIŽALA", null));
        assertRefused("services.registerId.taken", data(region.newcomer, null, "Klub", "7654321"));
        create(data(region.foreign.organisation(), null, "Klub Žížala", null));
    }

    @Test
    void badInputIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> data(region.newcomer, null, " ", null));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> data(region.newcomer, null, "Klub", "<script>"))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo("services.registerId.malformed");
        assertRefused("services.kind.invalid", data(region.newcomer, new KindId(-1), "Klub", null));
        assertRefused("services.orp.invalid", data(region.newcomer, null, "Klub", null, new OrpId(-1)));
        assertThatThrownBy(() -> create(data(new OrganisationId(-1), null, "Klub", null)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(region.planner, () -> services.get(new ServiceId(-1))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aKindThatEndedStaysWhereItIsAndComesNowhereElse() {
        ServiceId id = create(data(region.newcomer, kind("52"), "Lůžka", null, orp("5108")));
        db.execute(
                "update service_kind set valid_to = ? where code = '52'",
                LocalDate.now().minusDays(1));
        db.execute(
                "update orp set valid_to = ? where code = '5108'",
                LocalDate.now().minusDays(1));

        assertThat(as(region.planner, () -> services.kinds()))
                .extracting(KindOption::id)
                .doesNotContain(kind("52"));
        assertThat(directory.orps()).extracting(OrpOption::name).doesNotContain("Tanvald");
        assertRefused("services.kind.invalid", data(region.newcomer, kind("52"), "Lůžka 2", null));
        assertRefused("services.orp.invalid", data(region.newcomer, null, "Lůžka 2", null, orp("5108")));

        as(
                region.planner,
                () -> services.update(id, 1, data(region.newcomer, kind("52"), "Lůžka v Tanvaldu", null, orp("5108"))));
        assertThat(found("Tanvaldu")).containsExactly("Lůžka v Tanvaldu");
    }

    @Test
    void theSecondEditorIsTold() {
        ServiceId id = create(data(region.newcomer, null, "Klub", null, orp("5105")));
        // A change of districts alone counts as well.
        as(region.planner, () -> services.update(id, 1, data(region.newcomer, null, "Klub", null, orp("5101"))));

        assertThatThrownBy(() -> as(
                        region.planner,
                        () -> services.update(id, 1, data(region.newcomer, null, "Klub", null, orp("5105")))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(as(region.planner, () -> services.get(id)).orps())
                .extracting(OrpOption::name)
                .containsExactly("Česká Lípa");
    }

    @Test
    void aServiceThatEndedIsNotOfferedAndStays() {
        ServiceId id = create(data(region.newcomer, kind("69"), "Terén", null));
        assertThat(directory.of(region.newcomer)).containsExactly(new ServiceOption(id, "Terén", "terénní programy"));

        as(
                region.planner,
                () -> services.update(
                        id, 1, new ServiceData(region.newcomer, kind("69"), "Terén", null, Set.of(), false)));
        assertThat(directory.of(region.newcomer)).isEmpty();
        assertThat(found("terén")).containsExactly("Terén");
    }

    @Test
    void coordinatorsKeepServicesOfMembersOfTheirGroups() {
        Actor coordinator = region.own.coordinator();
        ServiceId foreign = create(data(region.foreign.organisation(), null, "Herna", null));

        assertThat(as(coordinator, () -> services.ownOrganisations()))
                .extracting(ProviderOption::id)
                .containsExactly(region.own.organisation());
        assertDenied(coordinator, () -> services.create(data(region.newcomer, null, "Klub", null)));
        assertDenied(
                coordinator,
                () -> services.update(foreign, 1, data(region.foreign.organisation(), null, "Herna 2", null)));
        // Neither may one take a service over nor push one's own to somebody else.
        assertDenied(
                coordinator, () -> services.update(foreign, 1, data(region.own.organisation(), null, "Herna 2", null)));
        assertDenied(
                coordinator,
                () -> services.update(region.service, 1, data(region.foreign.organisation(), null, "Herna 2", null)));
        as(
                coordinator,
                () -> services.update(
                        region.service,
                        1,
                        data(region.own.organisation(), kind("37-3"), "Poradna", null, orp("5105"))));

        as(
                coordinator,
                () -> service(GroupService.class)
                        .endMembership(
                                region.own.membership(), 1, LocalDate.now().minusDays(1)));
        assertDenied(
                coordinator,
                () -> services.update(region.service, 2, data(region.own.organisation(), null, "Poradna", null)));
        assertThat(as(coordinator, () -> services.ownOrganisations())).isEmpty();
        assertDenied(region.own.member(), () -> services.create(data(region.own.organisation(), null, "Klub", null)));
    }

    private static void assertDenied(Actor who, Runnable work) {
        assertThatThrownBy(() -> as(who, work)).isInstanceOf(AccessDeniedException.class);
    }
}
