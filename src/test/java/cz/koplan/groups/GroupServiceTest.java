package cz.koplan.groups;

import static cz.koplan.Region.SINCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.meetings.MeetingService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.changes.StaleVersionException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class GroupServiceTest extends ApplicationTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Prague"));

    private Region region;
    private Region.Circle own;
    private GroupService groups;

    @BeforeEach
    void foundRegion() {
        region = new Region(context);
        own = region.own;
        groups = service(GroupService.class);
    }

    @Test
    void listTellsMembersAndCoordinators() {
        assertThat(as(region.admin, groups::rows))
                .extracting(GroupRow::name, GroupRow::members, GroupRow::coordinators)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("Děti a rodina", 1, "Cyril Tichá"),
                        org.assertj.core.api.Assertions.tuple("Senioři", 1, "Klára Tichá"));
    }

    @Test
    void aNameBelongsToOneGroup() {
        assertRefused("groups.name.taken", () -> as(region.admin, () -> groups.create(named("SENIORI"))));
        assertRefused("groups.name.taken", () -> {
            as(region.admin, () -> groups.update(own.group(), 1, named("Děti a rodina")));
            return null;
        });
        as(region.admin, () -> groups.update(own.group(), 1, named("Senioři")));
    }

    @Test
    void theSecondEditorIsToldAndOverwritesNothing() {
        as(region.admin, () -> groups.update(own.group(), 1, named("Starší lidé")));

        assertThatThrownBy(() -> as(region.admin, () -> groups.update(own.group(), 1, named("Jiní lidé"))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(as(region.admin, () -> groups.get(own.group())).data().name())
                .isEqualTo("Starší lidé");
    }

    @Test
    void aMemberJoinsOnceAtATime() {
        assertRefused("groups.member.already", () -> join(TODAY));
        assertRefused("groups.member.already", () -> join(SINCE.minusYears(5)));

        end(TODAY.minusDays(10));

        assertRefused("groups.member.already", () -> join(TODAY.minusDays(10)));
        assertThat(join(TODAY.minusDays(9))).isNotEqualTo(own.membership());
    }

    @Test
    void aPersonJoinsOnceAtATime() {
        as(own.coordinator(), () -> groups.addPerson(own.group(), region.stranger, TODAY));

        assertRefused(
                "groups.member.already",
                () -> as(own.coordinator(), () -> groups.addPerson(own.group(), region.stranger, TODAY)));
    }

    @Test
    void anEndedMembershipIsNotStretchedOverTheNextOne() {
        end(TODAY.minusDays(10));
        join(TODAY.minusDays(5));

        assertRefused("groups.member.already", () -> {
            as(own.coordinator(), () -> groups.endMembership(own.membership(), 2, TODAY));
            return null;
        });
        as(own.coordinator(), () -> groups.endMembership(own.membership(), 2, TODAY.minusDays(6)));
    }

    @Test
    void aSpanDoesNotEndBeforeItBegins() {
        assertRefused("groups.span.reversed", () -> {
            end(SINCE.minusDays(1));
            return null;
        });
        assertRefused("groups.span.reversed", () -> {
            as(own.coordinator(), () -> groups.endDelegate(own.delegation(), 1, SINCE.minusDays(1)));
            return null;
        });
    }

    @Test
    void onlyOrganisationsHaveDelegatesAndEachOnce() {
        MemberId person = as(own.coordinator(), () -> groups.addPerson(own.group(), region.stranger, TODAY));

        assertRefused("groups.delegate.onlyOrganisation", () -> delegate(person));
        delegate(own.membership());
        assertRefused("groups.delegate.already", () -> delegate(own.membership()));
    }

    @Test
    void whoNoLongerBelongsNoLongerReads() {
        var meetings = service(MeetingService.class);
        assertThat(as(own.member(), () -> meetings.get(own.meeting()))).isNotNull();

        end(TODAY);
        assertThat(as(own.member(), () -> meetings.get(own.meeting())))
                .as("the last day counts")
                .isNotNull();

        as(own.coordinator(), () -> groups.endMembership(own.membership(), 2, TODAY.minusDays(1)));
        assertThatThrownBy(() -> as(own.member(), () -> meetings.get(own.meeting())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoIsYetToJoinDoesNotReadYet() {
        MemberId member =
                as(own.coordinator(), () -> groups.addOrganisation(own.group(), region.newcomer, TODAY.plusDays(1)));
        as(
                own.coordinator(),
                () -> groups.addDelegate(
                        member, region.foreign.member().person(), DelegateKind.DELEGATE, TODAY.minusDays(1)));

        assertThatThrownBy(() -> as(region.foreign.member(), () -> groups.members(own.group())))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(as(region.admin, groups::rows)).extracting(GroupRow::members).containsOnly(1);
    }

    @Test
    void aPersonMayBeAMemberWithoutAnOrganisation() {
        as(
                own.coordinator(),
                () -> groups.addPerson(own.group(), region.foreign.member().person(), TODAY));

        assertThat(as(region.foreign.member(), () -> groups.members(own.group())))
                .extracting(Member::name)
                .containsExactly("Monika Dvořák", "Pramen");
    }

    @Test
    void aPictureThatCannotBeUsedIsRefused() {
        assertRefused("groups.logo.unusable", () -> setLogo("to není obrázek".getBytes()));
        assertRefused("groups.logo.unusable", () -> setLogo(new byte[(1 << 20) + 1]));
        assertThat(as(own.member(), () -> groups.logo(own.group()))).isEmpty();
    }

    private Optional<byte[]> setLogo(byte[] content) {
        as(own.coordinator(), () -> groups.setLogo(own.group(), "znak.png", content));
        return Optional.of(content);
    }

    private MemberId join(LocalDate from) {
        return as(own.coordinator(), () -> groups.addOrganisation(own.group(), own.organisation(), from));
    }

    private void end(LocalDate lastDay) {
        as(own.coordinator(), () -> groups.endMembership(own.membership(), 1, lastDay));
    }

    private DelegateId delegate(MemberId member) {
        return as(own.coordinator(), () -> groups.addDelegate(member, region.stranger, DelegateKind.DEPUTY, TODAY));
    }

    private static GroupData named(String name) {
        return new GroupData(name, null, GroupKind.WORKING, null, true);
    }

    private static void assertRefused(String messageKey, Supplier<?> work) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(work::get)
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(messageKey);
    }
}
