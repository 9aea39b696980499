package cz.koplan.shared.actor;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Who acts on this thread: a signed-in actor, or a visitor by a personal link, who is not one. */
public final class CurrentActor {

    /** What a signed-in principal must offer to act in Koplán. */
    public interface Source {
        Actor actor();
    }

    private CurrentActor() {}

    public static Optional<Actor> find() {
        return principal() instanceof Source source ? Optional.of(source.actor()) : Optional.empty();
    }

    /** @throws IllegalStateException when nobody is signed in; services are guarded, so this is a defect */
    public static Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public static Optional<Visitor> findVisitor() {
        return principal() instanceof Visitor visitor ? Optional.of(visitor) : Optional.empty();
    }

    /** Returns the person who acts, signed in or by a link. */
    public static Optional<PersonId> findPerson() {
        return find().map(Actor::person).or(() -> findVisitor().map(Visitor::person));
    }

    /** Returns the name of whoever acts, signed in or by a link. */
    public static Optional<String> findName() {
        return find().map(Actor::name).or(() -> findVisitor().map(Visitor::name));
    }

    private static Object principal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication.getPrincipal() == null ? "" : authentication.getPrincipal();
    }

    /** Runs the work on behalf of the actor and then of whoever acted before. */
    public static <T> T actingAs(Actor actor, Supplier<T> work) {
        Source principal = () -> actor;
        return acting(principal, work);
    }

    /** As {@link #actingAs(Actor, Supplier)}, for a visitor. */
    public static <T> T actingAs(Visitor visitor, Supplier<T> work) {
        return acting(visitor, work);
    }

    private static <T> T acting(Object principal, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of())));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
