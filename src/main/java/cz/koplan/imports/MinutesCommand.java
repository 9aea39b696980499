package cz.koplan.imports;

import cz.koplan.minutes.Audience;
import cz.koplan.minutes.MinutesPdf;
import cz.koplan.reading.MinutesReader;
import cz.koplan.reading.ReadMinutesJson;
import cz.koplan.reading.UnreadableFileException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./koplan minutes FILE… [--json] [--pdf OUT.pdf | --out DIR]}: reads old minutes without a database and without
 * starting Spring. Ends with 0, with 1 for a wrong call, and with 2 when a file could not be read or written; the other
 * files of the call are done all the same.
 */
public final class MinutesCommand {

    private static final String USAGE = """
            Usage: ./koplan minutes FILE... [--json] [--pdf OUT.pdf | --out DIR]
              --json         print what was read, one JSON object per file and line (also without any option)
              --pdf OUT.pdf  write the minutes of the one FILE as PDF
              --out DIR      write the minutes of every FILE as PDF into DIR""";

    private record Call(
            List<Path> files,
            boolean json,
            @Nullable Path pdf,
            @Nullable Path directory) {}

    private final PrintStream out;
    private final PrintStream err;

    MinutesCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = new MinutesCommand(out, err).run(List.of(arguments));
        out.flush();
        System.exit(status);
    }

    int run(List<String> arguments) {
        Call call;
        try {
            call = parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return 1;
        }
        int status = 0;
        for (Path file : call.files()) {
            if (!read(file, call)) {
                status = 2;
            }
        }
        return status;
    }

    private static Call parse(List<String> arguments) {
        List<Path> files = new ArrayList<>();
        boolean json = false;
        Path pdf = null;
        Path directory = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--json" -> json = true;
                case "--pdf" -> pdf = value(arguments, ++i, argument);
                case "--out" -> directory = value(arguments, ++i, argument);
                default -> {
                    if (argument.startsWith("--")) {
                        throw new IllegalArgumentException("There is no option " + argument + ".");
                    }
                    files.add(path(argument));
                }
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("Name at least one file.");
        }
        if (pdf != null && (files.size() > 1 || directory != null)) {
            throw new IllegalArgumentException("--pdf takes one file; use --out DIR for more.");
        }
        return new Call(files, json || (pdf == null && directory == null), pdf, directory);
    }

    private static Path value(List<String> arguments, int index, String option) {
        if (index >= arguments.size()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return path(arguments.get(index));
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("Not a file name: " + argument, e);
        }
    }

    /** Returns whether everything asked for was done with the file. */
    private boolean read(Path file, Call call) {
        try {
            var minutes = new MinutesReader().read(file).minutes();
            if (call.json()) {
                out.println(ReadMinutesJson.write(minutes));
            }
            Path target = call.pdf();
            if (call.directory() != null) {
                Files.createDirectories(call.directory());
                target = call.directory().resolve(file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".pdf");
            }
            if (target != null) {
                byte[] pdf = MinutesPdf.render(ReadContent.of(minutes), Audience.INTERNAL, null, Instant.now());
                writeWhole(target, pdf);
            }
            return true;
        } catch (UnreadableFileException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("Soubor „" + file + "“: výsledek nelze zapsat (" + e + ").");
        }
        return false;
    }

    /** A reader of the target never sees half a file. */
    private static void writeWhole(Path target, byte[] content) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(directory, ".zapis", ".pdf");
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
