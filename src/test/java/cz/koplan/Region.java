package cz.koplan;

import static cz.koplan.ApplicationTest.as;
import static cz.koplan.db.Tables.ACCOUNT;
import static cz.koplan.db.Tables.MAIL;

import cz.koplan.accounts.ColorScheme;
import cz.koplan.db.tables.records.AccountRecord;
import cz.koplan.db.tables.records.MailRecord;
import cz.koplan.groups.CoordinatorId;
import cz.koplan.groups.DelegateId;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupData;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupKind;
import cz.koplan.groups.GroupService;
import cz.koplan.groups.MemberId;
import cz.koplan.imports.ImportId;
import cz.koplan.imports.ImportService;
import cz.koplan.invitations.InvitationService;
import cz.koplan.mail.MailId;
import cz.koplan.mail.MailKind;
import cz.koplan.mail.MailState;
import cz.koplan.mail.Outbox;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AgendaService;
import cz.koplan.meetings.AttendanceId;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.AttendeeData;
import cz.koplan.meetings.BacklogData;
import cz.koplan.meetings.BacklogItemId;
import cz.koplan.meetings.BacklogService;
import cz.koplan.meetings.ItemFileId;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.meetings.MeetingService;
import cz.koplan.minutes.EntryId;
import cz.koplan.minutes.MinutesService;
import cz.koplan.minutes.ResolutionData;
import cz.koplan.minutes.ResolutionId;
import cz.koplan.minutes.RevisionService;
import cz.koplan.minutes.Signatories;
import cz.koplan.organisations.AliasId;
import cz.koplan.organisations.OrganisationData;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.organisations.PersonData;
import cz.koplan.organisations.PersonService;
import cz.koplan.reading.UnreadableFileException;
import cz.koplan.services.ServiceData;
import cz.koplan.services.ServiceId;
import cz.koplan.services.ServiceService;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.situation.Reports;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.ConversionService;
import cz.koplan.updates.ProposalId;
import cz.koplan.updates.ProposalKind;
import cz.koplan.updates.ReportFileId;
import cz.koplan.updates.SubmissionService;
import cz.koplan.updates.UpdateData;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateService;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** Two working groups of a small town with everything in them, and the people around them, each with an account. */
public final class Region {

    public static final String PASSWORD = "heslo pro zkoušky";
    public static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    public static final LocalDate DAY = LocalDate.of(2025, 9, 15);

    /** A working group with one of everything, as it was inserted: version 1, except the open import. */
    public record Circle(
            GroupId group,
            CoordinatorId coordinatorship,
            Actor coordinator,
            OrganisationId organisation,
            MemberId membership,
            DelegateId delegation,
            Actor member,
            MeetingId meeting,
            AgendaItemId roundTable,
            AgendaItemId topic,
            AttendanceId attendee,
            UpdateId update,
            EntryId entry,
            TaskId task,
            ResolutionId resolution,
            ImportId openImport,
            MeetingId withoutMinutes,
            AgendaItemId emptyItem,
            ItemFileId itemFile,
            BacklogItemId backlogItem) {}

    public final Actor admin;
    public final Actor planner;
    public final Circle own;
    public final Circle foreign;

    /** Belongs to no group. */
    public final OrganisationId newcomer;

    public final AliasId newcomersAlias;

    /** Was given at the own meeting without minutes. */
    public final TaskId doneTask;

    /** Of the own organisation. */
    public final ServiceId service;

    /** Has no account. */
    public final PersonId stranger;

    /** Went to the own member about the own meeting. */
    public final MailId sentMail;

    private final ApplicationContext context;

    public Region(ApplicationContext context) {
        this.context = context;
        admin = account("Alena", "Správná", true, false);
        planner = account("Petr", "Plánovač", false, true);
        own = circle("Senioři", "Pramen", "Klára", "Marek");
        foreign = circle("Děti a rodina", "Lípa", "Cyril", "Monika");
        newcomer = organisation("Nový začátek");
        as(admin, () -> organisations().addAlias(newcomer, "NZ"));
        newcomersAlias = as(admin, () -> organisations().get(newcomer))
                .aliases()
                .getFirst()
                .id();
        stranger = person("Jan", "Neznámý");
        service = as(
                own.coordinator(),
                () -> context.getBean(ServiceService.class)
                        .create(ServiceData.named(own.organisation(), "Poradna Pramen")));
        doneTask = as(
                own.coordinator(),
                () -> context.getBean(TaskService.class)
                        .add(
                                own.withoutMinutes(),
                                new TaskData("Objednat sál.", "Klára", null, null, null, TaskState.DONE)));
        sentMail = sentMail();
    }

    private MailId sentMail() {
        MailRecord row = context.getBean(DSLContext.class).newRecord(MAIL);
        row.setKind(MailKind.INVITATION);
        row.setGroupId(own.group());
        row.setMeetingId(own.meeting());
        row.setPersonId(own.member().person());
        row.setRecipientName(own.member().name());
        row.setRecipientAddress("marek@priklad.cz");
        row.setLanguage("cs");
        row.setSubject("Pozvánka: Senioři");
        row.setTextBody("Přijďte prosím: " + Outbox.LINK);
        row.setHtmlBody("<p>Přijďte prosím: " + Outbox.LINK + "</p>");
        row.setMessageId(UUID.randomUUID() + "@priklad.cz");
        row.setState(MailState.SENT);
        row.setAttempts(1);
        row.setNextAttemptAt(DAY.atStartOfDay());
        row.setCreatedAt(DAY.atStartOfDay());
        row.setCreatedByName(own.coordinator().name());
        row.setSentAt(DAY.atStartOfDay());
        row.setServerAnswer("250 kept");
        row.insert();
        return row.getId();
    }

    public OrganisationId organisation(String name) {
        return as(Actor.SYSTEM, () -> organisations().create(OrganisationData.named(name)));
    }

    public PersonId person(String given, String family) {
        return as(Actor.SYSTEM, () -> context.getBean(PersonService.class).create(PersonData.named(given, family)));
    }

    public Actor account(String given, String family, boolean admin, boolean planner) {
        PersonId person = person(given, family);
        AccountRecord row = context.getBean(DSLContext.class).newRecord(ACCOUNT);
        row.setPersonId(person);
        row.setEmail("ucet" + person.value() + "@priklad.cz");
        row.setPasswordHash("{noop}" + PASSWORD); // hashing each would take most of the tests' time
        row.setAdmin(admin);
        row.setPlanner(planner);
        row.setActive(true);
        row.setLanguage("cs");
        row.setColorScheme(ColorScheme.SYSTEM);
        row.insert();
        AccountId id = row.getId();
        return new Actor(id, person, given + " " + family, admin, planner);
    }

    /** Adds a service of the own organisation. */
    public ServiceId service() {
        return reports().service(own.organisation(), "Poradna " + UUID.randomUUID());
    }

    /** Adds an update that the own organisation handed in between meetings. */
    public UpdateId handedIn() {
        return reports().handedIn(own.group(), own.organisation(), "Beze změny.", DAY.atTime(9, 0));
    }

    private Reports reports() {
        return new Reports(context.getBean(DSLContext.class));
    }

    /** Returns a meeting of the group with started minutes and nothing in them. */
    public MeetingId meeting(Circle circle, String title, LocalDate day) {
        return as(circle.coordinator(), () -> meeting(circle.group(), title, day));
    }

    /** Plans a meeting of the own group in three weeks, to which nobody is invited yet. */
    public MeetingId planned() {
        LocalTime start = LocalTime.of(14, 0);
        var data = new MeetingData(
                "Plánované setkání",
                LocalDate.now().plusDays(21),
                start,
                start.plusHours(1),
                MeetingMode.IN_PERSON,
                "Radnice",
                null,
                null,
                null);
        return as(own.coordinator(), () -> meetings().create(own.group(), data));
    }

    /** Plans such a meeting and invites to it. */
    public MeetingId invited() {
        MeetingId meeting = planned();
        as(own.coordinator(), () -> context.getBean(InvitationService.class).invite(meeting));
        return meeting;
    }

    /** Keeps the minutes of the own meeting as they are and returns the number of the revision. */
    public int revision() {
        return as(own.coordinator(), () -> {
            minutes().keepImported(own.meeting());
            return context.getBean(RevisionService.class)
                    .list(own.meeting())
                    .getFirst()
                    .number();
        });
    }

    /** Adds a file to the report that the own member has between meetings. */
    public ReportFileId reportFile() {
        return as(
                own.coordinator(),
                () -> context.getBean(SubmissionService.class)
                        .addFile(own.group(), own.membership(), "letak.pdf", new byte[] {1}));
    }

    public ProposalId proposal() {
        return as(
                own.coordinator(),
                () -> context.getBean(ConversionService.class).toProposal(own.update(), ProposalKind.IMPACT_CASE));
    }

    private MeetingId meeting(GroupId group, String title, LocalDate day) {
        MeetingId meeting = meetings().createImported(group, when(title, day));
        minutes().start(meeting, new Signatories("Klára Tichá", null));
        return meeting;
    }

    private static MeetingData when(String title, LocalDate day) {
        LocalTime start = LocalTime.of(14, 0);
        return new MeetingData(title, day, start, start.plusHours(1), MeetingMode.ONLINE, null, null, null, null);
    }

    private Circle circle(String name, String organisationName, String coordinatorName, String memberName) {
        var groups = context.getBean(GroupService.class);
        Actor coordinator = account(coordinatorName, "Tichá", false, false);
        Actor member = account(memberName, "Dvořák", false, false);
        OrganisationId organisation = organisation(organisationName);
        GroupId group =
                as(admin, () -> groups.create(new GroupData(name, null, GroupKind.WORKING, "Schází se online.", true)));
        as(admin, () -> groups.addCoordinator(group, coordinator.person()));
        return as(coordinator, () -> {
            MemberId membership = groups.addOrganisation(group, organisation, SINCE);
            DelegateId delegation = groups.addDelegate(membership, member.person(), DelegateKind.DELEGATE, SINCE);
            MeetingId meeting = meeting(group, "Setkání: " + name, DAY);
            AgendaItemId roundTable =
                    meetings().addAgendaItem(meeting, new AgendaItemData(1, "Kolečko", AgendaItemKind.ROUND_TABLE));
            AgendaItemId topic =
                    meetings().addAgendaItem(meeting, new AgendaItemData(2, "Různé", AgendaItemKind.TOPIC));
            MeetingId withoutMinutes = meetings().createImported(group, when("Výjezd", DAY.minusDays(30)));
            return new Circle(
                    group,
                    groups.get(group).coordinators().getFirst().id(),
                    coordinator,
                    organisation,
                    membership,
                    delegation,
                    member,
                    meeting,
                    roundTable,
                    topic,
                    meetings()
                            .addAttendee(
                                    meeting,
                                    new AttendeeData(
                                            memberName + " Dvořák",
                                            member.person(),
                                            organisation,
                                            null,
                                            AttendanceKind.PRESENT)),
                    context.getBean(UpdateService.class)
                            .add(meeting, roundTable, new UpdateData(organisation, null, "Mají volná místa.")),
                    minutes().addEntry(meeting, topic, "Příští rok se připraví plán."),
                    context.getBean(TaskService.class)
                            .add(
                                    meeting,
                                    new TaskData("Rozeslat dotazník.", null, null, organisation, null, TaskState.OPEN)),
                    minutes().addResolution(meeting, new ResolutionData("1/2025", "Skupina bere zprávy na vědomí.")),
                    openImport(group, organisationName),
                    withoutMinutes,
                    meetings().addAgendaItem(withoutMinutes, new AgendaItemData(1, "Cesta", AgendaItemKind.TOPIC)),
                    context.getBean(AgendaService.class).addFile(meeting, topic, "plan.txt", new byte[] {1}),
                    context.getBean(BacklogService.class)
                            .add(group, new BacklogData("Bydlení", AgendaItemKind.TOPIC, 20)));
        });
    }

    /** An import without open questions. */
    private ImportId openImport(GroupId group, String organisation) {
        String text = """
                Zápis z jednání pracovní skupiny

                12. května 2025, 10:00 – online

                Program:
                1. Informace od členů skupiny

                1. Informace od členů skupiny
                • %s. Otevřeli novou poradnu.
                """.formatted(organisation);
        try {
            ImportId dropped = context.getBean(ImportService.class)
                    .drop("zapis.txt", text.getBytes(StandardCharsets.UTF_8))
                    .id();
            context.getBean(ImportService.class).chooseGroup(dropped, group);
            return dropped;
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e);
        }
    }

    private OrganisationService organisations() {
        return context.getBean(OrganisationService.class);
    }

    private MeetingService meetings() {
        return context.getBean(MeetingService.class);
    }

    private MinutesService minutes() {
        return context.getBean(MinutesService.class);
    }
}
