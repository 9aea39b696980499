package cz.koplan.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a directory for this process. The operating system frees the lock when the process ends, however it ends, so
 * there is nothing to clean up after a crash.
 */
final class DataDirectoryLock implements AutoCloseable {

    // POSIX drops a process's lock when it closes *any* descriptor of the file. A second attempt in the same process
    // must therefore not even open the file.
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DataDirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Takes the lock or says who has it; the directory is given by its real path. */
    static DataDirectoryLock acquire(Path directory) throws IOException {
        String ownProcess = String.valueOf(ProcessHandle.current().pid());
        if (!HELD_BY_THIS_PROCESS.add(directory)) {
            throw new DataDirectoryInUseException(directory, ownProcess);
        }
        FileChannel channel = null;
        try {
            Path file = directory.resolve("koplan.lock");
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new DataDirectoryInUseException(
                        directory, Files.readString(file).strip());
            }
            channel.truncate(0).write(ByteBuffer.wrap(ownProcess.getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectoryLock(directory, channel);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            HELD_BY_THIS_PROCESS.remove(directory);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_BY_THIS_PROCESS.remove(directory);
    }
}
