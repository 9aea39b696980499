package cz.koplan.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged application as a process of its own, on a free port and on data of its own. */
public final class PackagedApplication implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Koplán: (http://\\S+)/");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path HOME = Path.of("target", "it");

    private final Process process;
    private final String address;
    private final Path jar;
    private final Path log;

    private PackagedApplication(Path jar, Path log, Process process, String address) {
        this.jar = jar;
        this.log = log;
        this.process = process;
        this.address = address;
    }

    /** Starts it on an empty data directory of this name. */
    public static PackagedApplication start(String name, String... options) {
        return start(extracted(), fresh(HOME.resolve(name)), options);
    }

    /** Starts an extracted layout on a data directory. */
    public static PackagedApplication start(Path jar, Path data, String... options) {
        try {
            Path log = Files.createTempFile(Files.createDirectories(HOME), "application", ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dfile.encoding=UTF-8",
                    "-Dstdout.encoding=UTF-8",
                    "-jar",
                    jar.toString(),
                    "--koplan.data-dir=" + data));
            if (Stream.of(options).noneMatch(option -> option.startsWith("--server.port="))) {
                command.add("--server.port=0");
            }
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            // Killed by force it could not take its database along.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
            return new PackagedApplication(jar, log, process, awaitAddress(process, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String awaitAddress(Process process, Path log) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Matcher found = ADDRESS.matcher(Files.readString(log));
            if (found.find()) {
                return found.group(1);
            }
            if (!process.isAlive()) {
                break;
            }
            sleep();
        }
        process.destroy();
        throw new IllegalStateException("Koplán did not start:\n" + Files.readString(log));
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Path extracted() {
        Path target = HOME.resolve("app");
        Path jar = Path.of("target", "koplan.jar");
        try {
            Path made = target.resolve("koplan.jar");
            if (!Files.exists(made) || Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                fresh(target);
                Process extraction = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                target.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (extraction.waitFor() != 0) {
                    throw new IllegalStateException("target/koplan.jar cannot be extracted");
                }
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path fresh(Path directory) {
        try {
            if (Files.exists(directory)) {
                try (Stream<Path> all = Files.walk(directory)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address without a final slash. */
    public String address() {
        return address;
    }

    Path jar() {
        return jar;
    }

    /** Returns everything it has said so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    public Process process() {
        return process;
    }

    @Override
    public void close() {
        stop(process);
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
