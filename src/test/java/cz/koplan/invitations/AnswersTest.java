package cz.koplan.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupService;
import cz.koplan.groups.MemberId;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.AttendanceLine;
import cz.koplan.meetings.AttendanceService;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.PersonId;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members answer, and what becomes of it in the list of those expected. */
class AnswersTest extends ApplicationTest {

    private static final LocalDate DAY = LocalDate.of(2031, 3, 10);

    private Region region;
    private MeetingId meeting;
    private MemberId pramen;
    private PersonId marek;
    private PersonId deputy;

    @BeforeEach
    void planMeeting() {
        region = new Region(context);
        pramen = region.own.membership();
        marek = region.own.member().person();
        deputy = region.person("Zdena", "Náhradní");
        meeting = as(region.own.coordinator(), () -> {
            service(GroupService.class).addDelegate(pramen, deputy, DelegateKind.DEPUTY, Region.SINCE);
            return service(MeetingService.class)
                    .create(
                            region.own.group(),
                            new MeetingData("Jarní setkání", DAY, null, null, null, null, null, null, null));
        });
    }

    private void answer(PersonId person, AnswerData data) {
        as(region.own.member(), () -> service(Answers.class).store(meeting, pramen, person, data));
    }

    private AttendanceLine line() {
        return as(
                        region.own.coordinator(),
                        () -> service(AttendanceService.class).board(meeting))
                .lines()
                .stream()
                .filter(line -> pramen.equals(line.member()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoComesSpeaksForTheOrganisation() {
        answer(deputy, AnswerData.comes());

        assertThat(line().kind()).isEqualTo(AttendanceKind.EXPECTED);
        assertThat(line().speaker()).isEqualTo("Zdena Náhradní");
        assertThat(line().through()).isEqualTo(DelegateKind.DEPUTY);
    }

    @Test
    void theDelegateSpeaksBeforeTheDeputy() {
        answer(deputy, AnswerData.comes());
        answer(marek, AnswerData.comes());

        assertThat(line().person()).isEqualTo(marek);
        assertThat(line().through()).isEqualTo(DelegateKind.DELEGATE);
    }

    @Test
    void aDeputyFromOutsideIsNamed() {
        answer(marek, new AnswerData(Answer.DEPUTY, "zbytečný důvod", " Eva  Jiná "));

        assertThat(line().speaker()).isEqualTo("Eva Jiná");
        assertThat(line().person()).isNull();
        assertThat(db.fetchSingle("select reason, answered_by_name from invitation_answer")
                        .intoList())
                .containsExactly(null, "Marek Dvořák");
    }

    @Test
    void anExcuseExcusesTheOrganisationUntilSomebodyComes() {
        answer(marek, new AnswerData(Answer.EXCUSED, "dovolená", null));
        assertThat(line().kind()).isEqualTo(AttendanceKind.EXCUSED);

        answer(deputy, AnswerData.comes());
        assertThat(line().kind()).isEqualTo(AttendanceKind.EXPECTED);
        assertThat(line().speaker()).isEqualTo("Zdena Náhradní");

        answer(deputy, new AnswerData(Answer.EXCUSED, null, null));
        assertThat(line().kind()).isEqualTo(AttendanceKind.EXCUSED);
        assertThat(db.fetchValue("select count(*) from invitation_answer")).isEqualTo(2L);
    }

    @Test
    void sendingTwiceChangesNothing() {
        answer(marek, AnswerData.comes());
        int version = line().version();
        answer(marek, AnswerData.comes());

        assertThat(line().version()).isEqualTo(version);
        assertThat(db.fetchValue("select version from invitation_answer")).isEqualTo(1);
    }

    @Test
    void whatWasNotedAtTheMeetingStays() {
        as(region.own.coordinator(), () -> {
            var attendance = service(AttendanceService.class);
            attendance.prepare(meeting);
            attendance.note(meeting, line().id(), AttendanceKind.PRESENT);
        });
        answer(marek, new AnswerData(Answer.EXCUSED, null, null));

        assertThat(line().kind()).isEqualTo(AttendanceKind.PRESENT);
    }

    @Test
    void aDeputyNeedsAName() {
        assertThatThrownBy(() -> new AnswerData(Answer.DEPUTY, null, "  "))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("invitations.answer.deputyNeeded");
    }

    @Test
    void aPersonSendsNoDeputy() {
        MemberId person = as(
                region.own.coordinator(),
                () -> service(GroupService.class).addPerson(region.own.group(), region.stranger, Region.SINCE));
        assertThatThrownBy(() -> as(
                        region.own.coordinator(),
                        () -> service(Answers.class)
                                .store(meeting, person, region.stranger, new AnswerData(Answer.DEPUTY, null, "Eva"))))
                .hasMessage("invitations.answer.noDeputy");
    }

    @Test
    void aMeetingThatIsOverTakesNoAnswer() {
        meeting = region.own.meeting();

        assertThatThrownBy(() -> answer(marek, AnswerData.comes()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("invitations.answer.over");
    }
}
