package cz.koplan.memberpage;

import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way by which somebody came to a meeting.
 *
 * @param path of the page, without a slash at its end
 * @param byLink with a personal link, else signed in
 * @param lang the language that was asked for, which the addresses carry on; null for the person's own
 */
public record Door(
        MeetingId meeting,
        String path,
        boolean byLink,
        @Nullable String lang) {

    /** @throws NotFoundException when the link is no good, or the request comes from a page of somebody else */
    static Door of(HttpServletRequest request, Map<String, String> variables) {
        String asked = request.getParameter("lang");
        String lang = "cs".equals(asked) || "en".equals(asked) ? asked : null;
        String meeting = variables.get("meeting");
        if (meeting != null) {
            return new Door(new MeetingId(Long.parseLong(meeting)), "/meetings/" + meeting + "/part", false, lang);
        }
        Visitor visitor = CurrentActor.findVisitor()
                .filter(found -> found.purpose() == LinkPurpose.MEETING)
                .orElseThrow(() -> new NotFoundException("personal link"));
        if (request.getMethod().equals("POST") && isForeign(request)) {
            throw new NotFoundException("form of somebody else");
        }
        return new Door(new MeetingId(visitor.subject()), "/m/" + variables.get("token"), true, lang);
    }

    /**
     * Browsers say where a form was sent from. Those that do not know {@code Sec-Fetch-Site} give an origin, which is
     * {@code null} for a page without referrers, as ours is.
     */
    private static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !origin.equals("null") && !host(origin).equals(request.getHeader("Host"));
    }

    private static String host(String origin) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Returns the address of something below the page. */
    public String at(String below) {
        return path + below;
    }

    /** Returns the address of something below the page as the member sees it. */
    public String at(String below, long member) {
        return path + below + "?member=" + member + (lang == null ? "" : "&lang=" + lang);
    }

    public Door in(String language) {
        return new Door(meeting, path, byLink, language);
    }
}
