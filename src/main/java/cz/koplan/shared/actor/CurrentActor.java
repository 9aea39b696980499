package cz.koplan.shared.actor;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Who acts on this thread. */
public final class CurrentActor {

    /** What a signed-in principal must offer to act in Koplán. */
    public interface Source {
        Actor actor();
    }

    private CurrentActor() {}

    public static Optional<Actor> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Source source
                ? Optional.of(source.actor())
                : Optional.empty();
    }

    /** @throws IllegalStateException when nobody is signed in; services are guarded, so this is a defect */
    public static Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    /** Runs the work on behalf of the actor and then of whoever acted before. */
    public static <T> T actingAs(Actor actor, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        Source principal = () -> actor;
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, java.util.List.of())));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
