package cz.koplan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server of our own, a child process of this application. Below the data directory it keeps
 *
 * <pre>
 * mariadb/base         the programs, unpacked once
 * mariadb/data         the data; nothing here ever deletes them
 * mariadb/tmp          temporary tables
 * mariadb/log          what the server reports
 * mariadb/secret       the password of the accounts koplan and root
 * mariadb/client.cnf   the way to the running server for mariadb and mariadb-dump in base/bin
 * mariadb/server.pid   the server's process, for people; nothing here trusts it
 * mariadb/koplan.lock  held while an application runs
 * </pre>
 *
 * <p>Steps that can be cut short (unpacking, installing) work in a directory {@code *.unfinished} that gets its real
 * name at the end. So a kill at any moment leaves either nothing or the whole, and the next start goes on from there.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);

    private static final String HOST = "127.0.0.1";
    private static final String USER = "koplan";
    private static final String SCHEMA = "koplan";
    private static final int PORT_ATTEMPTS = 5;
    private static final int LONGEST_PATH = 480; // bytes; the server cuts paths at 512
    private static final long LOG_SIZE = 1_000_000; // bytes after which a new log is begun at the next start
    private static final String ACCESS_DENIED = "28000"; // SQLSTATE
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration START_LIMIT = Duration.ofSeconds(60); // covers recovery after a power cut
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path home;
    private final Path base;
    private final Path data;
    private final Path unfinishedData;
    private final Path logFile;
    private final DataDirectoryLock lock;

    private String password = "";
    private int port;
    private @Nullable Process process;
    private boolean closed;

    /**
     * Starts the server, at the first time after unpacking and installing it, and returns when it answers. It stops at
     * {@link #close()}, at the latest when the JVM ends.
     *
     * @throws DataDirectoryInUseException if another application, or this one, already runs on the directory
     * @throws IllegalStateException if the server cannot run here; the message says why and what to do
     */
    public static EmbeddedMariaDb start(Path dataDir) {
        return start(dataDir, action -> Runtime.getRuntime().addShutdownHook(new Thread(action, "stop-mariadb")));
    }

    /** As {@link #start(Path)}, with the caller's own way to run an action when the JVM ends. */
    static EmbeddedMariaDb start(Path dataDir, Consumer<Runnable> atExit) {
        return start(dataDir, atExit, EmbeddedMariaDb::freePort);
    }

    static EmbeddedMariaDb start(Path dataDir, Consumer<Runnable> atExit, IntSupplier ports) {
        ServerBinaries.requireSupported(System.getProperty("os.name"), System.getProperty("os.arch"));
        try {
            Path home = createPrivate(dataDir.resolve("mariadb")).toRealPath();
            EmbeddedMariaDb server = new EmbeddedMariaDb(home, DataDirectoryLock.acquire(home));
            try {
                atExit.accept(server::close);
                server.open(ports);
                return server;
            } catch (IOException | InterruptedException | RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded MariaDB cannot start in " + dataDir + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the embedded MariaDB was starting", e);
        }
    }

    private EmbeddedMariaDb(Path home, DataDirectoryLock lock) {
        this.home = home;
        this.base = home.resolve("base");
        this.data = home.resolve("data");
        this.unfinishedData = home.resolve("data.unfinished");
        this.logFile = home.resolve("log/mariadb.log");
        this.lock = lock;
    }

    private void open(IntSupplier ports) throws IOException, InterruptedException {
        if (unfinishedData.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw new IllegalStateException("The path of the data directory is too long for MariaDB: " + home);
        }
        stopOrphans();
        ServerBinaries.unpackTo(base);
        createPrivate(home.resolve("tmp"));
        createPrivate(home.resolve("log"));
        if (Files.exists(logFile) && Files.size(logFile) > LOG_SIZE) {
            Files.move(logFile, home.resolve("log/mariadb.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        boolean installed = holdsFiles(data);
        password = readPassword(installed);
        if (!installed) {
            install();
        }
        serve(ports);
        writePrivate(home.resolve("client.cnf"), """
                [client]
                host=%s
                port=%d
                user=%s
                password=%s
                skip-ssl
                """.formatted(HOST, port, USER, password));
        log.info("MariaDB answers on {}:{}, its data are in {}", HOST, port, data);
    }

    public String jdbcUrl() {
        // jOOQ nests lists by GROUP_CONCAT, which would otherwise cut them at 1 MB without an error.
        return "jdbc:mariadb://" + HOST + ":" + port + "/" + SCHEMA
                + "?sslMode=disable&sessionVariables=group_concat_max_len=67108864";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /** Stops the server and waits for its end; kills it after 30 seconds, which costs a recovery but no data. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = Thread.interrupted(); // or waiting would be given up at once
        try {
            if (process != null) {
                stop(process);
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void stop(Process running) {
        running.destroy();
        try {
            if (running.waitFor(STOP_LIMIT)) {
                return;
            }
            log.warn("MariaDB did not stop within {} s and is killed", STOP_LIMIT.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.destroyForcibly()
                .onExit()
                .completeOnTimeout(running, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /**
     * An application that was killed leaves its server behind. Such a server is found by what it runs and on which
     * data, not by a process id in a file: that id may belong to somebody else by now, and a kill between the start of
     * the process and the writing of the file would leave none.
     */
    private void stopOrphans() throws InterruptedException {
        for (ProcessHandle orphan :
                ProcessHandle.allProcesses().filter(this::isOurServer).toList()) {
            log.warn("Stopping MariaDB {}, left behind on {} by an application that was killed", orphan.pid(), data);
            orphan.destroy();
            // A process that ended but waits for its parent still counts as alive; its command line is gone though.
            BooleanSupplier gone = () -> !isOurServer(orphan);
            if (!within(STOP_LIMIT, gone)) {
                orphan.destroyForcibly();
                if (!within(STOP_LIMIT, gone)) {
                    throw new IllegalStateException("The MariaDB server with process id " + orphan.pid()
                            + " still runs on " + data + " and cannot be stopped. Stop it first.");
                }
            }
        }
    }

    private boolean isOurServer(ProcessHandle candidate) {
        ProcessHandle.Info info = candidate.info();
        return info.command().filter(command -> command.contains("mariadbd")).isPresent()
                && info.arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(argument ->
                                argument.equals(dataOption(data)) || argument.equals(dataOption(unfinishedData)));
    }

    private String readPassword(boolean installed) throws IOException {
        Path secret = home.resolve("secret");
        if (Files.exists(secret)) {
            return Files.readString(secret).strip();
        }
        if (installed) {
            throw new IllegalStateException("There are data in " + data + " but the file with their password, " + secret
                    + ", is missing. Put it back, from a backup for instance.");
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String generated = HexFormat.of().formatHex(random);
        writePrivate(secret, generated);
        return generated;
    }

    /** Creates the system tables as mariadb-install-db would, with our accounts instead of its open ones. */
    private void install() throws IOException, InterruptedException {
        ServerBinaries.delete(unfinishedData);
        createPrivate(unfinishedData);
        long logStart = logSize();
        Process installing = launch(unfinishedData, "--bootstrap", "--log-warnings=0");
        try (Writer sql = installing.outputWriter(StandardCharsets.UTF_8)) {
            sql.write("CREATE DATABASE mysql;\nUSE mysql;\n");
            sql.write(Files.readString(base.resolve("share/mariadb_system_tables.sql")));
            sql.write(Files.readString(base.resolve("share/mariadb_performance_tables.sql")));
            sql.write("""

                    FLUSH PRIVILEGES;
                    CREATE USER 'root'@'%1$s' IDENTIFIED BY '%2$s';
                    GRANT ALL ON *.* TO 'root'@'%1$s' WITH GRANT OPTION;
                    CREATE DATABASE %3$s CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
                    CREATE USER '%4$s'@'%1$s' IDENTIFIED BY '%2$s';
                    GRANT ALL ON %3$s.* TO '%4$s'@'%1$s';
                    """.formatted(HOST, password, SCHEMA, USER));
        } catch (IOException e) {
            log.debug("The server stopped reading; its log says why", e);
        }
        if (!installing.waitFor(START_LIMIT) || installing.exitValue() != 0) {
            throw failure("The first set-up of the embedded MariaDB failed", logStart);
        }
        Files.move(unfinishedData, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void serve(IntSupplier ports) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            port = ports.getAsInt();
            long logStart = logSize();
            Process serving = launch(
                    data,
                    "--bind-address=" + HOST,
                    "--port=" + port,
                    "--socket=", // none: its path may have 107 bytes only, and nobody needs it
                    "--skip-ssl", // never leaves the machine; making a certificate takes seconds
                    "--skip-name-resolve",
                    "--local-infile=OFF",
                    "--innodb-flush-log-at-trx-commit=1",
                    "--max-allowed-packet=64M",
                    "--pid-file=" + home.resolve("server.pid"));
            if (answers(serving)) {
                var _ = serving.onExit().thenRun(this::reportUnexpectedEnd);
                return;
            }
            boolean portTaken = logSince(logStart).contains("Bind on TCP/IP port");
            if (!portTaken || attempt == PORT_ATTEMPTS) {
                throw failure("The embedded MariaDB did not start", logStart);
            }
        }
    }

    /** Waits until our account can log in; false if the server ended or does not answer in time. */
    private boolean answers(Process serving) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (serving.isAlive() && System.nanoTime() < deadline) {
            try (Connection connection = DriverManager.getConnection(jdbcUrl(), USER, password)) {
                return connection.isValid(1);
            } catch (SQLException e) {
                // If somebody else's server has the port and refused us, our own one ends within this time.
                if (ACCESS_DENIED.equals(e.getSQLState()) && !serving.waitFor(Duration.ofSeconds(2))) {
                    throw new IllegalStateException(
                            "The password in " + home.resolve("secret") + " is not the one of the data in " + data, e);
                }
            }
            Thread.sleep(POLL);
        }
        return false;
    }

    private synchronized Process launch(Path dataDirectory, String... options) throws IOException {
        if (closed) {
            throw new IllegalStateException("The application ends, the embedded MariaDB is not started any more");
        }
        List<String> command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults", // must come first; the machine's own settings are for another server
                "--basedir=" + base,
                dataOption(dataDirectory),
                "--tmpdir=" + home.resolve("tmp"),
                "--character-set-server=utf8mb4", // otherwise latin1
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=64M",
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=8M"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root"); // the server refuses to run as root unless told so
        }
        command.addAll(List.of(options));
        process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
        return process;
    }

    private synchronized void reportUnexpectedEnd() {
        if (!closed) {
            log.error("MariaDB ended by itself, {} says why. The data are recovered at the next start.", logFile);
        }
    }

    private IllegalStateException failure(String what, long logStart) throws IOException {
        String output = logSince(logStart);
        List<String> lines = output.lines().toList();
        List<String> errors =
                lines.stream().filter(line -> line.contains("[ERROR]")).toList();
        String reason = String.join(
                "\n", errors.isEmpty() ? lines.subList(Math.max(0, lines.size() - 3), lines.size()) : errors);
        String advice = output.contains("error while loading shared libraries")
                ? "\nInstall the missing system library, on Debian and Ubuntu: apt-get install libcrypt1 libsystemd0"
                : "";
        return new IllegalStateException(what + ": " + reason + advice + "\nThe whole log: " + logFile);
    }

    private long logSize() throws IOException {
        return Files.exists(logFile) ? Files.size(logFile) : 0;
    }

    private String logSince(long start) throws IOException {
        byte[] all = Files.readAllBytes(logFile);
        return new String(all, (int) start, all.length - (int) start, StandardCharsets.UTF_8);
    }

    private static String dataOption(Path directory) {
        return "--datadir=" + directory;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsFiles(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return false;
        }
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isPresent();
        }
    }

    private static Path createPrivate(Path directory) throws IOException {
        Files.createDirectories(directory);
        return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    /** Writes a file that only its owner may read, whole or not at all. */
    private static void writePrivate(Path file, String content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean within(Duration limit, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }
}
