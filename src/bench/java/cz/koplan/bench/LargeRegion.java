package cz.koplan.bench;

import static cz.koplan.db.Tables.ACCOUNT;
import static cz.koplan.db.Tables.ACTION_ITEM;
import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.ATTENDANCE;
import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_COORDINATOR;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.MINUTES;
import static cz.koplan.db.Tables.MINUTES_ENTRY;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.ORGANISATION_ALIAS;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static cz.koplan.db.Tables.RESOLUTION;
import static cz.koplan.db.Tables.WORKING_GROUP;

import cz.koplan.accounts.ColorScheme;
import cz.koplan.db.tables.records.AttendanceRecord;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupKind;
import cz.koplan.groups.MemberId;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.meetings.MeetingOrigin;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.MinutesState;
import cz.koplan.minutes.EntryKind;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.TriadRole;
import cz.koplan.platform.EmbeddedMariaDb;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.tasks.TaskState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.springframework.util.FileSystemUtils;

/**
 * A region ten years after it began: 50 groups of 20 member organisations, 40 meetings each with a line for every
 * member, and one more meeting that is only planned. The same on every machine but for the days, which end today.
 */
final class LargeRegion {

    static final int GROUPS = 50;
    static final int MEMBERS = 20;
    static final int MEETINGS = 40;
    static final String PASSWORD = "velky kraj";

    private static final int ORGANISATIONS = 400;
    private static final int TASKS = 5;
    private static final int RESOLUTIONS = 3;
    private static final int PRESENT = 15;
    private static final int ENTRIES = 3;
    private static final int OPEN_TASKS = 15;

    private static final List<String> KINDS = List.of(
            "Domov pro seniory",
            "Centrum sociálních služeb",
            "Pečovatelská služba",
            "Nízkoprahový klub",
            "Azylový dům",
            "Občanská poradna",
            "Raná péče",
            "Sociální rehabilitace",
            "Denní stacionář",
            "Městský úřad",
            "Terénní programy",
            "Chráněné bydlení",
            "Osobní asistence",
            "Intervenční centrum",
            "Dům na půl cesty",
            "Odlehčovací služba",
            "Svépomocná skupina",
            "Hospic",
            "Mateřské centrum",
            "Tlumočnická služba");
    private static final List<String> PLACES = List.of(
            "Březová",
            "Dubá",
            "Habrovice",
            "Jasenná",
            "Jedlová",
            "Javorník",
            "Kaštice",
            "Lipnice",
            "Modřínov",
            "Olšany",
            "Osíčko",
            "Rakytná",
            "Smrčná",
            "Šípkov",
            "Tisová",
            "Topolná",
            "Trnová",
            "Vrbice",
            "Vřesov",
            "Žernov");
    private static final List<String> GIVEN = List.of(
            "Anna", "Božena", "Dana", "Eva", "Hana", "Irena", "Jana", "Klára", "Lenka", "Marie", "Naděžda", "Olga",
            "Pavla", "Růžena", "Šárka", "Tereza", "Věra", "Zdeňka", "Žaneta", "Ludmila");
    private static final List<String> FAMILY = List.of(
            "Nováková",
            "Svobodová",
            "Dvořáková",
            "Černá",
            "Procházková",
            "Kučerová",
            "Veselá",
            "Horáková",
            "Němcová",
            "Pokorná",
            "Marková",
            "Pospíšilová",
            "Hájková",
            "Králová",
            "Růžičková",
            "Benešová",
            "Fialová",
            "Sedláčková",
            "Doležalová",
            "Zemanová",
            "Kolářová",
            "Navrátilová",
            "Čermáková",
            "Vaňková",
            "Urbanová",
            "Blažková",
            "Křížová",
            "Kovářová",
            "Kratochvílová",
            "Bartošová",
            "Chalupová",
            "Říhová",
            "Šimková",
            "Žáková");
    private static final List<String> THEMES =
            List.of("Senioři", "Děti a rodina", "Zdravotní postižení", "Duševní zdraví", "Bydlení");

    private static final LocalDate TODAY = LocalDate.now();
    private static final LocalDate FOUNDED = TODAY.minusYears(10);

    private final DSLContext db;
    private final Random random = new Random(20);
    private final List<String> sentences = sentences();
    private final List<TableRecord<?>> waiting = new ArrayList<>();
    private long agendaItems;
    private long members;
    private long people;

    private LargeRegion(DSLContext db) {
        this.db = db;
    }

    /** The sign-in name of the coordinator of the group, counted from 1. */
    static String coordinator(int group) {
        return "koordinator" + group + "@kraj.example";
    }

    /** The meeting of the group that is going on today. */
    static long running(int group) {
        return (group - 1L) * (MEETINGS + 1) + MEETINGS;
    }

    /** The meeting of the group that nobody has opened at the desk yet. */
    static long planned(int group) {
        return running(group) + 1;
    }

    /** Fills the data directory, unless it was filled for the same schema before. */
    static void fill(Path data) throws IOException, SQLException {
        Path mark = data.resolve("filled");
        String schema = newestMigration();
        if (Files.exists(mark) && Files.readString(mark).equals(schema)) {
            return;
        }
        long start = System.nanoTime();
        FileSystemUtils.deleteRecursively(data);
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(data)) {
            String url = server.jdbcUrl() + "&useBulkStmts=true";
            Flyway.configure()
                    .dataSource(url, server.user(), server.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            try (var connection = DriverManager.getConnection(url, server.user(), server.password())) {
                connection.setAutoCommit(false);
                new LargeRegion(DSL.using(connection, SQLDialect.MARIADB)).write();
                connection.commit();
            }
        }
        Files.writeString(mark, schema);
        System.out.printf("region filled in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
    }

    private static String newestMigration() throws IOException {
        try (var files = Files.list(Path.of("db-migrations"))) {
            return files.map(file -> file.getFileName().toString())
                    .max(String::compareTo)
                    .orElseThrow();
        }
    }

    private void write() {
        db.execute("set foreign_key_checks = 0"); // rows of one kind are sent together, in any order
        for (int i = 1; i <= ORGANISATIONS; i++) {
            organisation(i);
        }
        for (int group = 1; group <= GROUPS; group++) {
            group(group);
        }
        send();
        // Sixteen people write the minutes of the first group together.
        for (int i = 2; i <= 16; i++) {
            var row = db.newRecord(GROUP_COORDINATOR);
            row.setGroupId(new GroupId(1));
            row.setPersonId(coordinatorPerson(i));
            row.insert();
        }
        for (int group = 1; group <= GROUPS; group++) {
            for (int i = 1; i <= MEETINGS + 1; i++) {
                meeting(group, i);
            }
            send();
        }
        past();
        db.execute("set foreign_key_checks = 1");
        // As the server would do by itself in the course of ten years.
        db.fetchValues("select table_name from information_schema.tables where table_schema = database()")
                .forEach(table -> db.execute("analyze table " + table));
    }

    private void organisation(int number) {
        var row = db.newRecord(ORGANISATION);
        String kind = KINDS.get((number - 1) % KINDS.size());
        String place = PLACES.get((number - 1) / KINDS.size());
        row.setId(new OrganisationId(number));
        row.setPublicId(UUID.randomUUID());
        row.setName(kind + " " + place);
        row.setTriadRole(kind.equals("Městský úřad") ? TriadRole.COMMISSIONER : TriadRole.PROVIDER);
        row.setActive(true);
        waiting.add(row);
        var alias = db.newRecord(ORGANISATION_ALIAS);
        alias.setOrganisationId(new OrganisationId(number));
        alias.setAlias(initials(kind) + " " + place);
        waiting.add(alias);
    }

    private static String initials(String name) {
        var letters = new StringBuilder();
        for (String word : name.split(" ")) {
            letters.append(Character.toUpperCase(word.charAt(0)));
        }
        return letters.toString();
    }

    private PersonId person() {
        var row = db.newRecord(PERSON);
        PersonId id = new PersonId(++people);
        row.setId(id);
        row.setPublicId(UUID.randomUUID());
        row.setTitleBefore(people % 3 == 0 ? "Mgr." : null);
        row.setGivenName(GIVEN.get((int) (people % GIVEN.size())));
        row.setFamilyName(FAMILY.get((int) (people % FAMILY.size())));
        row.setEmail("osoba" + people + "@kraj.example");
        row.setPublishName(people % 2 == 0);
        waiting.add(row);
        return id;
    }

    /** Each group brings its coordinator and then a delegate for every member. */
    private static PersonId coordinatorPerson(int group) {
        return new PersonId((group - 1L) * (MEMBERS + 1) + 1);
    }

    private void group(int number) {
        var row = db.newRecord(WORKING_GROUP);
        GroupId group = new GroupId(number);
        row.setId(group);
        row.setPublicId(UUID.randomUUID());
        row.setName(theme(number) + " – " + PLACES.get((number - 1) / THEMES.size()));
        row.setKind(GroupKind.WORKING);
        row.setActive(true);
        row.setQuorumPercent(50);
        waiting.add(row);
        PersonId coordinator = person();
        var account = db.newRecord(ACCOUNT);
        account.setPersonId(coordinator);
        account.setEmail(coordinator(number));
        account.setPasswordHash("{noop}" + PASSWORD);
        account.setAdmin(false);
        account.setPlanner(number == GROUPS); // the last one sees the whole region
        account.setActive(true);
        account.setLanguage("cs");
        account.setColorScheme(ColorScheme.SYSTEM);
        waiting.add(account);
        var coordinatorship = db.newRecord(GROUP_COORDINATOR);
        coordinatorship.setGroupId(group);
        coordinatorship.setPersonId(coordinator);
        waiting.add(coordinatorship);
        for (int i = 0; i < MEMBERS; i++) {
            var member = db.newRecord(GROUP_MEMBER);
            MemberId id = new MemberId(++members);
            member.setId(id);
            member.setGroupId(group);
            member.setOrganisationId(organisationOf(number, i));
            member.setValidFrom(FOUNDED);
            waiting.add(member);
            var delegate = db.newRecord(DELEGATE);
            delegate.setMemberId(id);
            delegate.setPersonId(person());
            delegate.setKind(DelegateKind.DELEGATE);
            delegate.setValidFrom(FOUNDED);
            waiting.add(delegate);
        }
    }

    private static String theme(int group) {
        return THEMES.get((group - 1) % THEMES.size());
    }

    private static OrganisationId organisationOf(int group, int member) {
        return new OrganisationId(1 + (group * 7 + member * 19) % ORGANISATIONS);
    }

    /** The last but one meeting of a group is going on today and its minutes are written; the last one is planned. */
    private void meeting(int group, int number) {
        boolean planned = number > MEETINGS;
        boolean today = number == MEETINGS;
        LocalDate day = planned ? TODAY.plusMonths(3) : TODAY.minusDays((MEETINGS - number) * 91L);
        var row = db.newRecord(MEETING);
        MeetingId meeting = new MeetingId(running(group) - MEETINGS + number);
        row.setId(meeting);
        row.setGroupId(new GroupId(group));
        row.setPublicId(UUID.randomUUID());
        row.setTitle(number + ". setkání skupiny " + theme(group));
        row.setHeldOn(day);
        row.setStartsAt(LocalTime.of(9, 0));
        row.setEndsAt(LocalTime.of(11, 0));
        row.setMode(number % 2 == 0 ? MeetingMode.ONLINE : MeetingMode.IN_PERSON);
        row.setPlace(PLACES.get(group % PLACES.size()));
        row.setState(planned ? MeetingState.PLANNED : today ? MeetingState.IN_PROGRESS : MeetingState.HELD);
        row.setOrigin(MeetingOrigin.DESK);
        waiting.add(row);
        var head = db.newRecord(MINUTES);
        head.setPublicId(UUID.randomUUID());
        head.setMeetingId(meeting);
        head.setState(planned || today ? MinutesState.DRAFT : MinutesState.APPROVED);
        head.setAuthorName("Klára Nováková");
        waiting.add(head);
        AgendaItemId approval = item(meeting, 1, "Schválení programu", AgendaItemKind.APPROVAL);
        item(meeting, 2, "Kontrola úkolů", AgendaItemKind.TASK_CHECK);
        AgendaItemId roundTable = item(meeting, 3, "Informace od členů skupiny", AgendaItemKind.ROUND_TABLE);
        AgendaItemId topic = item(meeting, 4, "Příprava akčního plánu", AgendaItemKind.TOPIC);
        item(meeting, 5, "Různé", AgendaItemKind.TOPIC);
        if (planned) {
            return;
        }
        if (today) {
            row.setCurrentItemId(roundTable);
        }
        for (int i = 0; i < MEMBERS; i++) {
            var update = db.newRecord(PROVIDER_UPDATE);
            update.setPublicId(UUID.randomUUID());
            update.setGroupId(new GroupId(group));
            update.setMeetingId(meeting);
            update.setAgendaItemId(roundTable);
            update.setPosition(i + 1);
            update.setOrganisationId(organisationOf(group, i));
            update.setRecordedText(text(200, 800));
            waiting.add(update);
        }
        for (int i = 0; i < PRESENT; i++) {
            waiting.add(attendance(group, meeting, i));
        }
        for (int i = 0; i < ENTRIES; i++) {
            var entry = db.newRecord(MINUTES_ENTRY);
            entry.setMeetingId(meeting);
            entry.setAgendaItemId(i == 0 ? approval : topic);
            entry.setPosition(i + 1);
            entry.setKind(i == 0 ? EntryKind.DECISION : EntryKind.INFORMATION);
            entry.setBody(text(100, 400));
            waiting.add(entry);
        }
        for (int i = 0; i < TASKS; i++) {
            var task = db.newRecord(ACTION_ITEM);
            task.setPublicId(UUID.randomUUID());
            task.setGroupId(new GroupId(group));
            task.setMeetingId(meeting);
            task.setAgendaItemId(topic);
            task.setPosition(i + 1);
            task.setBody(text(40, 160));
            task.setOwnerOrganisationId(organisationOf(group, (number + i) % MEMBERS));
            task.setDueOn(day.plusDays(30));
            task.setState(number > MEETINGS - OPEN_TASKS / TASKS ? TaskState.OPEN : TaskState.DONE);
            waiting.add(task);
        }
        for (int i = 0; i < RESOLUTIONS; i++) {
            var resolution = db.newRecord(RESOLUTION);
            resolution.setPublicId(UUID.randomUUID());
            resolution.setMeetingId(meeting);
            resolution.setAgendaItemId(topic);
            resolution.setPosition(i + 1);
            resolution.setNumber(((number * RESOLUTIONS + i) % 97 + 1) + "/" + day.getYear());
            resolution.setBody(text(60, 200));
            waiting.add(resolution);
        }
    }

    private AgendaItemId item(MeetingId meeting, int number, String title, AgendaItemKind kind) {
        var row = db.newRecord(AGENDA_ITEM);
        AgendaItemId id = new AgendaItemId(++agendaItems);
        row.setId(id);
        row.setMeetingId(meeting);
        row.setPosition(number);
        row.setNumber(number);
        row.setTitle(title);
        row.setKind(kind);
        row.setDurationMinutes(20);
        waiting.add(row);
        return id;
    }

    private AttendanceRecord attendance(int group, MeetingId meeting, int member) {
        AttendanceRecord row = db.newRecord(ATTENDANCE);
        PersonId person = new PersonId(coordinatorPerson(group).value() + 1 + member);
        row.setMeetingId(meeting);
        row.setPosition(member + 1);
        row.setName(GIVEN.get((int) (person.value() % GIVEN.size())) + " "
                + FAMILY.get((int) (person.value() % FAMILY.size())));
        row.setPersonId(person);
        row.setOrganisationId(organisationOf(group, member));
        row.setMemberId(new MemberId((group - 1L) * MEMBERS + member + 1));
        row.setThrough(DelegateKind.DELEGATE);
        row.setKind(random.nextInt(10) == 0 ? AttendanceKind.EXCUSED : AttendanceKind.PRESENT);
        return row;
    }

    private String text(int least, int most) {
        int length = random.nextInt(least, most);
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(text.isEmpty() ? "" : " ").append(sentences.get(random.nextInt(sentences.size())));
        }
        return text.substring(0, Math.min(text.length(), most));
    }

    /** The sentences of the demonstration with one value in each blank. */
    private static List<String> sentences() {
        try (InputStream file = Objects.requireNonNull(LargeRegion.class.getResourceAsStream("/demo/zpravy.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("=="))
                    .map(line -> line.replaceFirst("^\\[[^]]*] ", "")
                            .replaceAll("<\\d+-(\\d+) [^|>]*\\|[^|>]*\\|([^>]*)>", "$1 $2")
                            .replaceAll("<\\d+-(\\d+)>", "$1")
                            .replaceAll("<měsíce[^>]*>", "března")
                            .replaceAll("<měsíci[^>]*>", "březnu")
                            .replaceAll("<rok[^>]*>", String.valueOf(TODAY.getYear())))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends what waits, one batch per table. */
    private void send() {
        for (Table<?> table :
                waiting.stream().map(TableRecord::getTable).distinct().toList()) {
            db.batchInsert(waiting.stream()
                            .filter(row -> row.getTable().equals(table))
                            .toList())
                    .execute();
        }
        waiting.clear();
    }

    /** Every text was once added and once typed. */
    private void past() {
        for (Table<?> table : List.of(PROVIDER_UPDATE, MINUTES_ENTRY, ACTION_ITEM, RESOLUTION)) {
            String text = table.equals(PROVIDER_UPDATE) ? "recorded_text" : "body";
            for (String action : List.of("INSERT", "UPDATE")) {
                db.execute("""
                        insert into change_log (changed_at, changed_by, changed_by_name, table_name, row_id, meeting_id,
                            action, before_values, after_values)
                        select timestamp(held_on, '10:00:00'), 1, 'Klára Nováková', '%1$s', t.id, m.id, '%3$s',
                            if('%3$s' = 'UPDATE', json_object('%2$s', '', 'version', 0), null),
                            json_object('%2$s', %2$s, 'version', 1)
                        from %1$s t join meeting m on m.id = t.meeting_id where m.held_on < current_date
                        order by m.held_on, t.id
                        """.formatted(table.getName(), text, action));
            }
        }
        db.execute("""
                insert into change_log (changed_at, changed_by, changed_by_name, table_name, row_id, meeting_id, action,
                    after_values)
                select timestamp(held_on, '09:00:00'), 1, 'Klára Nováková', 'attendance', t.id, m.id, 'INSERT',
                    json_object('name', t.name, 'kind', t.kind)
                from attendance t join meeting m on m.id = t.meeting_id where m.held_on < current_date
                """);
    }
}
