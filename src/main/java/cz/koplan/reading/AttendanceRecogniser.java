package cz.koplan.reading;

import cz.koplan.meetings.AttendanceKind;
import cz.koplan.reading.ReadMinutes.Attendee;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who was present, excused, absent or a guest: lists on one line, one per line, with bullets, and tables. */
final class AttendanceRecogniser {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:viz|dle|podle|na základě) (?:\\p{L}{1,20} )?prezenční", FLAGS);
    private static final Pattern NOBODY = Pattern.compile("(?:nikdo|nejsou|žádní|0|–|-|x|/|---)\\.?", FLAGS);
    private static final Pattern DASH = Pattern.compile(" [–—-] | / ");
    private static final Pattern IN_BRACKETS = Pattern.compile("^([^()]{2,120}?) ?\\(([^()]{1,120})\\)$");
    private static final Pattern ORGANISATION_FIRST = Pattern.compile("^([^:]{2,120}): ?(.+)$");
    private static final Pattern NOTE = Pattern.compile(
            "(?:on-?line|omluven\\p{L}?|nepřítom\\p{L}{1,3}|host|prezenčně|(?:od|do) \\d.{0,20}|"
                    + "zapisovatel\\p{L}{0,2}|"
                    + "předsed\\p{L}{1,6}|manažer\\p{L}{0,2}|koordinátor\\p{L}{0,2}|vedoucí|tajemni\\p{L}{1,3})",
            FLAGS);
    private static final Pattern NAME_COLUMN =
            Pattern.compile(".{0,20}(?:jméno|příjmení|účastník|člen|zástupce).{0,30}", FLAGS);
    private static final Pattern ORGANISATION_COLUMN = Pattern.compile(
            ".{0,20}(?:organizace|instituce|zařízení|poskytovatel|subjekt|zaměstnavatel|za koho).{0,30}", FLAGS);
    private static final Pattern PRESENCE_COLUMN =
            Pattern.compile("(?:účast|přítomen|přítomnost|stav|prezence|přítomn[aií]).{0,20}", FLAGS);
    private static final Pattern ORDINAL = Pattern.compile("(?:č\\.?|poř\\..{0,10}|#|\\d{1,3}\\.?)", FLAGS);

    /** A full stop that ends a degree or a legal form, not the list. */
    private static final Pattern ABBREVIATION_AT_END =
            Pattern.compile("[ ,](?:" + PersonNames.DEGREE_AFTER + "|" + Organisations.LEGAL_FORM + ")\\)?$");

    private final Page page;
    private final OrganisationNames known;
    private final List<Attendee> attendees = new ArrayList<>();

    private AttendanceRecogniser(Page page, OrganisationNames known) {
        this.page = page;
        this.known = known;
    }

    static List<Attendee> recognise(Page page, OrganisationNames known) {
        var recogniser = new AttendanceRecogniser(page, known);
        for (Block block : page.blocks()) {
            Label.Found label = page.freeLabel(block);
            if (label != null && label.label().isAttendance()) {
                recogniser.readList(block, label);
            }
        }
        recogniser.readTablesWithoutLabel();
        for (Attendee attendee : recogniser.attendees) {
            if (attendee.organisation() == null && !known.knows(attendee.name())) {
                page.questions()
                        .add(new ReadMinutes.Question(
                                "ATTENDEE_WITHOUT_ORGANISATION",
                                attendee.name(),
                                attendee.lines(),
                                "Kterou organizaci zastupuje " + attendee.name() + "?"));
            }
        }
        return recogniser.attendees;
    }

    private void readList(Block block, Label.Found label) {
        Passage opening = page.passage(block);
        AttendanceKind kind = kind(label.label());
        Passage inline = opening.from(label.end());
        List<SourceLine> table = tableAfter(block);
        if (inline.isEmpty() && !table.isEmpty()) {
            page.label(opening.slice(0, label.end()));
            readTable(table, kind);
            return;
        }
        List<Block> followers = followers(block, inline.isEmpty());
        boolean listed =
                inline.isEmpty() && !followers.isEmpty() && followers.getFirst().mark() != null;
        List<Passage> lines = new ArrayList<>();
        if (listed) {
            followers.forEach(follower -> lines.add(page.passage(follower)));
        } else {
            var own = new ArrayList<>(block.lines());
            followers.forEach(follower -> own.addAll(follower.lines()));
            for (SourceLine line : own) {
                Passage passage = page.passage(line);
                lines.add(line == own.getFirst() ? passage.from(label.end()) : passage);
            }
            lines.removeIf(Passage::isEmpty);
        }
        Passage all = lines.isEmpty() ? inline : Passage.join(lines);
        if (ELSEWHERE.matcher(all.text()).lookingAt()) {
            page.ask("ATTENDANCE_ELSEWHERE", all, "Přítomní jsou uvedeni jinde (prezenční listina).");
        } else if (NOBODY.matcher(all.text()).matches()) {
            page.label(opening.slice(0, label.end()));
            page.converted(all);
        } else if (!all.isEmpty() && !Wording.isProse(all.text().replaceAll("[,;].{0,100}", ""))) {
            page.label(opening.slice(0, label.end()));
            if (listed || isOnePerLine(lines)) {
                lines.forEach(line -> readEntry(line, kind));
            } else {
                // The list, not its lines, is the unit: a name may be divided by the end of a line.
                readRunOn(opening, all, kind);
            }
        }
    }

    /** The paragraphs after the label that still list people. */
    private List<Block> followers(Block label, boolean labelAlone) {
        var followers = new ArrayList<Block>();
        for (Block next = page.after(label); next != null && page.isFree(next); next = page.after(next)) {
            String text = page.passage(next).text();
            if (page.freeLabel(next) != null
                    || next.first().heading() > 0
                    || !next.first().cells().isEmpty()
                    || text.isEmpty()
                    || !looksLikePeople(text)) {
                break;
            }
            boolean first = followers.isEmpty();
            boolean sameList = !first
                    && (followers.getFirst().mark() == null) == (next.mark() == null)
                    && (followers.getFirst().number() == null) == (next.number() == null);
            boolean starts = first && (labelAlone || (!next.afterGap() && next.mark() == null));
            boolean continues = sameList && (!next.afterGap() || next.mark() != null);
            if (!starts && !continues) {
                break;
            }
            followers.add(next);
        }
        return followers;
    }

    private static boolean looksLikePeople(String text) {
        int separators = text.length() - text.replaceAll("[,;]", "").length();
        boolean longWithoutSeparators = text.length() > 120 && separators < 2;
        String withoutDegrees = text.replaceAll("\\p{L}{1,6}\\. ", "");
        return !longWithoutSeparators && !Wording.isProse(withoutDegrees.length() > 150 ? "" : withoutDegrees);
    }

    private static boolean isOnePerLine(List<Passage> lines) {
        if (lines.size() < 2) {
            return false;
        }
        for (Passage line : lines) {
            int commas = splitters(line, ',').size();
            boolean last = line == lines.getLast();
            if (commas > 1 || line.text().indexOf(';') >= 0 && !line.text().endsWith(";")) {
                return ORGANISATION_FIRST.matcher(line.text()).matches();
            }
            if (!last
                    && line.text().endsWith(",")
                    && lines.stream().noneMatch(l -> l.text().contains(" – "))) {
                return lines.stream()
                        .allMatch(l -> splitters(l, ',').size() <= 1
                                && PersonNames.looksLikeOne(l.trimmed(",").text()));
            }
        }
        return true;
    }

    private void readRunOn(Passage opening, Passage text, AttendanceKind first) {
        AttendanceKind kind = first;
        int from = 0;
        List<Label.Found> labels = Label.inside(text.text(), 0).stream()
                .filter(found -> found.label().isAttendance())
                .toList();
        for (Label.Found label : labels) {
            readChunk(text.slice(from, label.start()), kind);
            page.label(text.slice(label.start(), label.end()));
            kind = kind(label.label());
            from = label.end();
        }
        readChunk(text.from(from), kind);
    }

    private void readChunk(Passage text, AttendanceKind kind) {
        Passage list = ABBREVIATION_AT_END.matcher(text.text()).find() ? text.trimmed(",;") : text.trimmed(",;.");
        if (list.isEmpty()) {
            return;
        }
        if (NOBODY.matcher(list.text()).matches()) {
            page.converted(list);
            return;
        }
        List<int[]> semicolons = splitters(list, ';');
        if (!semicolons.isEmpty()) {
            list.split(semicolons).forEach(entry -> readEntry(entry, kind));
        } else if (ORGANISATION_FIRST.matcher(list.text()).matches()) {
            readEntry(list, kind);
        } else {
            readNames(list, kind, null);
        }
    }

    private void readNames(Passage list, AttendanceKind kind, @Nullable Passage organisation) {
        for (Passage entry : list.split(splitters(list, ','))) {
            List<int[]> conjunctions = conjunctions(entry);
            conjunctions.forEach(at -> page.label(entry.slice(at[0], at[1])));
            for (Passage one : entry.split(conjunctions)) {
                if (organisation == null) {
                    readEntry(one, kind);
                } else {
                    add(one, organisation, kind);
                }
            }
        }
    }

    /** One person, with or without an organisation, or an organisation with its people. */
    private void readEntry(Passage raw, AttendanceKind kind) {
        Passage entry = raw.trimmed(",;");
        String text = entry.text();
        if (text.isEmpty()) {
            return;
        }
        if (!entry.text().codePoints().anyMatch(Character::isLetter)) {
            return;
        }
        Matcher organisationFirst = ORGANISATION_FIRST.matcher(text);
        if (organisationFirst.matches()) {
            Passage left = entry.slice(0, organisationFirst.end(1));
            Passage right = entry.from(organisationFirst.start(2));
            if (PersonNames.isSurelyOne(left.text()) && !PersonNames.isSurelyOne(right.text())) {
                add(left, right, kind);
            } else {
                page.value(left);
                readNames(right, kind, left);
            }
            return;
        }
        Matcher brackets = IN_BRACKETS.matcher(text);
        if (brackets.matches()) {
            Passage name = entry.slice(brackets.start(1), brackets.end(1));
            Passage inside = entry.slice(brackets.start(2), brackets.end(2));
            pair(name, inside, kind);
            return;
        }
        Matcher dash = DASH.matcher(text);
        if (dash.find()) {
            pair(entry.slice(0, dash.start()), entry.from(dash.end()), kind);
            return;
        }
        List<int[]> commas = splitters(entry, ',');
        if (commas.size() == 1) {
            Passage left = entry.slice(0, commas.getFirst()[0]);
            Passage right = entry.from(commas.getFirst()[1]);
            if (PersonNames.isSurelyOne(right.text()) && PersonNames.isSurelyOne(left.text())) {
                add(left, null, kind);
                add(right, null, kind);
            } else {
                pair(left, right, kind);
            }
            return;
        }
        if (commas.size() > 1
                && PersonNames.looksLikeOne(entry.slice(0, commas.getFirst()[0]).text())) {
            pair(entry.slice(0, commas.getFirst()[0]), entry.from(commas.getFirst()[1]), kind);
            return;
        }
        add(entry, null, kind);
    }

    private void pair(Passage left, Passage right, AttendanceKind kind) {
        if (NOTE.matcher(right.text()).matches()) {
            addWithNote(left, right, kind);
            return;
        }
        boolean swapped = PersonNames.isSurelyOne(right.text()) && !PersonNames.isSurelyOne(left.text());
        add(swapped ? right : left, swapped ? left : right, kind);
    }

    /** A remark about the person is no organisation; one that is not understood is listed as unused. */
    private void addWithNote(Passage name, Passage note, AttendanceKind kind) {
        String text = note.text().toLowerCase(Locale.ROOT);
        if (text.startsWith("omluven")) {
            page.converted(note);
            add(name, null, AttendanceKind.EXCUSED);
        } else if (text.startsWith("host")) {
            page.converted(note);
            add(name, null, AttendanceKind.GUEST);
        } else {
            readEntry(name, kind);
        }
    }

    private void add(Passage name, @Nullable Passage organisation, AttendanceKind kind) {
        Passage person = name.trimmed(",;");
        if (person.isEmpty()) {
            return;
        }
        page.value(person);
        if (organisation == null || organisation.isEmpty()) {
            attendees.add(new Attendee(person.text(), null, kind, person.lines()));
            return;
        }
        // Several people may share one organisation, which is claimed with the first of them.
        if (page.claims().isFree(organisation)) {
            page.value(organisation);
        }
        Lines lines = person.lines().plus(organisation.lines());
        attendees.add(new Attendee(person.text(), organisation.text(), kind, lines));
    }

    /** Separators outside brackets; a comma before a degree belongs to the name. */
    private static List<int[]> splitters(Passage passage, char separator) {
        var found = new ArrayList<int[]>();
        String text = passage.text();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            if (c == separator && depth == 0) {
                int next = i + 1 < text.length() && text.charAt(i + 1) == ' ' ? i + 2 : i + 1;
                Matcher degree = PersonNames.DEGREE_AFTER.matcher(text).region(next, text.length());
                boolean beforeDegree = degree.lookingAt()
                        && (degree.end() == text.length() || !Character.isLetter(text.charAt(degree.end())));
                boolean beforeLegalForm = Organisations.LEGAL_FORM
                        .matcher(text)
                        .region(next, text.length())
                        .lookingAt();
                if (!beforeDegree && !beforeLegalForm) {
                    found.add(new int[] {i, i + 1});
                }
            }
        }
        return found;
    }

    /** "Malá a Nový" are two people; "Domov a zahrada" is not. */
    private static List<int[]> conjunctions(Passage passage) {
        int at = passage.text().indexOf(" a ");
        if (at < 0
                || !PersonNames.looksLikeOne(passage.text().substring(0, at))
                || !PersonNames.looksLikeOne(passage.text().substring(at + 3))) {
            return List.of();
        }
        return List.of(new int[] {at, at + 3});
    }

    private List<SourceLine> tableAfter(Block label) {
        var rows = new ArrayList<SourceLine>();
        for (Block next = page.after(label); next != null && page.isFree(next); next = page.after(next)) {
            if (next.first().cells().isEmpty() || page.freeLabel(next) != null && !isHeader(next.first())) {
                break;
            }
            rows.add(next.first());
        }
        return rows;
    }

    private void readTablesWithoutLabel() {
        for (Block block : page.blocks()) {
            if (page.isFree(block) && isHeader(block.first())) {
                var rows = new ArrayList<>(List.of(block.first()));
                rows.addAll(tableAfter(block));
                readTable(rows, AttendanceKind.PRESENT);
            }
        }
    }

    private boolean isHeader(SourceLine line) {
        boolean name = false;
        boolean other = false;
        for (SourceLine.Cell cell : line.cells()) {
            String text = cell(line, cell).text();
            boolean isName = NAME_COLUMN.matcher(text).matches();
            name |= isName;
            other |= !isName
                    && (ORGANISATION_COLUMN.matcher(text).matches()
                            || text.toLowerCase(Locale.ROOT).startsWith("podpis"));
        }
        return name && other;
    }

    private void readTable(List<SourceLine> rows, AttendanceKind kind) {
        int nameColumn = -1;
        int organisationColumn = -1;
        int presenceColumn = -1;
        List<SourceLine> people = rows;
        if (isHeader(rows.getFirst())) {
            SourceLine header = rows.getFirst();
            List<SourceLine.Cell> cells = header.cells();
            for (int i = 0; i < cells.size(); i++) {
                Passage cell = cell(header, cells.get(i));
                if (organisationColumn < 0
                        && ORGANISATION_COLUMN.matcher(cell.text()).matches()) {
                    organisationColumn = i;
                } else if (nameColumn < 0 && NAME_COLUMN.matcher(cell.text()).matches()) {
                    nameColumn = i;
                } else if (presenceColumn < 0
                        && PRESENCE_COLUMN.matcher(cell.text()).matches()) {
                    presenceColumn = i;
                }
                page.label(cell);
            }
            people = rows.subList(1, rows.size());
        }
        for (SourceLine row : people) {
            readRow(row, kind, nameColumn, organisationColumn, presenceColumn);
        }
    }

    private void readRow(
            SourceLine row, AttendanceKind kind, int nameColumn, int organisationColumn, int presenceColumn) {
        List<Passage> cells = row.cells().stream().map(cell -> cell(row, cell)).toList();
        int name = nameColumn;
        int organisation = organisationColumn;
        if (name < 0) {
            List<Integer> filled = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()
                        && !ORDINAL.matcher(cells.get(i).text()).matches()) {
                    filled.add(i);
                }
            }
            if (filled.isEmpty()) {
                return;
            }
            name = filled.getFirst();
            organisation = filled.size() > 1 ? filled.get(1) : -1;
        }
        if (name >= cells.size() || cells.get(name).isEmpty()) {
            return;
        }
        AttendanceKind said = kind;
        if (presenceColumn >= 0 && presenceColumn < cells.size()) {
            Passage presence = cells.get(presenceColumn);
            String text = presence.text().toLowerCase(Locale.ROOT);
            said = text.startsWith("omluv")
                    ? AttendanceKind.EXCUSED
                    : text.startsWith("nepřít") || text.equals("ne")
                            ? AttendanceKind.ABSENT
                            : text.startsWith("host") ? AttendanceKind.GUEST : kind;
            page.converted(presence);
        }
        Passage where = organisation >= 0 && organisation < cells.size() ? cells.get(organisation) : null;
        if (where != null && nameColumn < 0) {
            pair(cells.get(name), where, said);
        } else {
            add(cells.get(name), where, said);
        }
    }

    private Passage cell(SourceLine line, SourceLine.Cell cell) {
        return Passage.of(page.source(), line, cell.from(), cell.to());
    }

    private static AttendanceKind kind(Label label) {
        return switch (label) {
            case EXCUSED -> AttendanceKind.EXCUSED;
            case ABSENT -> AttendanceKind.ABSENT;
            case GUEST -> AttendanceKind.GUEST;
            default -> AttendanceKind.PRESENT;
        };
    }
}
