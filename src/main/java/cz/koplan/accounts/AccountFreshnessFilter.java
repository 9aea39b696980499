package cz.koplan.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a changed account count from the next request on: an account switched off and a session
 * from before the last sign-out everywhere are signed out, changed roles apply.
 * Costs one look-up by primary key per request of a signed-in person.
 */
class AccountFreshnessFilter extends OncePerRequestFilter {

    private final AccountRepository accounts;

    AccountFreshnessFilter(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.getContext();
        if (context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SignedIn seen) {
            var now = accounts.findSignedIn(seen.actor().account())
                    .filter(SignedIn::active)
                    .filter(account -> account.sessionEpoch() == seen.sessionEpoch());
            if (now.isEmpty()) {
                var session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
                SecurityContextHolder.clearContext();
            } else if (now.get().version() != seen.version()) {
                context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        now.get(), null, now.get().getAuthorities()));
            }
        }
        chain.doFilter(request, response);
    }
}
