package cz.koplan.invitations;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.text.Markdown;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a mail with placeholders.
 *
 * @param subject one line
 * @param body Markdown
 */
public record MailWords(String subject, String body) {

    /** Stands where the personal link goes while Markdown is read; nobody can type it. */
    private static final String LINK_MARK = "\uE000";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    /** @throws InvalidInputException when something is missing, too long, or a placeholder is unknown */
    public MailWords {
        subject = Input.required(subject, 200).replace(LINK_MARK, "");
        body = Input.text(body, 20_000).replace(LINK_MARK, "");
        if (body.isEmpty()) {
            throw new InvalidInputException("invitations.words.bodyNeeded");
        }
        requireKnown(subject);
        requireKnown(body);
    }

    private static void requireKnown(String text) {
        PLACEHOLDER
                .matcher(text)
                .results()
                .filter(found -> Placeholder.of(found.group(1)).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw new InvalidInputException(
                            "invitations.words.unknownPlaceholder",
                            unknown.group(),
                            Arrays.stream(Placeholder.values())
                                    .map(Placeholder::written)
                                    .collect(Collectors.joining(", ")));
                });
    }

    /** Returns the subject with the values in it, on one line; the link has no place there. */
    String subject(Map<Placeholder, String> values) {
        String line = Input.line(fill(
                subject, placeholder -> placeholder == Placeholder.LINK ? "" : values.getOrDefault(placeholder, "")));
        return line == null ? "" : line;
    }

    /**
     * Returns the body as HTML.
     *
     * @param values plain text, but for the agenda, which is Markdown
     * @param link HTML of the personal link
     */
    String html(Map<Placeholder, String> values, String link) {
        return Markdown.html(markdown(values)).replace(LINK_MARK, link);
    }

    /** Returns the body as plain text with {@code link} where the personal link goes. */
    String text(Map<Placeholder, String> values, String link) {
        return Markdown.plainTextWithAddresses(markdown(values)).replace(LINK_MARK, link);
    }

    private String markdown(Map<Placeholder, String> values) {
        return fill(body, placeholder -> switch (placeholder) {
            case LINK -> LINK_MARK;
            case AGENDA -> values.getOrDefault(placeholder, "");
            case RECIPIENT, MEETING, GROUP, DATE, TIME, PLACE, COORDINATOR, REASON ->
                Markdown.escape(values.getOrDefault(placeholder, "").replace(LINK_MARK, ""));
        });
    }

    private static String fill(String text, Function<Placeholder, String> value) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Placeholder.of(found.group(1)).map(value).orElse("")));
    }
}
