package cz.koplan.demo;

import cz.koplan.demo.Attendances.Attendance;
import cz.koplan.demo.Region.GroupLine;
import cz.koplan.demo.Region.OrganisationLine;
import cz.koplan.demo.RegionWriter.Written;
import cz.koplan.demo.ServiceWriter.Provided;
import cz.koplan.groups.GroupService;
import cz.koplan.groups.Member;
import cz.koplan.groups.MemberId;
import cz.koplan.invitations.Answer;
import cz.koplan.invitations.AnswerData;
import cz.koplan.invitations.InvitationService;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.meetings.MeetingService;
import cz.koplan.minutes.MinutesService;
import cz.koplan.minutes.ResolutionData;
import cz.koplan.minutes.Signatories;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.Signal;
import cz.koplan.updates.SubmissionData;
import cz.koplan.updates.SubmissionService;
import cz.koplan.updates.UpdateData;
import cz.koplan.updates.UpdateService;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Writes the meetings of the last year with their minutes, on behalf of each group's coordinator. */
@Component
@ConditionalOnBooleanProperty("koplan.demo")
class MeetingWriter {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL yyyy", Locale.of("cs"));
    private static final int MAX_TOPICS = 3;
    private static final String INVITED = "cizinci";

    private final MeetingService meetings;
    private final MinutesService minutes;
    private final UpdateService updates;
    private final SubmissionService submissions;
    private final TaskService tasks;
    private final GroupService groups;
    private final InvitationService invitations;

    MeetingWriter(
            MeetingService meetings,
            MinutesService minutes,
            UpdateService updates,
            SubmissionService submissions,
            TaskService tasks,
            GroupService groups,
            InvitationService invitations) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.updates = updates;
        this.submissions = submissions;
        this.tasks = tasks;
        this.groups = groups;
        this.invitations = invitations;
    }

    /** Returns how many meetings were written. The same day always gives the same texts. */
    int write(Region region, Written written, Map<String, List<Provided>> services, LocalDate today) {
        RoundTableTexts texts = new RoundTableTexts(RoundTableTexts.load(), new Random(2108));
        List<Topic> topics = Topic.load();
        int count = 0;
        for (GroupLine group : region.groups()) {
            Year year = new Year(
                    region,
                    written,
                    services,
                    group,
                    today,
                    texts,
                    topics,
                    new Random(group.key().hashCode()));
            count += CurrentActor.actingAs(written.actor(group.coordinator()), year::write);
        }
        return count;
    }

    /** One group's year. */
    private final class Year {

        private final Region region;
        private final Written written;
        private final Map<String, List<Provided>> services;
        private final GroupLine group;
        private final LocalDate today;
        private final RoundTableTexts texts;
        private final Deck<Topic> topics;
        private final Attendances attendances;
        private final Random random;
        private final Random marks;
        private final Map<Integer, Integer> lastResolution = new HashMap<>();

        Year(
                Region region,
                Written written,
                Map<String, List<Provided>> services,
                GroupLine group,
                LocalDate today,
                RoundTableTexts texts,
                List<Topic> topics,
                Random random) {
            this.region = region;
            this.written = written;
            this.services = services;
            this.group = group;
            this.today = today;
            this.texts = texts;
            this.topics = new Deck<>(
                    topics.stream().filter(topic -> topic.isFor(group.key())).toList(), random);
            this.attendances = new Attendances(region, written, group, today, random);
            this.random = random;
            this.marks = new Random(group.name().hashCode());
        }

        int write() {
            List<LocalDate> days = MeetingDays.around(today, group);
            int held = (int) days.stream().filter(day -> day.isBefore(today)).count();
            for (int i = 0; i < held; i++) {
                writeMeeting(days.get(i), days.get(i + 1), held - i - 1);
            }
            planNext();
            return held;
        }

        private void writeMeeting(LocalDate day, LocalDate next, int meetingsLeft) {
            LocalTime start = LocalTime.parse(group.start());
            MeetingMode mode = MeetingMode.values()[Math.max(0, random.nextInt(5) - 2)];
            MeetingId meeting = meetings.createImported(
                    written.group(group.key()),
                    new MeetingData(
                            "Setkání pracovní skupiny, " + MONTH.format(day),
                            day,
                            start,
                            start.plusMinutes(95 + 5 * random.nextInt(8)),
                            mode,
                            mode == MeetingMode.ONLINE ? null : group.place(),
                            next,
                            start,
                            group.place()));
            List<Attendance> attendance = attendances.of(day);
            for (Attendance line : attendance) {
                meetings.addAttendee(meeting, line.data());
            }
            minutes.start(
                    meeting,
                    new Signatories(
                            region.person(group.coordinator()).data().displayName(), attendances.verifier(attendance)));
            writeRoundTable(meeting, day, attendance);
            long topicsToSpare = topics.count(topic -> topic.season().equals(Season.ALWAYS)) - meetingsLeft;
            int count = 1 + (int) Math.min(random.nextInt(MAX_TOPICS), Math.max(0, topicsToSpare - 1));
            for (int i = 0; i < count; i++) {
                Optional<Topic> topic = topics.take(one -> one.season().holds(day));
                if (topic.isPresent()) {
                    writeTopic(meeting, i + 2, topic.get(), day);
                }
            }
        }

        /** The next meeting is planned as its coordinator would plan it. */
        private void planNext() {
            var id = written.group(group.key());
            MeetingData proposed = meetings.proposeNext(id);
            MeetingId next = meetings.create(
                    id,
                    new MeetingData(
                            proposed.title(),
                            proposed.heldOn(),
                            proposed.startsAt(),
                            proposed.endsAt(),
                            proposed.mode(),
                            Objects.requireNonNullElse(proposed.place(), group.place()),
                            proposed.nextHeldOn(),
                            proposed.nextStartsAt(),
                            proposed.nextPlace()));
            if (group.key().equals(INVITED)) {
                invite(next);
            }
        }

        /** To one meeting the members are invited; some have answered, and some have reported. */
        private void invite(MeetingId meeting) {
            invitations.invite(meeting);
            Set<String> said = new HashSet<>();
            List<Member> members = groups.members(written.group(group.key())).stream()
                    .filter(member -> member.organisation() != null && member.validTo() == null)
                    .toList();
            for (int i = 0; i < members.size() / 2; i++) {
                Member member = members.get(i);
                PersonId speaker = member.delegates().stream()
                        .filter(delegate -> delegate.validTo() == null)
                        .findFirst()
                        .orElseThrow()
                        .person();
                invitations.answerFor(
                        meeting,
                        member.id(),
                        speaker,
                        i % 4 == 3 ? new AnswerData(Answer.EXCUSED, "školení", null) : AnswerData.comes());
                if (i % 2 == 0) {
                    OrganisationLine organisation = region.organisations().stream()
                            .filter(line -> written.organisation(line.key()).equals(member.organisation()))
                            .findAny()
                            .orElseThrow();
                    submissions.submit(
                            meeting,
                            member.id(),
                            new SubmissionData(
                                    new TextEdit("", texts.compose(organisation, group.key(), today, said)),
                                    Set.of(),
                                    null,
                                    List.of(),
                                    List.of()));
                }
            }
        }

        private void writeRoundTable(MeetingId meeting, LocalDate day, List<Attendance> attendance) {
            AgendaItemId item = meetings.addAgendaItem(
                    meeting, new AgendaItemData(1, "Informace od členů skupiny", AgendaItemKind.ROUND_TABLE));
            Set<String> said = new HashSet<>();
            Map<OrganisationId, MemberId> members = groups.members(written.group(group.key())).stream()
                    .filter(member -> member.organisation() != null)
                    .collect(Collectors.toMap(Member::organisation, Member::id));
            for (OrganisationLine organisation : attendances.speaking(attendance)) {
                OrganisationId id = written.organisation(organisation.key());
                String text = texts.compose(organisation, group.key(), day, said);
                updates.add(meeting, item, new UpdateData(id, organisation.label() ? organisation.key() : null, text));
                submit(meeting, Objects.requireNonNull(members.get(id)), organisation, text);
            }
        }

        /** What the text calls for is marked as the member would mark it, for one of its services. */
        private void submit(MeetingId meeting, MemberId member, OrganisationLine organisation, String text) {
            Set<Signal> signals = Signals.of(text);
            List<Provided> provided = services.getOrDefault(organisation.key(), List.of());
            if (signals.isEmpty()) {
                return;
            }
            Optional<Provided> service =
                    provided.isEmpty() ? Optional.empty() : Optional.of(provided.get(random.nextInt(provided.size())));
            submissions.submit(
                    meeting,
                    member,
                    new SubmissionData(
                            new TextEdit("", text),
                            signals,
                            signals.contains(Signal.FREE_PLACES) ? 1 + marks.nextInt(5) : null,
                            service.map(Provided::id).stream().toList(),
                            service
                                    .map(one -> one.orps()
                                            .get(random.nextInt(one.orps().size())))
                                    .stream()
                                    .toList()));
        }

        private void writeTopic(MeetingId meeting, int number, Topic topic, LocalDate day) {
            AgendaItemId item =
                    meetings.addAgendaItem(meeting, new AgendaItemData(number, topic.title(), AgendaItemKind.TOPIC));
            minutes.addEntry(meeting, item, Blanks.fill(topic.text(), day, random));
            for (Topic.Assignment assignment : topic.assignments()) {
                tasks.add(meeting, task(assignment, day));
            }
            for (String resolution : topic.resolutions()) {
                int ordinal = lastResolution.merge(day.getYear(), 1, Integer::sum);
                minutes.addResolution(
                        meeting,
                        new ResolutionData(ordinal + "/" + day.getYear(), Blanks.fill(resolution, day, random)));
            }
        }

        private TaskData task(Topic.Assignment assignment, LocalDate day) {
            boolean own = assignment.owner().equals(Topic.COORDINATOR);
            LocalDate due = workingDay(day.plusDays(assignment.days()));
            return new TaskData(
                    assignment.text(),
                    null,
                    own ? written.person(group.coordinator()) : null,
                    own ? null : written.organisation(assignment.owner()),
                    due,
                    state(due));
        }

        /** What is long due was done, of the recent about a third is late. */
        private TaskState state(LocalDate due) {
            int chance = random.nextInt(100);
            if (!due.isBefore(today)) {
                return chance < 15 ? TaskState.DONE : TaskState.OPEN;
            }
            if (due.isBefore(today.minusMonths(3))) {
                return chance < 94 ? TaskState.DONE : TaskState.CANCELLED;
            }
            return chance < 65 ? TaskState.DONE : TaskState.OPEN;
        }
    }

    private static LocalDate workingDay(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.plusDays(2)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }
}
