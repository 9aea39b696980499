package cz.koplan.invitations;

import cz.koplan.mail.MailKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words that mails have while a group has none of its own: files with the subject on the first line. */
final class DefaultWords {

    private static final Map<String, MailWords> WORDS = new ConcurrentHashMap<>();

    private DefaultWords() {}

    static MailWords of(MailKind kind, String language) {
        return read(kind.name(), language);
    }

    /** Says to somebody who no longer speaks for a member that the invitation does not hold. */
    static MailWords ofWithdrawal(String language) {
        return read("WITHDRAWAL", language);
    }

    private static MailWords read(String name, String language) {
        return WORDS.computeIfAbsent("/mail-words/" + name + "_" + language + ".md", DefaultWords::file);
    }

    private static MailWords file(String path) {
        try (InputStream file = DefaultWords.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("No words in " + path);
            }
            String[] parts = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
            return new MailWords(parts[0], parts[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
