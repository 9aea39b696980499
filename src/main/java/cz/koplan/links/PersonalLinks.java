package cz.koplan.links;

import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.actor.Visitor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens personal links, mints their tokens and recognises them. Who may have a link is for the caller to say. */
@Component
public class PersonalLinks {

    private static final int TOKEN_BYTES = 32;

    private final LinkRepository links;
    private final Clock clock;
    private final String address;
    private final SecureRandom random = new SecureRandom();

    PersonalLinks(LinkRepository links, Clock clock, @Value("${koplan.address}") String address) {
        this.links = links;
        this.clock = clock;
        this.address = address.replaceFirst("/+$", "");
    }

    /**
     * Returns the person's link to the subject, made when there is none; one that was withdrawn works again, but none of
     * its old tokens does.
     *
     * @param expires UTC
     */
    public LinkId open(LinkPurpose purpose, long subject, PersonId person, LocalDateTime expires) {
        return links.open(purpose, subject, person, now(), expires);
    }

    /** Ends the link with all its tokens, if there is one. */
    public void withdraw(LinkPurpose purpose, long subject, PersonId person) {
        links.revoke(purpose, subject, person, now());
    }

    /**
     * Lets all links to the subject end at that time; a withdrawn one stays withdrawn.
     *
     * @param expires UTC
     */
    public void expire(LinkPurpose purpose, long subject, LocalDateTime expires) {
        links.expire(purpose, subject, expires);
    }

    /** Tells whether the person has an address to the subject that works. */
    public boolean isOpen(LinkPurpose purpose, long subject, PersonId person) {
        return links.isOpen(purpose, subject, person, now());
    }

    /** Makes one more token of the link and returns the address to give to the person; it can't be had again. */
    public String mint(LinkId link) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        LinkPurpose purpose = links.addToken(link, hash(token), now());
        return address + path(purpose) + token;
    }

    /** Returns what stands before the token in the address, with slashes around it. */
    public static String path(LinkPurpose purpose) {
        return switch (purpose) {
            case MEETING -> "/m/";
            case PASSWORD -> "/password/";
            case CALENDAR -> "/calendar/";
        };
    }

    /** Returns who comes with the token; empty when it is wrong, expired, withdrawn or made for another purpose. */
    public Optional<Visitor> visitor(LinkPurpose purpose, String token) {
        return links.find(purpose, hash(token), now());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    /** A token is as long as a key and random, so a plain hash can't be guessed back. */
    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
