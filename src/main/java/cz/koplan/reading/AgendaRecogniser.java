package cz.koplan.reading;

import cz.koplan.reading.ReadMinutes.AgendaPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The agenda: the list under a label such as Program or Témata setkání, or behind it on the same line. */
final class AgendaRecogniser {

    private static final Pattern INLINE_NUMBER = Pattern.compile("(?:^|(?<=[ ,;.]))\\d{1,2}[.)] (?=\\p{L})");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final Pattern COMMA = Pattern.compile(", ");
    private static final int LONGEST_TITLE = 250;
    private static final int MOST_POINTS = 100;

    private AgendaRecogniser() {}

    static List<AgendaPoint> recognise(Page page) {
        for (Block block : page.blocks()) {
            Label.Found label = page.freeLabel(block);
            if (label != null && label.label() == Label.AGENDA) {
                Passage passage = page.passage(block);
                Passage inline = passage.from(label.end());
                List<Passage> titles = inline.isEmpty() ? listed(page, block) : inline(page, inline);
                if (!titles.isEmpty()) {
                    page.label(passage.slice(0, label.end()));
                    return points(page, titles);
                }
            }
        }
        return List.of();
    }

    private static List<AgendaPoint> points(Page page, List<Passage> titles) {
        var points = new ArrayList<AgendaPoint>();
        for (Passage title : titles) {
            page.value(title);
            points.add(new AgendaPoint(points.size() + 1, title.text(), title.lines()));
        }
        return points;
    }

    private static List<Passage> inline(Page page, Passage text) {
        if (Wording.isProse(text.text())) {
            return List.of();
        }
        for (Pattern separator : List.of(INLINE_NUMBER, SEMICOLON, COMMA)) {
            var separators = new ArrayList<int[]>();
            Matcher matcher = separator.matcher(text.text());
            while (matcher.find()) {
                separators.add(new int[] {matcher.start(), matcher.end()});
            }
            if (!separators.isEmpty() && separators.size() <= MOST_POINTS) {
                if (separator == COMMA) {
                    page.ask("AGENDA_UNCLEAR", text, "Body programu odděluje jen čárka; jsou rozdělené správně?");
                }
                if (separator == INLINE_NUMBER) {
                    separators.forEach(at -> page.label(text.slice(at[0], at[1])));
                }
                return text.split(separators).stream()
                        .map(AgendaRecogniser::title)
                        .filter(title -> !title.isEmpty())
                        .toList();
            }
        }
        return List.of(title(text));
    }

    private static List<Passage> listed(Page page, Block label) {
        var titles = new ArrayList<Passage>();
        Block first = page.after(label);
        if (first == null) {
            return titles;
        }
        for (Block block = first;
                block != null && page.isFree(block) && titles.size() < MOST_POINTS;
                block = page.after(block)) {
            Passage passage = page.passage(block);
            boolean belongs = first.number() != null
                    ? belongsToNumbers(block, titles.size())
                    : belongsToList(page, block, first, titles.isEmpty());
            boolean tooLong = passage.text().length() > LONGEST_TITLE || Wording.isProse(passage.text());
            if (!belongs
                    || passage.isEmpty()
                    || tooLong
                    || !block.first().cells().isEmpty()) {
                boolean inner = block.mark() != null
                        && first.mark() != null
                        && block.mark().isDeeperThan(first.mark())
                        && !block.afterGap();
                if (!inner) {
                    break;
                }
            } else {
                titles.add(title(passage));
            }
        }
        return titles;
    }

    private static boolean belongsToNumbers(Block block, int before) {
        @Nullable Integer number = block.number();
        return number != null && number == before + 1;
    }

    private static boolean belongsToList(Page page, Block block, Block first, boolean isFirst) {
        Label.Found label = page.freeLabel(block);
        if (block.isBullet() != first.isBullet() || (block.mark() != null && block.number() != null)) {
            return false;
        }
        boolean announcesOther =
                label != null && !(label.end() == page.passage(block).text().length() && !label.colon());
        return isFirst ? !announcesOther : !block.afterGap() && !announcesOther;
    }

    private static Passage title(Passage passage) {
        return passage.trimmed(";,");
    }
}
