package cz.koplan.shared.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** How text looks at one place of pasted HTML, as far as Markdown can say it. */
record PastedStyle(
        boolean bold,
        boolean italic,
        boolean heading,
        boolean lines,
        @Nullable String link) {

    static final PastedStyle PLAIN = new PastedStyle(false, false, false, false, null);

    private static final Pattern WEIGHT = Pattern.compile("(?:^|;)\\s*font-weight\\s*:\\s*([a-z0-9]+)");
    private static final Pattern SLANT = Pattern.compile("(?:^|;)\\s*font-style\\s*:\\s*([a-z]+)");
    private static final Pattern HIDDEN =
            Pattern.compile("(?:^|;)\\s*(?:display\\s*:\\s*none|mso-hide\\s*:\\s*all)\\b");
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    PastedStyle within(Element element) {
        String tag = element.normalName();
        String css = css(element);
        boolean nowBold = bold || tag.equals("b") || tag.equals("strong");
        boolean nowItalic = italic || tag.equals("i") || tag.equals("em");
        String weight = last(WEIGHT, css);
        String slant = last(SLANT, css);
        return new PastedStyle(
                weight == null ? nowBold : isBold(weight, nowBold),
                slant == null ? nowItalic : slant.equals("italic") || slant.equals("oblique"),
                heading || HEADING.matcher(tag).matches(),
                lines || tag.equals("pre"),
                tag.equals("a") ? address(element.attr("href")) : link);
    }

    TextRun run(String text) {
        return new TextRun(text, bold || heading, italic, link);
    }

    static boolean hides(Element element) {
        return element.hasAttr("hidden") || HIDDEN.matcher(css(element)).find();
    }

    static String css(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT);
    }

    private static boolean isBold(String weight, boolean inherited) {
        return switch (weight) {
            case "bold", "bolder" -> true;
            case "inherit", "unset" -> inherited;
            default -> weight.length() == 3 && weight.compareTo("600") >= 0 && Character.isDigit(weight.charAt(0));
        };
    }

    private static @Nullable String last(Pattern property, String css) {
        String value = null;
        Matcher matcher = property.matcher(css);
        while (matcher.find()) {
            value = matcher.group(1);
        }
        return value;
    }

    /** The address in characters that end no mark of Markdown, or null for one that Markdown would not show as a link. */
    private static @Nullable String address(String href) {
        var address = new StringBuilder();
        String text = href.strip();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean kept = c < 0x80
                    ? Character.isLetterOrDigit(c) || "-._~:/?#@!$&'*+,;=%".indexOf(c) >= 0
                    : Character.isLetterOrDigit(c);
            if (kept) {
                address.appendCodePoint(c);
            } else if (c != '\n' && c != '\r' && c != '\t') { // browsers leave these out
                for (byte part : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    address.append("%%%02X".formatted(part));
                }
            }
            i += Character.charCount(c);
        }
        try {
            URI uri = new URI(address.toString());
            boolean known =
                    uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
            return known ? address.toString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
