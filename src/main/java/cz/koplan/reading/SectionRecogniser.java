package cz.koplan.reading;

import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.reading.ReadMinutes.AgendaPoint;
import cz.koplan.reading.ReadMinutes.Item;
import cz.koplan.reading.ReadMinutes.Paragraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Divides the text of the minutes among the items of the agenda: by headings that repeat the agenda, else by the shape
 * of the text.
 */
final class SectionRecogniser {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ROUND_TABLE = Pattern.compile(
            "(?:informac|aktualit|aktuální|novink|zpráv|sdílení|dění|představení|příspěvk).{0,60}(?:člen|"
                    + "organizac|poskytovatel|"
                    + "účastník|služeb|zařízení|skupin)|koleč|kulatý stůl|round ?table|aktuální (?:informac|"
                    + "situac|dění)|"
                    + "^(?:informace|aktuality|novinky)$",
            FLAGS);
    private static final Pattern AD_NUMBER = Pattern.compile(
            "(?:ad\\.? ?|k bodu (?:č\\. ?)?|bod (?:č\\. ?|programu (?:č\\. ?)?)?)(\\d{1,2})\\b[.):/]* ?(?:[–—-] )?",
            FLAGS);
    private static final int LONGEST_HEADING = 150;

    /** A part of the body under one heading; {@code point} is null when the agenda does not know it. */
    private static final class Section {
        final @Nullable AgendaPoint point;
        final @Nullable Integer number;
        final @Nullable Passage heading;
        final List<Block> blocks = new ArrayList<>();
        final List<Passage> opening = new ArrayList<>();

        Section(@Nullable AgendaPoint point, @Nullable Integer number, @Nullable Passage heading) {
            this.point = point;
            this.number = number;
            this.heading = heading;
        }
    }

    private record Heading(
            @Nullable AgendaPoint point, @Nullable Integer number, Passage prefix, Passage title, Passage rest) {}

    private final Page page;
    private final List<AgendaPoint> agenda;
    private final int bodyStart;
    private final UpdateRecogniser updates;
    private final List<Section> sections = new ArrayList<>();
    private final Set<AgendaPoint> taken = new HashSet<>();
    private int lastNumber;

    SectionRecogniser(Page page, List<AgendaPoint> agenda, int bodyStart, UpdateRecogniser updates) {
        this.page = page;
        this.agenda = agenda;
        this.bodyStart = bodyStart;
        this.updates = updates;
    }

    static boolean isRoundTable(String title) {
        return ROUND_TABLE.matcher(title).find();
    }

    /** Claims the headings, so that what stands under them can be told apart. */
    void claimHeadings() {
        var open = new Section(null, null, null);
        sections.add(open);
        for (Block block : page.blocks().subList(bodyStart, page.blocks().size())) {
            Heading heading = page.isFree(block) ? heading(block, open) : null;
            if (heading == null) {
                open.blocks.add(block);
                continue;
            }
            page.label(heading.prefix());
            if (!heading.title().isEmpty()) {
                page.value(heading.title());
            }
            open = new Section(
                    heading.point(), heading.number(), heading.title().isEmpty() ? null : heading.title());
            if (!heading.rest().isEmpty()) {
                open.opening.add(heading.rest());
            }
            sections.add(open);
            lastNumber = heading.number() != null ? heading.number() : lastNumber;
            if (heading.point() != null) {
                taken.add(heading.point());
            }
        }
    }

    private @Nullable Heading heading(Block block, Section open) {
        Passage passage = page.passage(block);
        String text = passage.text();
        if (!block.first().cells().isEmpty() || text.isEmpty()) {
            return null;
        }
        Matcher ad = AD_NUMBER.matcher(text);
        boolean addressed = ad.lookingAt();
        Integer number = addressed ? Integer.valueOf(ad.group(1)) : block.number();
        int start = addressed ? ad.end() : 0;
        Passage prefix = passage.slice(0, start);
        Passage rest = passage.from(start);
        for (AgendaPoint point : agenda) {
            if (isTaken(point) || (number != null && number != point.number())) {
                continue;
            }
            int end = titleEnd(rest.text(), point.title());
            boolean alike = end > 0 || (number != null && isShort(rest.text()) && isAlike(rest.text(), point.title()));
            if (alike) {
                int cut = end > 0 ? end : rest.text().length();
                Passage behind = rest.from(cut).trimmed(":–—-.");
                int from = behind.isEmpty() ? rest.text().length() : rest.text().indexOf(behind.text(), cut);
                return new Heading(point, point.number(), prefix, rest.slice(0, cut), rest.from(from));
            }
        }
        if (addressed) {
            AgendaPoint point = number == null ? null : point(number);
            boolean titled = isShort(rest.text());
            return new Heading(
                    point, number, prefix, titled ? rest : rest.slice(0, 0), titled ? rest.slice(0, 0) : rest);
        }
        boolean headed = block.first().heading() > 0
                || (block.mark() == null && block.first().isStrong());
        boolean inRoundTable = open.point != null && isRoundTable(open.point.title())
                || open.heading != null && isRoundTable(open.heading.text());
        boolean mayBeTitle = isShort(text) && (headed || (!text.endsWith(".") && !inRoundTable));
        if (number != null && number == lastNumber + 1 && mayBeTitle) {
            AgendaPoint point = point(number);
            if (point != null) {
                page.ask(
                        "SECTION_TITLE_DIFFERS",
                        passage,
                        "Nadpis bodu " + number + " se liší od programu („" + point.title() + "“).");
            }
            return agenda.isEmpty() || headed || point != null
                    ? new Heading(point, number, prefix, rest, rest.slice(0, 0))
                    : null;
        }
        boolean ownHeading = headed && isShort(text) && page.freeLabel(block) == null && !inRoundTable;
        boolean colonHeading = agenda.isEmpty() && block.mark() == null && text.endsWith(":") && isRoundTable(text);
        return ownHeading || colonHeading
                ? new Heading(null, number, prefix, rest.trimmed(":"), rest.slice(0, 0))
                : null;
    }

    private boolean isTaken(AgendaPoint point) {
        return taken.contains(point);
    }

    private @Nullable AgendaPoint point(int number) {
        for (AgendaPoint point : agenda) {
            if (point.number() == number && !isTaken(point)) {
                return point;
            }
        }
        return null;
    }

    /** Where a repeated agenda title ends at the start of the text, or 0. */
    private static int titleEnd(String text, String title) {
        String wanted = title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
        if (text.regionMatches(true, 0, wanted, 0, wanted.length())) {
            String rest = text.substring(wanted.length());
            if (rest.isEmpty() || rest.matches("(?s)(?:[.:]| [–—-])(?: .*)?")) {
                return wanted.length();
            }
        }
        return isShort(text) && Wording.plain(text).equals(Wording.plain(title)) ? text.length() : 0;
    }

    private static boolean isAlike(String text, String title) {
        int shared = Wording.shared(title, text);
        return shared > 0
                && shared * 2 >= Wording.stems(title).size()
                && shared * 2 >= Wording.stems(text).size();
    }

    private static boolean isShort(String text) {
        return text.length() <= LONGEST_HEADING && !Wording.isProse(text);
    }

    /** Reads what is still free under each heading. */
    List<Item> read() {
        var items = new ArrayList<Item>();
        for (Section section : sections) {
            section.blocks.removeIf(block -> !page.isFree(block));
        }
        boolean headed = sections.size() > 1;
        Section unheaded = sections.getFirst();
        if (!headed && !agenda.isEmpty()) {
            items.addAll(new Unheaded(unheaded.blocks).items());
        } else {
            for (Section section : sections) {
                if (section != unheaded || !section.blocks.isEmpty()) {
                    items.add(item(section));
                }
            }
            for (AgendaPoint point : agenda) {
                if (!isTaken(point)) {
                    items.add(placeOf(point, items), item(new Section(point, point.number(), null)));
                }
            }
        }
        return items;
    }

    private static int placeOf(AgendaPoint point, List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            Integer number = items.get(i).agendaNumber();
            if (number != null && number > point.number()) {
                return i;
            }
        }
        return items.size();
    }

    private Item item(Section section) {
        String title =
                section.heading != null ? section.heading.text() : section.point != null ? section.point.title() : null;
        boolean named = (title != null && isRoundTable(title))
                || (section.point != null && isRoundTable(section.point.title()));
        boolean shaped = agenda.stream().noneMatch(point -> isRoundTable(point.title()))
                && (section.heading == null || agenda.isEmpty())
                && looksLikeRoundTable(section.blocks);
        var paragraphs = new ArrayList<Paragraph>();
        for (Passage opening : section.opening) {
            page.value(opening);
            paragraphs.add(new Paragraph(opening.text(), opening.lines()));
        }
        Lines lines = section.heading == null ? null : section.heading.lines();
        var table = new UpdateRecogniser.RoundTable(List.of(), List.of());
        if (named || shaped) {
            table = updates.read(section.blocks);
            paragraphs.addAll(table.paragraphs());
        } else {
            paragraphs.addAll(paragraphs(section.blocks));
        }
        for (ReadMinutes.Update update : table.updates()) {
            lines = lines == null ? update.lines() : lines.plus(update.lines());
        }
        for (Paragraph paragraph : paragraphs) {
            lines = lines == null ? paragraph.lines() : lines.plus(paragraph.lines());
        }
        AgendaItemKind kind = named || !table.updates().isEmpty() ? AgendaItemKind.ROUND_TABLE : AgendaItemKind.TOPIC;
        return new Item(section.number, title, kind, table.updates(), paragraphs, lines);
    }

    /** Lists have other uses, so a round table nobody announced needs three lines that all open with a name. */
    private boolean looksLikeRoundTable(List<Block> blocks) {
        long bullets = blocks.stream().filter(Block::isBullet).count();
        long opened = blocks.stream()
                .filter(block -> block.isBullet() && updates.opening(block) != null)
                .count();
        return opened >= 3 && opened * 5 >= bullets * 4;
    }

    private List<Paragraph> paragraphs(List<Block> blocks) {
        var paragraphs = new ArrayList<Paragraph>();
        for (Block block : blocks) {
            Passage passage = page.passage(block);
            if (!passage.isEmpty()) {
                page.value(passage);
                paragraphs.add(new Paragraph(passage.text(), passage.lines()));
            }
        }
        return paragraphs;
    }

    /**
     * Text without headings. The round table is the run of lines that open with a name. The first list item that is a
     * full sentence, or a paragraph that takes up the words of a later agenda title, ends it and begins that item.
     */
    private final class Unheaded {

        private final List<Section> parts = new ArrayList<>();
        private int current;

        Unheaded(List<Block> blocks) {
            for (AgendaPoint point : agenda) {
                parts.add(new Section(point, point.number(), null));
            }
            int table = roundTable(blocks);
            current = table > 0 && !blocks.isEmpty() && opens(blocks.getFirst()) ? table : 0;
            int lastOpening = -1;
            for (int i = 0; i < blocks.size(); i++) {
                lastOpening = opensList(blocks.get(i)) ? i : lastOpening;
            }
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                boolean update = table >= 0 && current <= table && opens(block);
                if (update) {
                    current = table;
                } else {
                    boolean tableGoesOn = current == table && i < lastOpening && !opensNextItem(block);
                    moveOn(block, table, tableGoesOn);
                }
                parts.get(current).blocks.add(block);
            }
        }

        private int roundTable(List<Block> blocks) {
            for (int i = 0; i < agenda.size(); i++) {
                if (isRoundTable(agenda.get(i).title())) {
                    return i;
                }
            }
            return agenda.size() == 1 && looksLikeRoundTable(blocks) ? 0 : -1;
        }

        private boolean opens(Block block) {
            return updates.opening(block) != null;
        }

        private boolean opensList(Block block) {
            return block.mark() != null && opens(block);
        }

        private boolean opensNextItem(Block block) {
            return block.mark() != null && best(block) > current;
        }

        private void moveOn(Block block, int table, boolean tableGoesOn) {
            if (tableGoesOn) {
                return;
            }
            int best = best(block);
            if (best > current) {
                current = best;
            } else if (current == table && block.mark() != null && current + 1 < agenda.size()) {
                current++;
                page.ask(
                        "SECTION_BY_ORDER",
                        page.passage(block),
                        "Patří tento text k bodu „" + agenda.get(current).title() + "“? Usuzujeme tak jen z pořadí.");
            }
        }

        /** The later agenda item whose title shares the most words with the paragraph's beginning, at least two. */
        private int best(Block block) {
            String text = page.passage(block).text();
            String beginning = text.length() > 400 ? text.substring(0, 400) : text;
            int best = -1;
            int most = 1;
            for (int i = current + 1; i < agenda.size(); i++) {
                String title = agenda.get(i).title();
                int shared = Wording.shared(title, beginning);
                boolean wholeTitle = shared == 1 && Wording.stems(title).size() == 1 && !isRoundTable(title);
                if (shared > most || (wholeTitle && best < 0 && most == 1 && block.mark() == null)) {
                    best = i;
                    most = Math.max(shared, most);
                }
            }
            return best;
        }

        List<Item> items() {
            return parts.stream().map(SectionRecogniser.this::item).toList();
        }
    }
}
