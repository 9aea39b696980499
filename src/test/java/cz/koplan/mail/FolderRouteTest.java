package cz.koplan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRouteTest extends ApplicationTest {

    @TempDir
    private Path folder;

    private DueMail mail(Region region) {
        var content = new NewMail(
                MailKind.INVITATION,
                region.own.group(),
                region.own.meeting(),
                region.own.member().person(),
                "Žofie Příkrá",
                "zofie@priklad.cz",
                null,
                "cs",
                "Příští setkání",
                "Přijďte: " + Outbox.LINK,
                "<p>Přijďte: <a href=\"" + Outbox.LINK + "\">odpovědět</a></p>",
                new NewMail.Calendar("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
                null,
                null,
                List.of());
        // An hour before midnight UTC is the next day in Prague.
        return new DueMail(
                new MailId(42), content, "id-1@priklad.cz", LocalDateTime.of(2026, 6, 30, 23, 0), 0, false, List.of());
    }

    private String send(MailRoute route, DueMail mail) throws Exception {
        var message = service(MessageWriter.class)
                .write(mail, route.session(), "https://koplan.priklad.cz/m/abc", true, Instant.now());
        try (var journey = route.open()) {
            return journey.send(mail, message);
        }
    }

    @Test
    void mailBecomesReadableFileForItsOwnerOnly() throws Exception {
        Path mails = folder.resolve("data").resolve("mail");
        var route = new FolderRoute(mails);
        DueMail mail = mail(new Region(context));

        String answer = send(route, mail);

        Path file = mails.resolve("2026-07-01-42.eml");
        assertThat(answer).isEqualTo("mail.answer.file 2026-07-01-42.eml");
        assertThat(Files.readString(file))
                .contains("Message-ID: <id-1@priklad.cz>")
                .contains("Přijďte: https://koplan.priklad.cz/m/abc")
                .contains("<a href=\"https://koplan.priklad.cz/m/abc\">odpovědět</a>")
                .contains("method=REQUEST");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mails)))
                .isEqualTo("rwx------");
    }

    @Test
    void mailWrittenAgainReplacesItself() throws Exception {
        var route = new FolderRoute(folder.resolve("mail"));
        DueMail mail = mail(new Region(context));

        send(route, mail);
        send(route, mail);

        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            assertThat(files).hasSize(1);
        }
    }
}
