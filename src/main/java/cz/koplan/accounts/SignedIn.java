package cz.koplan.accounts;

import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The principal of a signed-in person.
 *
 * @param version the account's, so that a changed account is noticed
 * @param sessionEpoch the account's, so that a session begun before the last sign-out everywhere is noticed
 * @param passwordHash null while the account waits for its password
 */
public record SignedIn(
        Actor actor,
        int version,
        int sessionEpoch,
        String email,
        @Nullable String passwordHash,
        boolean active,
        Preferences preferences)
        implements UserDetails, CurrentActor.Source {

    /** What no password has: checked in vain, so that an account without one answers as late as any other. */
    private static final String NOBODYS =
            "{bcrypt}" + new BCryptPasswordEncoder().encode(UUID.randomUUID().toString());

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return passwordHash == null ? NOBODYS : passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isEnabled() {
        return active;
    }

    @Override
    public String toString() {
        return "SignedIn " + actor.name();
    }
}
