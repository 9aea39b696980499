package cz.koplan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Title of the minutes and the group it names. */
final class HeadingRecogniser {

    /** {@code meetingNamed}: the title says that this is about a meeting. */
    record Heading(@Nullable Passage title, @Nullable Passage group, boolean meetingNamed, int lastBlock) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern MEETING_WORD = Pattern.compile(
            "(?<!\\p{L})(?:zápis|záznam z|protokol z|setkání|jednání|schůzk|schůze|porad[ay]|zasedání)", FLAGS);
    private static final Pattern GROUP_WORD = Pattern.compile(
            "(?<!\\p{L})(?:(?:pracovní|tematick[áé]|řídi?cí|řídící|koordinační|realizační) )?skupin[ayoue](?!\\p{L})",
            FLAGS);
    private static final Pattern GROUP_END = Pattern.compile(
            "[,–-]? (?:ze dne|dne|konan\\p{L}{1,4}|které|která|pondělí|úterý|střed[au]|čtvrtek|pátek|"
                    + "\\d{1,2}\\. ?(?:\\d|\\p{Ll}))|$",
            FLAGS);

    private static final Pattern DETAILS = Pattern.compile(",? kona(?:né|ného|ná|né|ných) ", FLAGS);

    /** Letterheads are short; a title further down would be a heading of the text. */
    private static final int SEARCHED_BLOCKS = 15;

    private HeadingRecogniser() {}

    static Heading recognise(Page page) {
        List<Block> candidates = candidates(page);
        Block start = null;
        for (Block block : candidates) {
            if (MEETING_WORD.matcher(page.passage(block).text()).find()) {
                start = block;
                break;
            }
        }
        boolean meetingNamed = start != null;
        if (start == null) {
            start = candidates.stream()
                    .filter(block -> block.first().heading() > 0
                            || GROUP_WORD.matcher(page.passage(block).text()).lookingAt())
                    .findFirst()
                    .orElse(null);
        }
        Passage title = start == null ? null : title(page, start, candidates);
        Passage group = labelledGroup(page);
        if (title != null) {
            page.value(title);
            group = group != null ? group : groupIn(title);
        }
        if (group == null) {
            group = groupBeside(page, candidates);
        }
        return new Heading(title, group, meetingNamed, start == null ? -1 : start.index());
    }

    /** Paragraphs before the first list or label. */
    private static List<Block> candidates(Page page) {
        var candidates = new ArrayList<Block>();
        for (Block block : page.blocks()) {
            Label.Found label = page.freeLabel(block);
            if (candidates.size() == SEARCHED_BLOCKS || block.mark() != null) {
                break;
            }
            if (label != null && label.label() != Label.PROCEEDINGS) {
                if (label.label().isDateOrPlace() || label.label() == Label.GROUP || label.label() == Label.AUTHOR) {
                    continue;
                }
                break;
            }
            Passage passage = page.passage(block);
            if (passage.text().length() <= 300 && page.isFree(block)) {
                candidates.add(block);
            }
        }
        return candidates;
    }

    private static Passage title(Page page, Block start, List<Block> candidates) {
        Passage first = page.passage(start);
        Passage whole = withoutDetails(first);
        if (whole != first) {
            return whole;
        }
        var parts = new ArrayList<>(List.of(first));
        Block last = start;
        for (Block block : candidates) {
            if (block.index() == last.index() + 1 && continuesTitle(page, last, block)) {
                parts.add(page.passage(block));
                last = block;
            }
        }
        return Passage.join(parts);
    }

    /** "… konané dne 1. 2. 2023 v zasedací místnosti" belongs to date and place. */
    private static Passage withoutDetails(Passage line) {
        Matcher details = DETAILS.matcher(line.text());
        List<Label.Found> labels = Label.inside(line.text(), 0);
        int end = line.text().length();
        if (details.find() && details.start() > 5) {
            end = details.start();
        }
        if (!labels.isEmpty()) {
            end = Math.min(end, labels.getFirst().start());
        }
        return end == line.text().length() ? line : line.slice(0, end).trimmed(".,;–—-");
    }

    private static boolean continuesTitle(Page page, Block title, Block next) {
        String text = page.passage(next).text();
        boolean details =
                !CzechDates.dates(text).isEmpty() || !next.first().cells().isEmpty();
        if (details || text.length() > 160 || Wording.isProse(text)) {
            return false;
        }
        boolean sameHeading = next.first().heading() > 0
                && next.first().heading() == title.first().heading();
        boolean nextLine = !next.afterGap() && !next.first().startsParagraph();
        return Character.isLowerCase(text.charAt(0)) || sameHeading || nextLine;
    }

    private static @Nullable Passage labelledGroup(Page page) {
        for (Block block : page.blocks()) {
            Label.Found found = page.freeLabel(block);
            if (found != null && found.label() == Label.GROUP && found.colon()) {
                Passage passage = page.passage(block);
                Passage name = passage.from(found.end());
                if (!name.isEmpty() && name.text().length() <= 200) {
                    page.label(passage.slice(0, found.end()));
                    return page.value(name);
                }
            }
        }
        return null;
    }

    private static @Nullable Passage groupIn(Passage passage) {
        Matcher word = GROUP_WORD.matcher(passage.text());
        if (!word.find()) {
            return null;
        }
        Matcher end = GROUP_END.matcher(passage.text());
        int to = end.find(word.end()) ? end.start() : passage.text().length();
        Passage group = passage.slice(word.start(), to).trimmed(".,;:–-");
        // "pracovní skupiny" alone names none.
        return group.text().length() > word.end() - word.start() + 1 ? group : null;
    }

    private static @Nullable Passage groupBeside(Page page, List<Block> candidates) {
        for (Block block : candidates) {
            Passage passage = page.passage(block);
            if (page.isFree(block) && GROUP_WORD.matcher(passage.text()).lookingAt()) {
                Passage group = groupIn(passage);
                if (group != null) {
                    return page.value(group);
                }
            }
        }
        return null;
    }
}
