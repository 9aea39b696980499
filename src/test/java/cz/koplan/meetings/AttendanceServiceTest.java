package cz.koplan.meetings;

import static cz.koplan.Region.DAY;
import static cz.koplan.Region.SINCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.DelegateId;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupData;
import cz.koplan.groups.GroupKind;
import cz.koplan.groups.GroupService;
import cz.koplan.groups.MemberId;
import cz.koplan.organisations.OrganisationData;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.organisations.TriadRole;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.StaleVersionException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceServiceTest extends ApplicationTest {

    private static final byte[] PDF = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);

    private Region region;
    private Region.Circle own;
    private AttendanceService attendance;
    private GroupService groups;
    private MeetingId meeting;

    @BeforeEach
    void planMeeting() {
        region = new Region(context);
        own = region.own;
        attendance = service(AttendanceService.class);
        groups = service(GroupService.class);
        meeting = region.meeting(own, "Plánované setkání", DAY);
        state(meeting, MeetingState.PLANNED);
    }

    private void state(MeetingId id, MeetingState state) {
        db.execute("update meeting set state = ? where id = ?", state.name(), id.value());
    }

    private <T> T coordinator(Supplier<T> work) {
        return as(own.coordinator(), work);
    }

    private void coordinator(Runnable work) {
        as(own.coordinator(), work);
    }

    private AttendanceBoard prepared() {
        coordinator(() -> attendance.prepare(meeting));
        return board();
    }

    private AttendanceBoard board() {
        return as(own.member(), () -> attendance.board(meeting));
    }

    private AttendanceLine line(String name) {
        return board().lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private MemberId join(String organisation) {
        OrganisationId id = region.organisation(organisation);
        return coordinator(() -> groups.addOrganisation(own.group(), id, SINCE));
    }

    private DelegateId delegate(MemberId member, PersonId person, DelegateKind kind) {
        return coordinator(() -> groups.addDelegate(member, person, kind, SINCE));
    }

    private static List<String> names(List<AttendanceLine> lines) {
        return lines.stream()
                .map(line -> line.name() + "/" + line.speaker() + "/" + line.kind())
                .toList();
    }

    @Test
    void everyMemberOfTheDayIsExpectedByTheCzechAlphabet() {
        join("Chalupa");
        MemberId hope = join("Naděje");
        delegate(hope, region.person("Eva", "Malá"), DelegateKind.DEPUTY);
        delegate(hope, region.person("Jana", "Nová"), DelegateKind.DELEGATE);
        join("Hvězda");
        coordinator(() -> groups.addPerson(own.group(), region.stranger, SINCE));
        PersonId late = region.person("Později", "Přijde");
        coordinator(() -> groups.addPerson(own.group(), late, DAY.plusDays(1)));

        AttendanceBoard board = prepared();

        assertThat(names(board.lines()))
                .containsExactly(
                        "Hvězda//EXPECTED",
                        "Chalupa//EXPECTED",
                        "Naděje/Jana Nová/EXPECTED",
                        "Jan Neznámý//EXPECTED",
                        "Pramen/Marek Dvořák/EXPECTED");
        AttendanceLine line = line("Naděje");
        assertThat(line.through()).isEqualTo(DelegateKind.DELEGATE);
        assertThat(line.choices()).extracting(Speaker::name).containsExactly("Jana Nová", "Eva Malá");
        assertThat(board.count(AttendanceKind.EXPECTED)).isEqualTo(5);
        assertThat(board.guests()).isEmpty();
    }

    @Test
    void preparingAgainChangesNothing() {
        join("Naděje");
        AttendanceBoard board = prepared();

        assertThat(prepared()).isEqualTo(board);
        assertThat(pastOf("attendance", board.lines().getFirst().id().value())).hasSize(1);
    }

    @Test
    void whoeverLeftTheGroupBeforehandIsNoLongerExpectedUnlessSomethingWasNoted() {
        MemberId hope = join("Naděje");
        MemberId star = join("Hvězda");
        prepared();
        coordinator(() -> attendance.note(meeting, line("Hvězda").id(), AttendanceKind.EXCUSED));
        coordinator(() -> groups.endMembership(hope, 1, DAY.minusDays(1)));
        coordinator(() -> groups.endMembership(star, 1, DAY.minusDays(1)));

        assertThat(names(prepared().lines())).containsExactly("Hvězda//EXCUSED", "Pramen/Marek Dvořák/EXPECTED");
    }

    @Test
    void whoeverComesBackKeepsWhatWasNoted() {
        MemberId hope = join("Naděje");
        prepared();
        coordinator(() -> attendance.note(meeting, line("Naděje").id(), AttendanceKind.PRESENT));
        OrganisationId organisation = line("Naděje").organisation();
        coordinator(() -> groups.endMembership(hope, 1, DAY.minusDays(2)));
        MemberId again = coordinator(() -> groups.addOrganisation(own.group(), organisation, DAY.minusDays(1)));

        assertThat(names(prepared().lines())).containsExactly("Naděje//PRESENT", "Pramen/Marek Dvořák/EXPECTED");
        assertThat(line("Naděje").member()).isEqualTo(again);
    }

    @Test
    void anOrganisationWrittenDownByHandIsTheMembersLine() {
        coordinator(() -> service(MeetingService.class)
                .addAttendee(
                        meeting,
                        new AttendeeData("Karel Ruční", null, own.organisation(), null, AttendanceKind.PRESENT)));

        assertThat(names(prepared().lines())).containsExactly("Pramen/Karel Ruční/PRESENT");
        assertThat(line("Pramen").member()).isEqualTo(own.membership());
    }

    @Test
    void aNewDelegateIsNamedWhileNothingWasNotedButNoTypedNameIsLost() {
        MemberId hope = join("Naděje");
        DelegateId first = delegate(hope, region.person("Jana", "Nová"), DelegateKind.DELEGATE);
        join("Hvězda");
        prepared();
        coordinator(() -> attendance.speaksThrough(meeting, line("Hvězda").id(), "Někdo jiný"));
        coordinator(() -> groups.endDelegate(first, 1, DAY.minusDays(1)));
        delegate(hope, region.person("Eva", "Malá"), DelegateKind.DELEGATE);

        assertThat(names(prepared().lines()))
                .containsExactly(
                        "Hvězda/Někdo jiný/EXPECTED", "Naděje/Eva Malá/EXPECTED", "Pramen/Marek Dvořák/EXPECTED");
    }

    @Test
    void laterChangesOfMembershipNeverReachAnOldMeeting() {
        prepared();
        coordinator(() -> attendance.note(meeting, line("Pramen").id(), AttendanceKind.PRESENT));
        for (MeetingState over : List.of(MeetingState.HELD, MeetingState.CANCELLED)) {
            state(meeting, over);
            AttendanceBoard before = board();
            join("Nová " + over);
            coordinator(() -> attendance.prepare(meeting));
            assertThat(board()).isEqualTo(before);
        }
        coordinator(() -> groups.endDelegate(own.delegation(), 1, DAY.minusDays(1)));
        coordinator(() -> groups.endMembership(own.membership(), 1, DAY.minusDays(1)));
        coordinator(() -> attendance.prepare(meeting));

        AttendanceLine line =
                as(region.planner, () -> attendance.board(meeting)).lines().getFirst();
        assertThat(names(List.of(line))).containsExactly("Pramen/Marek Dvořák/PRESENT");
        assertThat(line.through()).isEqualTo(DelegateKind.DELEGATE);
    }

    @Test
    void theOrganisationSpeaksThroughADeputyOrSomebodyElse() {
        PersonId deputy = region.person("Eva", "Malá");
        delegate(own.membership(), deputy, DelegateKind.DEPUTY);
        AttendanceId line = prepared().lines().getFirst().id();

        coordinator(() -> attendance.speaksThrough(meeting, line, deputy));
        assertThat(line("Pramen"))
                .returns("Eva Malá", AttendanceLine::speaker)
                .returns(DelegateKind.DEPUTY, AttendanceLine::through);

        coordinator(() -> attendance.speaksThrough(meeting, line, region.stranger));
        assertThat(line("Pramen"))
                .returns("Jan Neznámý", AttendanceLine::speaker)
                .returns(null, AttendanceLine::through);

        coordinator(() -> attendance.speaksThrough(meeting, line, "  Kolega\u00a0z kanceláře "));
        assertThat(line("Pramen"))
                .returns("Kolega z kanceláře", AttendanceLine::speaker)
                .returns(null, AttendanceLine::person);

        coordinator(() -> attendance.speaksThrough(meeting, line, ""));
        assertThat(line("Pramen").speaker()).isEmpty();
        assertThat(pastOf("attendance", line.value())).hasSize(5);
    }

    @Test
    void nobodySpeaksForAPerson() {
        coordinator(() -> groups.addPerson(own.group(), region.stranger, SINCE));
        prepared();

        assertThatThrownBy(() -> coordinator(() ->
                        attendance.speaksThrough(meeting, line("Jan Neznámý").id(), "Jiný")))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void whoeverJoinsOrLeavesIsPresentInBetween() {
        AgendaItemId first = item(1);
        AgendaItemId second = item(2);
        AgendaItemId third = item(3);
        AttendanceId line = prepared().lines().getFirst().id();

        coordinator(() -> attendance.joined(meeting, line, second));
        coordinator(() -> attendance.left(meeting, line, third));

        List<AgendaItem> agenda = agenda();
        AttendanceLine there = line("Pramen");
        assertThat(there.kind()).isEqualTo(AttendanceKind.PRESENT);
        assertThat(List.of(first, second, third))
                .map(item -> there.presentAt(item, agenda))
                .containsExactly(false, true, false);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> coordinator(() -> attendance.left(meeting, line, second)))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo("attendance.left.beforeJoined");
        assertThatThrownBy(() -> coordinator(() -> attendance.joined(meeting, line, own.topic())))
                .as("an item of another meeting")
                .isInstanceOf(NotFoundException.class);

        coordinator(() -> attendance.note(meeting, line, AttendanceKind.ABSENT));
        assertThat(line("Pramen")).returns(null, AttendanceLine::joinedAt).returns(null, AttendanceLine::leftAt);
    }

    private AgendaItemId item(int number) {
        return coordinator(() -> service(MeetingService.class)
                .addAgendaItem(meeting, new AgendaItemData(number, "Bod " + number, AgendaItemKind.TOPIC)));
    }

    private List<AgendaItem> agenda() {
        return coordinator(() -> service(MeetingService.class).agenda(meeting));
    }

    @Test
    void guestsAreAddedWithOrWithoutAnOrganisation() {
        coordinator(() -> attendance.addGuest(meeting, "Host Samotný", null));
        AttendanceId other = coordinator(() -> attendance.addGuest(meeting, "Host Druhý", "Ministerstvo"));
        AgendaItemId item = item(1);
        coordinator(() -> attendance.joined(meeting, other, item));

        assertThat(names(board().guests())).containsExactly("Host Samotný//GUEST", "Ministerstvo/Host Druhý/GUEST");
        assertThat(board().guests().getLast().joinedAt()).isEqualTo(item);
        assertThat(board().count(AttendanceKind.GUEST)).isEqualTo(2);
        assertThatThrownBy(() -> coordinator(() -> attendance.note(meeting, other, AttendanceKind.PRESENT)))
                .isInstanceOf(StaleVersionException.class);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> coordinator(() -> attendance.addGuest(meeting, " ", "")));

        coordinator(() -> attendance.removeGuest(meeting, other));
        coordinator(() -> attendance.removeGuest(meeting, other));
        assertThat(names(board().guests())).containsExactly("Host Samotný//GUEST");
    }

    @Test
    void aMemberIsNoGuest() {
        AttendanceId line = prepared().lines().getFirst().id();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> coordinator(() -> attendance.note(meeting, line, AttendanceKind.GUEST)));
        coordinator(() -> attendance.removeGuest(meeting, line));
        assertThat(board().lines()).hasSize(1);
    }

    @Test
    void linesOfAForeignMeetingAreOutOfReach() {
        assertThatThrownBy(() ->
                        coordinator(() -> attendance.note(meeting, region.foreign.attendee(), AttendanceKind.ABSENT)))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> coordinator(() -> attendance.joined(meeting, region.foreign.attendee(), null)))
                .isInstanceOf(StaleVersionException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, false",
        "1, 3, 0, 1, false",
        "1, 3, 1, 1, true",
        "50, 4, 1, 2, false",
        "50, 4, 2, 2, true",
        "50, 15, 7, 8, false",
        "50, 15, 8, 8, true",
        "67, 3, 2, 3, false",
        "100, 3, 2, 3, false",
        "100, 3, 3, 3, true"
    })
    void quorumCountsWholeMembers(int percent, int members, int present, int needed, boolean reached) {
        var quorum = new Quorum(percent, members, present);

        assertThat(quorum.needed()).isEqualTo(needed);
        assertThat(quorum.reached()).isEqualTo(reached);
    }

    @Test
    void noQuorumIsCountedWhereNoneIsAskedFor() {
        prepared();

        assertThat(board().quorum()).isEmpty();
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> askForQuorum(0));
    }

    private void askForQuorum(int percent) {
        int version = as(region.admin, () -> groups.get(own.group())).version();
        as(
                region.admin,
                () -> groups.update(
                        own.group(), version, new GroupData("Senioři", null, GroupKind.WORKING, null, true, percent)));
    }

    @Test
    void whoeverIsNotInTheRoomDoesNotCountForTheQuorum() {
        askForQuorum(50);
        join("Naděje");
        AgendaItemId first = item(1);
        AgendaItemId second = item(2);
        prepared()
                .lines()
                .forEach(line -> coordinator(() -> attendance.note(meeting, line.id(), AttendanceKind.PRESENT)));
        coordinator(() -> attendance.addGuest(meeting, "Host", null));
        coordinator(() -> attendance.left(meeting, line("Naděje").id(), second));
        coordinator(() -> attendance.joined(meeting, line("Pramen").id(), second));
        coordinator(() -> attendance.left(meeting, line("Naděje").id(), second));

        assertThat(board().quorum()).contains(new Quorum(50, 2, 2));
        assertThat(as(own.member(), () -> attendance.quorumAt(meeting, first))).contains(new Quorum(50, 2, 1));
        assertThat(board().quorumAt(second, agenda())).contains(new Quorum(50, 2, 1));
    }

    @Test
    void aGroupWithoutMembersHasAnEmptyList() {
        askForQuorum(50);
        coordinator(() -> groups.endMembership(own.membership(), 1, DAY.minusDays(1)));

        coordinator(() -> attendance.prepare(meeting));

        AttendanceBoard board = as(region.planner, () -> attendance.board(meeting));
        assertThat(board.lines()).isEmpty();
        assertThat(board.quorum()).contains(new Quorum(50, 0, 0));
    }

    @Test
    void theTriadCountsThoseWhoCame() {
        for (TriadRole role : TriadRole.values()) {
            OrganisationId id = as(
                    region.admin,
                    () -> service(OrganisationService.class)
                            .create(new OrganisationData("Z " + role, null, role, null, null, true)));
            coordinator(() -> groups.addOrganisation(own.group(), id, SINCE));
        }
        coordinator(() -> groups.addPerson(own.group(), region.stranger, SINCE));
        prepared().lines().stream()
                .filter(line -> line.role() != TriadRole.PROVIDER)
                .forEach(line -> coordinator(() -> attendance.note(meeting, line.id(), AttendanceKind.PRESENT)));

        assertThat(board().triad())
                .isEqualTo(Map.of(TriadRole.COMMISSIONER, 1, TriadRole.PROVIDER, 0, TriadRole.USER, 2));
    }

    @Test
    void theListIsReadByAsManyStatementsForManyMembersAsForOne() {
        prepared();
        int one = statements.of(this::board).size();
        for (int i = 0; i < 12; i++) {
            MemberId member = join("Člen " + i);
            delegate(member, region.person("Jana", "Nová" + i), DelegateKind.DELEGATE);
            delegate(member, region.person("Eva", "Malá" + i), DelegateKind.DEPUTY);
        }
        prepared();

        assertThat(statements.of(this::board)).hasSize(one).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void aScanIsAttachedReplacedAndRemoved() {
        assertThat(as(own.member(), () -> attendance.scan(meeting))).isEmpty();
        coordinator(() -> attendance.attachScan(meeting, "první.pdf", PDF));
        coordinator(() -> attendance.attachScan(meeting, "list.txt", new byte[] {(byte) 0xff, (byte) 0xd8, -1, 0}));

        assertThat(as(own.member(), () -> attendance.scan(meeting)))
                .hasValueSatisfying(scan -> assertThat(scan)
                        .returns("list.txt", AttendanceScan::name)
                        .returns("image/jpeg", AttendanceScan::mediaType));
        assertThat(board().scan()).isEqualTo("list.txt");

        coordinator(() -> attendance.removeScan(meeting));
        assertThat(board().scan()).isNull();
    }

    @Test
    void whatIsNoScanIsRefusedWithASentence() {
        assertRefused(new byte[0], "attendance.scan.unusable");
        assertRefused("%PD".getBytes(StandardCharsets.UTF_8), "attendance.scan.unusable");
        assertRefused("<html>".getBytes(StandardCharsets.UTF_8), "attendance.scan.unusable");
        assertRefused(Arrays.copyOf(PDF, 25_000_001), "attendance.scan.tooBig");
    }

    private void assertRefused(byte[] content, String key) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> coordinator(() -> attendance.attachScan(meeting, "a.pdf", content)))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(key);
    }

    @Test
    void theYearIsCountedByOrganisation() {
        MemberId hope = join("Naděje");
        PersonId deputy = region.person("Eva", "Malá");
        delegate(hope, deputy, DelegateKind.DEPUTY);
        join("Chalupa");
        coordinator(() -> groups.addPerson(own.group(), region.stranger, SINCE));
        prepared();
        coordinator(() -> attendance.note(meeting, line("Naděje").id(), AttendanceKind.PRESENT));
        coordinator(() -> attendance.speaksThrough(meeting, line("Naděje").id(), deputy));
        coordinator(() -> attendance.note(meeting, line("Pramen").id(), AttendanceKind.EXCUSED));
        coordinator(() -> attendance.note(meeting, line("Jan Neznámý").id(), AttendanceKind.ABSENT));
        coordinator(() -> attendance.addGuest(meeting, "Host", "Ministerstvo"));
        var meetings = service(MeetingService.class);
        for (String name : List.of("Jeden", "Druhý")) {
            coordinator(() -> meetings.addAttendee(
                    own.meeting(), new AttendeeData(name, null, null, "Ze zápisu", AttendanceKind.PRESENT)));
        }
        coordinator(() -> meetings.addAttendee(
                own.meeting(), new AttendeeData("Omluvený", null, own.organisation(), null, AttendanceKind.EXCUSED)));
        assertThat(statistics(DAY.getYear()))
                .as("a meeting ahead does not count")
                .hasSize(2);
        state(meeting, MeetingState.HELD);

        assertThat(statistics(DAY.getYear()))
                .containsExactly(
                        new AttendanceTally("Chalupa", 1, 0, 0, 0, 0),
                        new AttendanceTally("Naděje", 1, 1, 0, 0, 1),
                        new AttendanceTally("Jan Neznámý", 1, 0, 0, 1, 0),
                        new AttendanceTally("Pramen", 2, 1, 1, 0, 0),
                        new AttendanceTally("Ze zápisu", 1, 1, 0, 0, 0));
        assertThat(statistics(2019)).isEmpty();
        assertThat(as(own.member(), () -> attendance.years(own.group()))).containsExactly(DAY.getYear());
        assertThat(statements.of(() -> statistics(DAY.getYear())).stream().filter(sql -> sql.contains("attendance")))
                .hasSize(1);
    }

    private List<AttendanceTally> statistics(int year) {
        return as(own.member(), () -> attendance.statistics(own.group(), year));
    }
}
