package cz.koplan;

import cz.koplan.accounts.AccountData;
import cz.koplan.accounts.ColorScheme;
import cz.koplan.accounts.Password;
import cz.koplan.accounts.Preferences;
import cz.koplan.audit.ChangeFilter;
import cz.koplan.desk.Sending;
import cz.koplan.desk.TextPlace;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupData;
import cz.koplan.groups.GroupKind;
import cz.koplan.imports.ImportQuestion;
import cz.koplan.invitations.AnswerData;
import cz.koplan.invitations.InvitationService;
import cz.koplan.invitations.MailWords;
import cz.koplan.invitations.ReportingData;
import cz.koplan.mail.MailFilter;
import cz.koplan.mail.MailKind;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.AttendeeData;
import cz.koplan.meetings.BacklogData;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingFilter;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.MinutesState;
import cz.koplan.meetings.Recurrence;
import cz.koplan.meetings.TemplateData;
import cz.koplan.minutes.Audience;
import cz.koplan.minutes.EntryKind;
import cz.koplan.minutes.Finding;
import cz.koplan.minutes.FinishCheck;
import cz.koplan.minutes.Place;
import cz.koplan.minutes.RegisterFormat;
import cz.koplan.minutes.ResolutionData;
import cz.koplan.minutes.ResolutionFilter;
import cz.koplan.minutes.Signatories;
import cz.koplan.minutes.Vote;
import cz.koplan.organisations.OrganisationData;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.PersonData;
import cz.koplan.reading.Lines;
import cz.koplan.services.CodeData;
import cz.koplan.services.KindId;
import cz.koplan.services.OrpId;
import cz.koplan.services.PlanningGroupId;
import cz.koplan.services.ServiceData;
import cz.koplan.services.ServiceFilter;
import cz.koplan.services.ServiceId;
import cz.koplan.services.TargetGroupId;
import cz.koplan.services.Validity;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.files.FileId;
import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.situation.BarometerFilter;
import cz.koplan.situation.Locality;
import cz.koplan.situation.Quarter;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskFilter;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.ProposalKind;
import cz.koplan.updates.Signal;
import cz.koplan.updates.SubmissionData;
import cz.koplan.updates.UpdateData;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateOutcome;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;

/** A public method of a service, which can be called with arguments that make sense in the region's own group. */
public record ServiceMethod(Object service, Method method) {

    private static final Set<String> IN_AN_EMPTY_MEETING = Set.of("start", "removeItem", "dropBack");

    /** Returns all of them, sorted. */
    public static List<ServiceMethod> all(ApplicationContext context) {
        return context.getBeansWithAnnotation(Service.class).values().stream()
                .filter(bean -> type(bean).getPackageName().startsWith("cz.koplan"))
                .filter(bean -> !type(bean).isAnnotationPresent(TestComponent.class))
                .flatMap(bean -> Stream.of(type(bean).getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .map(method -> new ServiceMethod(bean, method)))
                .sorted(Comparator.comparing(ServiceMethod::toString))
                .toList();
    }

    private static Class<?> type(Object bean) {
        return AopUtils.getTargetClass(bean);
    }

    /** @throws InvocationTargetException with whatever the method throws */
    public void call(Region region) throws InvocationTargetException {
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> argument(parameter, region))
                .toArray();
        try {
            method.invoke(service, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object argument(Parameter parameter, Region region) {
        Object argument = arguments(region).get(parameter.getType());
        if (IN_AN_EMPTY_MEETING.contains(method.getName())
                || parameter.getName().equals("next")) {
            if (parameter.getType().equals(MeetingId.class)) {
                argument = region.own.withoutMinutes();
            } else if (parameter.getType().equals(AgendaItemId.class)) {
                argument = region.own.emptyItem();
            }
        }
        if (toString().startsWith("ParticipationService.answer(")
                && parameter.getType().equals(MeetingId.class)) {
            argument = region.planned();
        }
        if (type(service).equals(InvitationService.class)) {
            if (parameter.getType().equals(MeetingId.class)) {
                argument = method.getName().equals("remind") ? region.invited() : region.planned();
            } else if (parameter.getType().equals(PersonId.class)) {
                argument = region.own.member().person();
            }
        }
        // Without a round table what is reported waits, as the file of the region does.
        if (toString().startsWith("SubmissionService.") && parameter.getType().equals(MeetingId.class)) {
            argument = region.own.withoutMinutes();
        }
        if (toString().startsWith("TaskService.reopen(") && parameter.getType().equals(TaskId.class)) {
            argument = region.doneTask;
        }
        if (toString().startsWith("OrganisationPageService.")
                && parameter.getType().equals(OrganisationId.class)) {
            argument = region.own.organisation();
        }
        if (parameter.getType().equals(ServiceId.class) && toString().startsWith("ServiceTimelineService.")) {
            argument = region.service();
        }
        if (toString().startsWith("StillValidService.") && parameter.getType().equals(UpdateId.class)) {
            argument = region.handedIn();
        }
        if (argument == null) {
            argument = byName(parameter, region);
        }
        if (argument == null) {
            throw new IllegalStateException("Nothing to call " + this + " with: " + parameter);
        }
        return argument;
    }

    private Object byName(Parameter parameter, Region region) {
        return switch (parameter.getType().getSimpleName() + " " + parameter.getName()) {
            case "int version" ->
                toString().matches("((Template|MailWords|Reporting)Service\\.save|CodeListService\\.).*") ? 0 : 1;
            case "int year" -> Region.DAY.getYear();
            case "int position" -> 1;
            case "int number", "int before", "int after" -> region.revision();
            case "ReportFileId file", "ReportFileId id" -> region.reportFile();
            case "ProposalId proposal" -> region.proposal();
            case "int offset" -> 0;
            case "int limit" -> 10;
            case "Set overruled" -> Set.of(new Finding.Id(FinishCheck.TASK_WITHOUT_DUE, Place.of(region.own.task())));
            case "Set members" -> Set.of(region.own.membership());
            case "String language" -> "cs";
            case "boolean asAlias", "boolean discussed", "boolean internal", "boolean withoutLater" -> true;
            case "int caret" -> 0;
            case "long before" -> Long.MAX_VALUE;
            case "String email" -> "clen@priklad.cz";
            case "String current" -> Region.PASSWORD;
            case "LocalDate date", "LocalDate day", "LocalDate due", "LocalDate from", "LocalDate lastDay" ->
                LocalDate.now();
            case "String alias",
                    "String attendee",
                    "String filter",
                    "String label",
                    "String name",
                    "String note",
                    "String organisationLabel",
                    "String reason",
                    "String place",
                    "String text",
                    "String title",
                    "String typed" -> parameter.getName() + " " + method.getName();
            case "Set targetGroups" -> Set.of(new TargetGroupId(1));
            case "byte[] table" -> "kód;název\n5105;Liberec\n2101;Benešov\n".getBytes(StandardCharsets.UTF_8);
            case "byte[] content" -> method.getName().matches("setLogo|attachScan") ? picture() : oldMinutes();
            default -> null;
        };
    }

    private static Map<Class<?>, Object> arguments(Region region) {
        Map<Class<?>, Object> arguments = new HashMap<>();
        Stream.of(
                        region.own.group(),
                        region.own.coordinatorship(),
                        region.own.membership(),
                        region.own.delegation(),
                        region.own.meeting(),
                        region.own.attendee(),
                        region.own.update(),
                        region.own.entry(),
                        region.own.task(),
                        region.own.resolution(),
                        region.own.openImport(),
                        region.newcomersAlias,
                        region.newcomer,
                        region.stranger,
                        region.service,
                        new KindId(1),
                        new OrpId(1),
                        new TargetGroupId(1),
                        new PlanningGroupId(1),
                        ServiceData.named(region.own.organisation(), "Jiná služba"),
                        ServiceFilter.ANY,
                        new CodeData("Jiný název", Validity.ALWAYS, true),
                        region.own.member().account(),
                        region.own.roundTable(),
                        region.own.itemFile(),
                        new Sending(UUID.randomUUID(), 1),
                        new TextPlace(TextPlace.Kind.ENTRY, region.own.entry().value()),
                        new TextEdit("", ""),
                        new SubmissionData(
                                new TextEdit("", "Nová zpráva."), Set.of(Signal.STAFFING), null, List.of(), List.of()),
                        new Ref(RefKind.TASK, region.own.task().value()),
                        ProposalKind.CAPACITY_CHANGE,
                        EntryKind.DECISION,
                        new Vote(5, 1, 2, null),
                        UpdateOutcome.NO_NEWS,
                        UUID.randomUUID(),
                        Locale.of("cs"),
                        region.own.backlogItem(),
                        MeetingState.IN_PROGRESS,
                        MinutesState.IN_REVIEW,
                        new BacklogData("Jiné téma", AgendaItemKind.TOPIC, null),
                        new TemplateData("Jiná šablona", null, null, null, null, List.of()),
                        new Recurrence(new Recurrence.Weekly(1, DayOfWeek.MONDAY), new Recurrence.Count(3)),
                        DelegateKind.DEPUTY,
                        MailKind.INVITATION,
                        AnswerData.comes(),
                        new MailWords("Jiný předmět", "Jiný text."),
                        new ReportingData(3, 30),
                        AttendanceKind.PRESENT,
                        Audience.INTERNAL,
                        MeetingFilter.ANY,
                        ResolutionFilter.ALL,
                        RegisterFormat.CSV,
                        TaskFilter.OWN_OPEN,
                        MailFilter.ANY,
                        region.sentMail,
                        ChangeFilter.ALL,
                        new Password("docela nové heslo"),
                        new Preferences("en", ColorScheme.DARK),
                        new AccountData("jina.adresa@priklad.cz", false, false, true),
                        OrganisationData.named("Jiná organizace"),
                        new PersonData(null, "Eva", "Jiná", null, "eva@priklad.cz", null, false),
                        new GroupData("Jiná skupina", null, GroupKind.STEERING, null, true),
                        new MeetingData("Jiné setkání", LocalDate.now(), null, null, null, null, null, null, null),
                        new AgendaItemData(3, "Jiný bod", AgendaItemKind.TOPIC),
                        new AttendeeData("Eva Jiná", null, null, "Jinde", AttendanceKind.GUEST),
                        new UpdateData(region.newcomer, null, "Jiná zpráva."),
                        new Signatories("Eva Jiná", "Jan Jiný"),
                        new ResolutionData("2/2025", "Jiné usnesení."),
                        new TaskData("Jiný úkol.", "Eva", null, null, null, TaskState.DONE),
                        new BarometerFilter(
                                Optional.empty(), Optional.empty(), Quarter.of(Region.DAY), Quarter.of(Region.DAY)),
                        new OrpId(1),
                        new FileId(1),
                        new ImportQuestion.UnusedText("Text.", new Lines(1, 1)))
                .forEach(argument -> arguments.put(argument.getClass(), argument));
        arguments.put(Locality.class, new Locality.Any());
        arguments.put(List.class, List.of());
        arguments.put(Collection.class, List.of());
        arguments.put(OutputStream.class, OutputStream.nullOutputStream());
        return arguments;
    }

    static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] oldMinutes() {
        return "Zápis z jednání skupiny\n\n3. března 2024, 9:00\n".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return type(service).getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
