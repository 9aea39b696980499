package cz.koplan.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What every mail of this installation bears: the sender, and Message-IDs of the sender's domain. */
@Component
class Letterhead {

    private final InternetAddress sender;
    private final String address;

    /** @throws IllegalStateException when the address that is set can't be one */
    Letterhead(
            MailSettings settings,
            @Value("${spring.mail.username:}") String user,
            @Value("${koplan.address}") String address) {
        this.address = address;
        String from = Stream.of(settings.from(), user)
                .map(String::strip)
                .filter(set -> set.contains("@"))
                .findFirst()
                .orElseGet(() -> "koplan@" + host(address));
        try {
            sender = new InternetAddress(from, true);
            sender.setPersonal(settings.name(), StandardCharsets.UTF_8.name());
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalStateException("koplan.mail.from is no address: " + from, e);
        }
    }

    private static String host(String address) {
        String host = URI.create(address).getHost();
        return host == null ? "localhost" : host;
    }

    /** Returns where people reach this installation. */
    String address() {
        return address;
    }

    InternetAddress sender() {
        return sender;
    }

    /** Returns it without the angle brackets. */
    String newMessageId() {
        String from = sender.getAddress();
        return UUID.randomUUID() + from.substring(from.lastIndexOf('@'));
    }
}
