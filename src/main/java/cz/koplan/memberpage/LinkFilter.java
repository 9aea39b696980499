package cz.koplan.memberpage;

import cz.koplan.links.PersonalLinks;
import cz.koplan.shared.actor.LinkPurpose;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the token of the address into the visitor for whom the request is served, and for this request only. */
class LinkFilter extends OncePerRequestFilter {

    private final PersonalLinks links;

    LinkFilter(PersonalLinks links) {
        this.links = links;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        links.visitor(LinkPurpose.MEETING, token(request))
                .ifPresent(visitor -> SecurityContextHolder.setContext(new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(visitor, null, List.of()))));
        chain.doFilter(request, response);
    }

    private static String token(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String start = PersonalLinks.path(LinkPurpose.MEETING);
        return path.startsWith(start) ? path.substring(start.length()).split("/", 2)[0] : "";
    }
}
