package cz.koplan.reading;

import cz.koplan.reading.UnreadableFileException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a plain text: UTF-8 with or without byte order mark, UTF-16 with one, and Windows-1250 when nothing else
 * explains the bytes. List marks are recognised here, because only the neighbouring lines tell them from wrapped text.
 */
final class PlainTextReader {

    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");
    private static final String CZECH_LETTERS = "áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ";
    private static final String CZECH_SIGNS = "„“”‚‘’–—…•·§°€\u00A0«»©®×";

    private PlainTextReader() {}

    static SourceText read(String file, byte[] bytes) throws UnreadableFileException {
        var remarks = new ArrayList<String>();
        String text = decode(file, bytes, remarks);
        if (text.length() > Limits.CHARACTERS) {
            throw new UnreadableFileException(file, Reason.TOO_MUCH_TEXT);
        }
        var lines = new ArrayList<SourceLine>();
        var marks = new ListMarks();
        int from = 0;
        while (from < text.length()) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            String line = text.substring(from, end);
            lines.add(new SourceLine(
                    lines.size() + 1, line, SourceLine.Origin.BODY, 0, 0, marks.next(line), false, false));
            if (lines.size() > Limits.LINES) {
                throw new UnreadableFileException(file, Reason.TOO_MUCH_TEXT);
            }
            boolean windowsEnd = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            from = end + (windowsEnd ? 2 : 1);
        }
        if (lines.stream().allMatch(SourceLine::isBlank)) {
            throw new UnreadableFileException(file, Reason.EMPTY);
        }
        return new SourceText(SourceFormat.TXT, lines, remarks);
    }

    private static String decode(String file, byte[] bytes, List<String> remarks) throws UnreadableFileException {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (looksBinary(bytes)) {
            throw new UnreadableFileException(file, Reason.BINARY);
        }
        int from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            String text = new String(bytes, WINDOWS_1250);
            if (from > 0 || !isClearlyCzech(text)) {
                throw new UnreadableFileException(file, Reason.UNKNOWN_ENCODING);
            }
            remarks.add("Soubor není v UTF-8; přečetli jsme ho jako Windows-1250. Zkontrolujte písmena s "
                    + "diakritikou.");
            return text;
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean looksBinary(byte[] bytes) {
        int control = 0;
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
            control += b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x0B ? 1 : 0;
        }
        return control > 8 + bytes.length / 1000;
    }

    /** Nearly all characters beyond ASCII are Czech; ISO 8859-2 would put š, ť and ž elsewhere and so fail here. */
    private static boolean isClearlyCzech(String text) {
        int letters = 0;
        int signs = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127) {
                letters += CZECH_LETTERS.indexOf(c) >= 0 ? 1 : 0;
                signs += CZECH_SIGNS.indexOf(c) >= 0 ? 1 : 0;
                other += CZECH_LETTERS.indexOf(c) < 0 && CZECH_SIGNS.indexOf(c) < 0 ? 1 : 0;
            }
        }
        return letters >= 3 && letters > signs && other * 50 <= letters;
    }

    /** Recognises list marks line by line. */
    static final class ListMarks {

        private static final Pattern BULLET =
                Pattern.compile("([•\\uF0B7\\uF0A7\\uF0D8\\uF0FC▪●◦‣►➢■□*·]|[–—-]|o)[ \\t\\u00A0]+(?=\\S)");
        private static final Pattern NUMBER = Pattern.compile(
                "(\\d{1,2}(?:\\.[1-9]\\d?){0,3}[.)]|[1-9]\\d?(?:\\.[1-9]\\d?){1,3}|[a-z]\\))[ \\t\\u00A0]+(?=\\S)");
        private static final Pattern ROMAN =
                Pattern.compile("(I{1,3}|IV|VI{0,3}|IX|XI{0,3}|X)[.)][ \\t\\u00A0]+(?=\\S)");
        private static final List<String> ROMANS =
                List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII");

        private String before = "";
        private @Nullable ListMark previous;
        private int lastRoman;

        /** The mark of a line that certainly begins a paragraph. */
        @Nullable
        ListMark ofParagraph(String line) {
            before = "";
            return next(line);
        }

        @Nullable
        ListMark next(String line) {
            ListMark mark = line.isBlank() ? null : mark(line);
            if (mark != null && Passage.isBlank(line, mark.end())) {
                mark = null;
            }
            if (mark != null) {
                previous = mark;
            }
            before = line.strip();
            return mark;
        }

        private @Nullable ListMark mark(String line) {
            int start = 0;
            int depth = 0;
            while (start < line.length() && Passage.isSpace(line.charAt(start))) {
                depth += line.charAt(start) == '\t' ? 4 : 1;
                start++;
            }
            Matcher bullet = BULLET.matcher(line).region(start, line.length());
            if (bullet.lookingAt()) {
                String symbol = bullet.group(1);
                return isListSign(symbol, line, bullet.end()) ? new ListMark(symbol, depth, null, bullet.end()) : null;
            }
            Matcher number = NUMBER.matcher(line).region(start, line.length());
            if (number.lookingAt()) {
                return numbered(line, number, depth, start);
            }
            Matcher roman = ROMAN.matcher(line).region(start, line.length());
            int value = roman.lookingAt() ? ROMANS.indexOf(roman.group(1)) + 1 : 0;
            // "V. Novotný" is a person; Roman numbers count only in their order.
            if (value == 1 || (value > 0 && value == lastRoman + 1)) {
                lastRoman = value;
                return new ListMark(line.substring(start, roman.end(1) + 1), depth, value, roman.end());
            }
            return null;
        }

        /** A dash or the preposition "o" may also begin a wrapped line. */
        private boolean isListSign(String symbol, String line, int contentStart) {
            if (!symbol.equals("o") && !"–—-".contains(symbol)) {
                return true;
            }
            boolean sameList = previous != null && previous.symbol().equals(symbol);
            boolean capital = Character.isUpperCase(line.charAt(contentStart)) || !symbol.equals("o");
            return capital && (sentenceIsOver() || (sameList && !symbol.equals("o")));
        }

        private @Nullable ListMark numbered(String line, Matcher number, int depth, int start) {
            String symbol = number.group(1);
            String digits = symbol.replaceAll("[.)]$", "");
            if (startsDate(line, start)) {
                return null;
            }
            if (Character.isLetter(symbol.charAt(0))) {
                return new ListMark(symbol, depth, symbol.charAt(0) - 'a' + 1, number.end());
            }
            String last = digits.substring(digits.lastIndexOf('.') + 1);
            int value = Integer.parseInt(last);
            boolean nested = digits.indexOf('.') >= 0;
            boolean inOrder = previous != null && previous.number() != null && previous.number() + 1 == value;
            if (!inOrder && !sentenceIsOver()) {
                return null;
            }
            return new ListMark(symbol, nested ? depth + 4 : depth, value, number.end());
        }

        private static boolean startsDate(String line, int start) {
            String head =
                    line.substring(start, Math.min(line.length(), start + 40)).replace('\u00A0', ' ');
            List<CzechDates.DateFound> dates = CzechDates.dates(head);
            return !dates.isEmpty() && dates.getFirst().start() == 0
                    || head.matches("(?s)\\d{1,2}[.:]\\d{2}(?: ?(?:–|-|hod|h ).*)?");
        }

        private boolean sentenceIsOver() {
            return before.isEmpty()
                    || ".!?:;)".indexOf(before.charAt(before.length() - 1)) >= 0
                    || before.length() < 60;
        }
    }
}
