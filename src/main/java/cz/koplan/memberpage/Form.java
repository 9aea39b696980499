package cz.koplan.memberpage;

import cz.koplan.shared.changes.TextEdit;
import cz.koplan.updates.Signal;
import cz.koplan.updates.Submission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the page as they were sent or are to be shown. The page is one form, so that whatever is typed comes along
 * with every button.
 *
 * @param text Markdown; null when the page had no field for it
 * @param base the text that the page showed
 * @param places as typed
 * @param seen the marks that the page showed, as {@link Marks#written}
 */
public record Form(
        @Nullable String text,
        String base,
        Set<String> signals,
        String places,
        Set<Long> services,
        Set<Long> orps,
        String seen,
        String reason,
        String deputy,
        String title) {

    static Form sent(HttpServletRequest request) {
        return new Form(
                request.getParameter("text"),
                parameter(request, "base"),
                new LinkedHashSet<>(parameters(request, "signals")),
                parameter(request, "places").strip(),
                numbers(request, "services"),
                numbers(request, "orps"),
                parameter(request, "seen"),
                parameter(request, "reason"),
                parameter(request, "deputy"),
                parameter(request, "title"));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static List<String> parameters(HttpServletRequest request, String name) {
        return Arrays.asList(
                Optional.ofNullable(request.getParameterValues(name)).orElse(new String[0]));
    }

    private static Set<Long> numbers(HttpServletRequest request, String name) {
        return parameters(request, name).stream()
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The form as the page shows it to somebody who comes. */
    static Form of(@Nullable Submission submission) {
        String text = submission == null ? "" : submission.text();
        Marks marks = submission == null ? Marks.NONE : Marks.of(submission);
        return new Form(
                text,
                text,
                marks.signals().stream().map(Signal::name).collect(Collectors.toSet()),
                marks.places() == null ? "" : String.valueOf(marks.places()),
                marks.services(),
                marks.orps(),
                marks.written(),
                "",
                "",
                "");
    }

    /** Returns the marks as sent; the number of places is left out when it is none. */
    public Marks marks() {
        return new Marks(
                Marks.signals(signals), places.matches("\\d{1,9}") ? Integer.valueOf(places) : null, services, orps);
    }

    public boolean placesAreNoNumber() {
        return !places.isEmpty() && !places.matches("\\d{1,9}");
    }

    public boolean marked() {
        return marks().any() || !places.isEmpty();
    }

    /** Whether it holds something that no button but its own would store. */
    public boolean holdsMore(boolean answering, boolean proposing, boolean reporting) {
        return (!answering && !(reason.isBlank() && deputy.isBlank()))
                || (!proposing && !title.isBlank())
                || (!reporting && text != null && !marks().equals(Marks.read(seen)))
                || (!reporting && placesAreNoNumber());
    }

    /** Returns this form without what was done, over what is stored now. */
    public Form done(Submission stored, boolean answered, boolean proposed, boolean reported) {
        Form fresh = of(stored);
        return new Form(
                fresh.text,
                fresh.base,
                reported ? fresh.signals : signals,
                reported ? fresh.places : places,
                reported ? fresh.services : services,
                reported ? fresh.orps : orps,
                reported ? fresh.seen : seen,
                answered ? "" : reason,
                answered ? "" : deputy,
                proposed ? "" : title);
    }

    /** Returns this form to go on from what is stored now, after it was shown. */
    public Form onto(Submission stored) {
        return new Form(
                text,
                stored.text(),
                signals,
                places,
                services,
                orps,
                Marks.of(stored).written(),
                reason,
                deputy,
                title);
    }

    public Form seeing(Submission stored) {
        return new Form(
                text, base, signals, places, services, orps, Marks.of(stored).written(), reason, deputy, title);
    }

    /** What was typed over what the page showed; only where the page had a field for it. */
    public TextEdit edit() {
        return new TextEdit(base, Objects.requireNonNull(text));
    }

    public boolean typed() {
        return text != null && !lines(text).equals(lines(base));
    }

    private static String lines(String sent) {
        return sent.replace("\r\n", "\n");
    }
}
