package cz.koplan.services;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of municipalities with extended powers: UTF-8 with or without its mark, columns parted by semicolons,
 * commas or tabs, named by their first line. It understands the export of list 65 of the statistical office
 * (chodnota, text, admplod, admnepo) and a table of one's own (kód, název, kraj, platí od, platí do).
 */
final class OrpCsv {

    static final int MAX_PROBLEMS = 50;

    /**
     * A line without problems.
     *
     * @param line the line of the file where it ends, from 1
     * @param region name or NUTS 3 code as written; empty when the table does not tell
     * @param validity empty when the table has no such column
     */
    record Line(int line, String code, String name, Optional<String> region, Optional<Validity> validity) {}

    /** @param regionHeader how the table calls its column of regions; null when it has none */
    record Table(
            List<Line> lines,
            List<OrpProblem> problems,
            @Nullable String regionHeader) {}

    private enum Column {
        CODE("kod", "code", "kod orp", "chodnota"),
        NAME("nazev", "name", "nazev orp", "text"),
        REGION("kraj", "region", "kod kraje"),
        FROM("plati od", "valid from", "admplod"),
        TO("plati do", "valid to", "admnepo"),
        LIST("kodcis");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        private static Optional<Column> of(String header) {
            String plain = Normalizer.normalize(header, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}+", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\\s_\u00A0]+", " ")
                    .strip();
            for (Column column : values()) {
                if (column.names.contains(plain)) {
                    return Optional.of(column);
                }
            }
            return Optional.empty();
        }
    }

    private static final Pattern CODE = Pattern.compile("[0-9]{4}");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}0-9 .,'’()–-]*");
    private static final String LIST_OF_ORP = "65";

    /** How the statistical office writes that there is no end. */
    private static final LocalDate WITHOUT_END = LocalDate.of(9999, 9, 9);

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<Column, String> headers = new EnumMap<>(Column.class);
    private final Map<String, Integer> lineOfCode = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<OrpProblem> problems = new ArrayList<>();

    private OrpCsv() {}

    static Table read(byte[] content) {
        OrpCsv reader = new OrpCsv();
        reader.readAll(content);
        return new Table(List.copyOf(reader.lines), List.copyOf(reader.problems), reader.headers.get(Column.REGION));
    }

    private void readAll(byte[] content) {
        if (content.length > CodeListService.MAX_TABLE_BYTES) {
            report(1, null, "orpImport.tooBig");
            return;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            report(1, null, "orpImport.encoding");
            return;
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.indexOf('\0') >= 0) {
            report(1, null, "orpImport.encoding");
            return;
        }
        if (text.isBlank()) {
            report(1, null, "orpImport.empty");
            return;
        }
        parse(text);
    }

    private void parse(String text) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            try {
                boolean headed = false;
                while (problems.size() < MAX_PROBLEMS && records.hasNext()) {
                    CSVRecord row = records.next();
                    int line = (int) Math.max(1, parser.getCurrentLineNumber());
                    if (isBlank(row)) {
                        continue;
                    }
                    if (headed) {
                        read(row, line);
                    } else if (readHeader(row, line)) {
                        headed = true;
                    } else {
                        return;
                    }
                }
            } catch (UncheckedIOException | IllegalStateException e) {
                report((int) Math.max(1, parser.getCurrentLineNumber()), null, "orpImport.quotes");
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (lines.isEmpty() && problems.isEmpty()) {
            report(1, null, "orpImport.empty");
        }
    }

    /** The sign that parts the names of the columns. */
    private static char delimiter(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char found = ';';
        long most = 0;
        for (char candidate : new char[] {';', ',', '\t'}) {
            long times = header.chars().filter(sign -> sign == candidate).count();
            if (times > most) {
                most = times;
                found = candidate;
            }
        }
        return found;
    }

    private static boolean isBlank(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    private boolean readHeader(CSVRecord row, int line) {
        for (int i = 0; i < row.size(); i++) {
            String header = row.get(i).strip();
            Optional<Column> column = Column.of(header);
            if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
                report(line, header, "orpImport.columnTwice");
            }
            column.ifPresent(known -> headers.putIfAbsent(known, header));
        }
        if (!places.containsKey(Column.CODE)) {
            report(line, null, "orpImport.noCode");
        }
        if (!places.containsKey(Column.NAME)) {
            report(line, null, "orpImport.noName");
        }
        return problems.isEmpty();
    }

    private void read(CSVRecord row, int line) {
        int before = problems.size();
        int last = places.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (row.size() <= last) {
            report(line, null, "orpImport.shortLine", last + 1, row.size());
            return;
        }
        String list = cell(row, Column.LIST);
        if (list != null && !list.equals(LIST_OF_ORP)) {
            report(line, headers.get(Column.LIST), "orpImport.otherList", shown(list));
        }
        String code = cell(row, Column.CODE);
        if (code == null || !CODE.matcher(code).matches()) {
            report(line, headers.get(Column.CODE), "orpImport.code", shown(code));
        } else {
            Integer first = lineOfCode.putIfAbsent(code, line);
            if (first != null) {
                report(line, headers.get(Column.CODE), "orpImport.codeTwice", code, first);
            }
        }
        String name = name(row, line);
        Optional<Validity> validity = validity(row, line);
        if (problems.size() == before && code != null && name != null) {
            lines.add(new Line(line, code, name, Optional.ofNullable(cell(row, Column.REGION)), validity));
        }
    }

    private @Nullable String name(CSVRecord row, int line) {
        String name = cell(row, Column.NAME);
        if (name == null) {
            report(line, headers.get(Column.NAME), "orpImport.nameMissing");
        } else if (name.length() > OrpData.MAX_NAME) {
            report(line, headers.get(Column.NAME), "orpImport.nameLong", OrpData.MAX_NAME);
        } else if (!NAME.matcher(name).matches()) {
            report(line, headers.get(Column.NAME), "orpImport.name", shown(name));
        }
        return name;
    }

    private Optional<Validity> validity(CSVRecord row, int line) {
        if (!places.containsKey(Column.FROM) && !places.containsKey(Column.TO)) {
            return Optional.empty();
        }
        int before = problems.size();
        LocalDate from = day(row, Column.FROM, line);
        LocalDate to = day(row, Column.TO, line);
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Validity(from, WITHOUT_END.equals(to) ? null : to));
        } catch (InvalidInputException e) {
            report(line, headers.get(Column.TO), e.messageKey());
            return Optional.empty();
        }
    }

    private @Nullable LocalDate day(CSVRecord row, Column column, int line) {
        String written = cell(row, column);
        if (written == null) {
            return null;
        }
        String plain = written.replace(" ", "");
        for (DateTimeFormatter format : DAYS) {
            try {
                LocalDate day = LocalDate.parse(plain, format);
                if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                    return day;
                }
            } catch (DateTimeException e) {
                // the next format may fit
            }
        }
        report(line, headers.get(column), "orpImport.day", shown(written));
        return null;
    }

    private @Nullable String cell(CSVRecord row, Column column) {
        Integer place = places.get(column);
        return place == null ? null : Input.line(row.get(place));
    }

    /** What stands in the file, short enough for a sentence. */
    private static String shown(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    }

    private void report(int line, @Nullable String column, String messageKey, Object... arguments) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new OrpProblem(line, column, messageKey, List.of(arguments)));
        }
    }
}
