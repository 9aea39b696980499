package cz.koplan.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What paragraph styles say about headings, bold type and numbering. */
final class DocxStyles implements DocxArchive.Handler {

    private static final Pattern HEADING_NAME = Pattern.compile("(?:heading|nadpis) ?([1-9])");
    private static final int LONGEST_CHAIN = 20;

    private static final class Style {
        String name = "";

        @Nullable
        String basedOn;

        int outline = -1;
        int numId = -1;
        int level = -1;

        @Nullable
        Boolean bold;
    }

    private final Map<String, Style> styles = new HashMap<>();
    private @Nullable Style open;

    @Override
    public void start(XMLStreamReader element) {
        String name = element.getLocalName();
        String value = DocxArchive.value(element, "val");
        if (name.equals("style")) {
            open = new Style();
            String id = DocxArchive.value(element, "styleId");
            styles.put(id == null ? "" : id, open);
        }
        Style style = open;
        if (style == null) {
            return;
        }
        switch (name) {
            case "name" -> style.name = value == null ? "" : value.toLowerCase(Locale.ROOT);
            case "basedOn" -> style.basedOn = value;
            case "outlineLvl" -> style.outline = DocxArchive.number(element, "val", -1);
            case "numId" -> style.numId = DocxArchive.number(element, "val", -1);
            case "ilvl" -> style.level = DocxArchive.number(element, "val", -1);
            case "b" -> style.bold = DocxArchive.isOn(element);
            default -> {}
        }
    }

    @Override
    public void end(String name) {
        if (name.equals("style")) {
            open = null;
        }
    }

    /** 1 to 9, or 0 for a style that is no heading. */
    int heading(String styleId) {
        Style style = styles.get(styleId);
        for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
            Matcher heading = HEADING_NAME.matcher(style.name);
            if (style.outline >= 0 && style.outline < 9) {
                return style.outline + 1;
            }
            if (heading.matches()) {
                return Integer.parseInt(heading.group(1));
            }
            if (style.name.equals("title") || style.name.equals("název")) {
                return 1;
            }
            style = parent(style);
        }
        return 0;
    }

    boolean isBold(String styleId) {
        Style style = styles.get(styleId);
        for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
            if (style.bold != null) {
                return style.bold;
            }
            style = parent(style);
        }
        return false;
    }

    /** The list a style belongs to, or -1. */
    int numId(String styleId) {
        Style style = styles.get(styleId);
        for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
            if (style.numId >= 0) {
                return style.numId;
            }
            style = parent(style);
        }
        return -1;
    }

    int level(String styleId) {
        Style style = styles.get(styleId);
        return style == null ? -1 : style.level;
    }

    private @Nullable Style parent(Style style) {
        return style.basedOn == null ? null : styles.get(style.basedOn);
    }
}
