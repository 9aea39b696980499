package cz.koplan.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.Set;

/**
 * Mails become files that any mail program opens, for installations without a server. They hold working links, so nobody
 * but the owner of the folder reads them. The name comes from the mail, so one that is written again replaces itself.
 */
final class FolderRoute implements MailRoute {

    static final String ANSWER = "mail.answer.file";

    private final Session session = Session.getInstance(new Properties());
    private final Path folder;

    FolderRoute(Path folder) {
        this.folder = folder;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public boolean takesEightBits() {
        return true;
    }

    @Override
    public Journey open() {
        return new Journey() {
            @Override
            public void reach() {}

            @Override
            public String send(DueMail mail, MimeMessage message) throws NotSentException, MessagingException {
                try {
                    return ANSWER + " " + write(mail, message);
                } catch (IOException e) {
                    throw new NotSentException(NotSentException.Reason.NO_SERVER, e.toString());
                }
            }

            @Override
            public void close() {}
        };
    }

    private String write(DueMail mail, MimeMessage message) throws IOException, MessagingException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (Files.notExists(folder)) {
            Files.createDirectory(folder, onlyOwner("rwx------"));
        }
        LocalDate day = mail.createdAt()
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(ZoneId.of("Europe/Prague"))
                .toLocalDate();
        String name = day + "-" + mail.id().value() + ".eml";
        Path unfinished = folder.resolve(name + ".unfinished");
        Files.deleteIfExists(unfinished);
        try (FileChannel file = FileChannel.open(
                        unfinished,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        onlyOwner("rw-------"));
                OutputStream out = Channels.newOutputStream(file)) {
            message.writeTo(out);
            file.force(true);
        }
        Files.move(
                unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return name;
    }

    private FileAttribute<?>[] onlyOwner(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
