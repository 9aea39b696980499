package cz.koplan.accounts;

import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The principal of a signed-in person; {@code version} is the account's, so that a changed account is noticed. */
public record SignedIn(
        Actor actor, int version, String email, String passwordHash, boolean active, Preferences preferences)
        implements UserDetails, CurrentActor.Source {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return passwordHash;
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
