package cz.koplan.reading;

import cz.koplan.reading.CzechDates.DateFound;
import cz.koplan.reading.CzechDates.Doubt;
import cz.koplan.reading.ReadMinutes.Task;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tasks: single ones after the word Úkol, lists under Úkoly, tables with a column of that name. */
final class TaskRecogniser {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /** Z and O are labels only as capitals with a colon, because "z" and "o" are prepositions. */
    private static final Pattern OWNER = Pattern.compile(
            "(?<!\\p{L})(?:(?:zodpovídá|odpovídá|zodpovědn[áýí](?: osoba)?|zodp\\.|odp\\.|zajistí|vyřizuje|garant|"
                    + "řešitel) ?:?|(?-i:[ZO]) ?:) ",
            FLAGS);

    private static final Pattern DUE =
            Pattern.compile("(?<!\\p{L})(?:termín(?: splnění)?|splnit do|do|T) ?:? ?(?:do )?(?=\\D{0,12}\\d)", FLAGS);
    private static final Pattern IN_BRACKETS_AT_END = Pattern.compile("\\(([^()]{2,150})\\)\\.?$");
    private static final Pattern TASK_COLUMN = Pattern.compile("(?:úkol|úkoly|popis úkolu|znění úkolu|co)", FLAGS);
    private static final Pattern OWNER_COLUMN = Pattern.compile(
            "(?:zodpovídá|odpovídá|odpovědn.{1,12}|zodpovědn.{1,12}|kdo|řešitel|garant|nositel)", FLAGS);
    private static final Pattern DUE_COLUMN = Pattern.compile("(?:termín.{0,12}|do kdy|kdy|splnit do)", FLAGS);

    private final Page page;
    private final List<Task> tasks = new ArrayList<>();

    private TaskRecogniser(Page page) {
        this.page = page;
    }

    static List<Task> recognise(Page page, int bodyStart) {
        var recogniser = new TaskRecogniser(page);
        for (Block block : page.blocks().subList(bodyStart, page.blocks().size())) {
            if (!page.isFree(block)) {
                continue;
            }
            Label.Found label = page.freeLabel(block);
            if (!block.first().cells().isEmpty()) {
                recogniser.readTable(block);
            } else if (label != null && label.label() == Label.TASK && label.colon()) {
                recogniser.readOne(block, label);
            } else if (label != null && label.label() == Label.TASKS) {
                recogniser.readList(block, label);
            }
        }
        return recogniser.tasks;
    }

    private void readOne(Block block, Label.Found label) {
        Passage passage = page.passage(block);
        Passage text = passage.from(label.end());
        Block next = page.after(block);
        if (text.isEmpty() && next != null && page.isFree(next) && page.freeLabel(next) == null) {
            text = page.passage(next);
        }
        if (!text.isEmpty()) {
            page.label(passage.slice(0, label.end()));
            read(text);
        }
    }

    private void readList(Block block, Label.Found label) {
        Passage passage = page.passage(block);
        Passage inline = passage.from(label.end());
        var entries = new ArrayList<Passage>();
        Block first = page.after(block);
        if (!inline.isEmpty()) {
            entries.add(inline);
        } else if (first != null && first.mark() != null) {
            for (Block next = first;
                    next != null && page.isFree(next) && next.mark() != null;
                    next = page.after(next)) {
                Label.Found other = page.freeLabel(next);
                boolean sameList = (next.number() == null) == (first.number() == null);
                boolean numberGoesOn =
                        first.number() == null || (next.number() != null && next.number() == entries.size() + 1);
                if (!sameList || !numberGoesOn || (other != null && other.label() != Label.TASK)) {
                    break;
                }
                entries.add(page.passage(next));
            }
        }
        if (!entries.isEmpty()) {
            page.label(passage.slice(0, label.end()));
            entries.forEach(this::read);
        }
    }

    /** Cuts owner and due date off the end of a task's text. */
    private void read(Passage whole) {
        Passage passage = withoutLabel(whole);
        String text = passage.text();
        Matcher brackets = IN_BRACKETS_AT_END.matcher(text);
        int cut = text.length();
        int from = 0;
        Passage details = null;
        if (brackets.find() && isDetail(brackets.group(1))) {
            details = passage.slice(brackets.start(1), brackets.end(1));
            cut = brackets.start();
        } else {
            int owner = firstMatch(OWNER, text, 8);
            int due = firstMatch(DUE, text, 8);
            due = due >= 0 && hasDate(text.substring(due)) && (owner >= 0 || isSeparated(text, due)) ? due : -1;
            from = owner < 0 ? due : due < 0 ? owner : Math.min(owner, due);
            if (from > 0) {
                details = passage.from(from);
                cut = from;
            }
        }
        Passage task = page.value(passage.slice(0, cut).trimmed(",;:–—-("));
        if (task.isEmpty()) {
            return;
        }
        Passage owner = null;
        LocalDate due = null;
        if (details != null) {
            DateFound date = dateIn(details);
            due = date == null ? null : date.value();
            owner = owner(details, date);
        }
        Lines lines = passage.lines();
        tasks.add(new Task(task.text(), owner == null ? null : owner.text(), due, lines));
    }

    private Passage withoutLabel(Passage passage) {
        Label.Found label = Label.of(passage.text());
        if (label != null
                && label.label() == Label.TASK
                && label.colon()
                && label.end() < passage.text().length()) {
            page.label(passage.slice(0, label.end()));
            return passage.from(label.end());
        }
        return passage;
    }

    private static boolean isDetail(String text) {
        return hasDate(text) || OWNER.matcher(text).lookingAt() || PersonNames.looksLikeOne(text);
    }

    private static boolean hasDate(String text) {
        return !CzechDates.dates(text).isEmpty();
    }

    /** "… do 30. 9. 2021" inside the sentence stays there; behind a comma or dash it is the due date. */
    private static boolean isSeparated(String text, int at) {
        String before = text.substring(0, at).stripTrailing();
        return !before.isEmpty() && ",;–—-(.".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static int firstMatch(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text);
        return from < text.length() && matcher.find(from) ? matcher.start() : -1;
    }

    private @Nullable DateFound dateIn(Passage details) {
        for (DateFound date : CzechDates.dates(details.text())) {
            Passage passage = details.slice(date.start(), date.end());
            if (date.doubt() == Doubt.NONE && date.value() != null) {
                page.converted(passage);
                Matcher label = DUE.matcher(details.text());
                int start = 0;
                while (label.find(start) && label.start() < date.start()) {
                    if (details.text().substring(label.end(), date.start()).isBlank()
                            || label.end() >= date.start() - 1) {
                        page.label(details.slice(label.start(), Math.min(label.end(), date.start())));
                        return new DateFound(label.start(), date.end(), date.value(), Doubt.NONE);
                    }
                    start = label.end();
                }
                return date;
            }
            page.ask("TASK_DUE_UNCLEAR", passage, "Termín úkolu není úplné datum.");
        }
        return null;
    }

    private @Nullable Passage owner(Passage details, @Nullable DateFound date) {
        String text = details.text();
        Matcher label = OWNER.matcher(text);
        int from = 0;
        if (label.find()) {
            page.label(details.slice(label.start(), label.end()));
            from = label.end();
        }
        int to = date != null && date.start() >= from ? date.start() : text.length();
        if (date != null && date.start() < from && from == 0) {
            from = date.end();
        }
        if (from == 0 && date != null && date.start() == 0) {
            from = date.end();
            to = text.length();
        }
        Passage name = details.slice(from, Math.max(from, to)).trimmed(",;:–—-.()");
        boolean due = DUE.matcher(name.text()).lookingAt() || hasDate(name.text());
        if (name.isEmpty() || name.text().length() > 120 || due || Wording.isProse(name.text())) {
            return null;
        }
        return page.value(name);
    }

    private void readTable(Block headerBlock) {
        SourceLine header = headerBlock.first();
        List<SourceLine.Cell> cells = header.cells();
        int task = column(header, cells, TASK_COLUMN);
        int owner = column(header, cells, OWNER_COLUMN);
        int due = column(header, cells, DUE_COLUMN);
        if (task < 0 || (owner < 0 && due < 0)) {
            return;
        }
        cells.forEach(cell -> page.label(cell(header, cell)));
        for (Block row = page.after(headerBlock);
                row != null && page.isFree(row) && !row.first().cells().isEmpty();
                row = page.after(row)) {
            readRow(row.first(), task, owner, due);
        }
    }

    private void readRow(SourceLine row, int taskColumn, int ownerColumn, int dueColumn) {
        List<SourceLine.Cell> cells = row.cells();
        if (taskColumn >= cells.size() || cell(row, cells.get(taskColumn)).isEmpty()) {
            return;
        }
        Passage text = page.value(cell(row, cells.get(taskColumn)));
        Passage owner = ownerColumn >= 0 && ownerColumn < cells.size() ? cell(row, cells.get(ownerColumn)) : null;
        String ownerText =
                owner == null || owner.isEmpty() ? null : page.value(owner).text();
        LocalDate due = null;
        if (dueColumn >= 0 && dueColumn < cells.size()) {
            Passage cell = cell(row, cells.get(dueColumn));
            List<DateFound> dates = CzechDates.dates(cell.text());
            if (dates.size() == 1 && dates.getFirst().doubt() == Doubt.NONE) {
                due = dates.getFirst().value();
                page.converted(
                        cell.slice(dates.getFirst().start(), dates.getFirst().end()));
            } else if (!cell.isEmpty()) {
                page.ask("TASK_DUE_UNCLEAR", cell, "Termín úkolu není úplné datum.");
            }
        }
        tasks.add(new Task(text.text(), ownerText, due, new Lines(row.number(), row.number())));
    }

    private int column(SourceLine line, List<SourceLine.Cell> cells, Pattern name) {
        for (int i = 0; i < cells.size(); i++) {
            if (name.matcher(cell(line, cells.get(i)).trimmed(":").text()).matches()) {
                return i;
            }
        }
        return -1;
    }

    private Passage cell(SourceLine line, SourceLine.Cell cell) {
        return Passage.of(page.source(), line, cell.from(), cell.to());
    }
}
