package cz.koplan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words by which Czech minutes announce what follows. */
enum Label {
    EXCUSED("(?:omluveni?|omluvení|omluveno|omluvena|omluvili se)(?: členové| z jednání| ze setkání)?"),
    ABSENT("(?:nepřítomn[ií]|nepřítomno|neomluveni?|neomluvení|nezúčastnili se|chyběli)(?: členové)?"),
    GUEST("(?:hosté|hosti|host|dále přítomn[ií]|další účastníci|přizvan[ií])(?: jednání| setkání)?"),
    PRESENT("(?:přítomn[ií]|přítomno|účastníci|účastnice a účastníci|zúčastnili se|prezence|účast|seznam přítomných|"
            + "seznam účastníků|prezenční listina)(?: členové| členky)?(?: pracovní)?(?: skupiny| jednání| "
            + "setkání| schůzky)?"
            + "(?: dle prezenční listiny)?"),
    AGENDA("(?:navržený |navrhovaný |schválený )?(?:program|témata|téma|body|body programu|agenda|obsah)"
            + "(?: pracovního| dnešního| k)?(?: setkání| jednání| schůzky| porady| skupiny| projednání)?"),
    DATE("(?:datum|den|kdy|termín)(?: a (?:čas|hodina|místo))?(?: a místo)?(?: konání| setkání| jednání| schůzky)?"),
    TIME("(?:čas|doba|hodina)(?: konání| setkání| jednání)?|začátek(?: jednání)?|zahájení"),
    END("konec(?: jednání)?|ukončení"),
    PLACE("místo(?: a (?:čas|datum))?(?: konání| setkání| jednání| schůzky)?|kde"),
    MODE("(?:způsob|forma|formát)(?: konání| setkání| jednání| schůzky)?"),
    GROUP("pracovní skupina|název (?:pracovní )?skupiny|skupina"),
    TASK("úkol(?: č\\. ?\\d{1,4}(?:/\\d{2,4})?| \\d{1,4}(?:/\\d{2,4})?)?"),
    TASKS("(?:nové |uložené |přijaté )?úkoly(?: z (?:jednání|této schůzky|dnešního setkání)| ze setkání| pro "
            + "členy(?: skupiny)?)?"
            + "(?: do příštího (?:setkání|jednání))?|přehled úkolů|seznam úkolů"),
    RESOLUTION("(?:návrh )?usnesení(?: č\\.| číslo)? ?(?:[\\p{L}]{1,4}[-/ ]?)?(?:\\d{1,4}(?:[/-]\\d{1,4}){0,3})?"),
    RESOLUTIONS("přijatá usnesení|přehled usnesení"),
    AUTHOR("zapsal(?:a|i|y|/a|\\(a\\))?|zpracoval(?:a|i|y|/a|\\(a\\))?|vypracoval(?:a|/a|\\(a\\))?|"
            + "vyhotovil(?:a|/a|\\(a\\))?|"
            + "zápis (?:vyhotovil|zpracoval|pořídil|provedl|sepsal|vypracoval|napsal)(?:a|/a|\\(a\\))?|"
            + "zapisovatel(?:ka)?|zaznamenal(?:a|/a|\\(a\\))?|autor(?:ka)? zápisu"),
    VERIFIER("ověřil(?:a|/a|i|\\(a\\))?|zápis ověřil(?:a|/a|i|\\(a\\))?|ověřovatel(?:ka|é)?(?: zápisu)?"),
    NEXT_MEETING(
            "(?:předpokládaný |plánovaný |návrh )?(?:termín|datum)(?: a místo)? (?:příštího|dalšího|následujícího) "
                    + "(?:pracovního )?(?:setkání|jednání|schůzky|schůze|termínu)(?: (?:pracovní )?skupiny)?|"
                    + "(?:příští|další|následující) (?:pracovní )?(?:setkání|jednání|schůzka|schůze|termín|porada)"
                    + "(?: (?:pracovní )?skupiny)?"),
    PROCEEDINGS("(?:průběh|obsah) (?:jednání|setkání|schůzky)|zápis z (?:průběhu )?(?:jednání|setkání)|zápis");

    /** A label, up to and with its separator; {@code number} of a resolution stands inside {@code wording}. */
    record Found(Label label, int start, int end, String wording, boolean colon) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern SEPARATOR = Pattern.compile("(?: ?\\([^()]{1,30}\\))? ?(:|[–—-](?= |$)|\\.?$)");
    private static final Pattern ITS_VERB = Pattern.compile(
            " (?:se (?:uskuteční|bude konat|koná|sejde)|proběhne|bude|je naplánováno na|je)(?= )", FLAGS);

    private final Pattern atStart;
    private final Pattern inside;

    Label(String wording) {
        atStart = Pattern.compile("(?:" + wording + ")(?![\\p{L}\\d])", FLAGS);
        inside = Pattern.compile("(?<=[ ,;.|])(?:" + wording + ")(?: ?\\([^()]{1,30}\\))? ?:", FLAGS);
    }

    /** The label that opens the text, which must be followed by a colon, a dash or nothing. */
    static @Nullable Found of(String text) {
        if (text.isEmpty() || !Character.isLetter(text.charAt(0))) {
            return null;
        }
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Found found = null;
        for (Label label : values()) {
            Matcher matcher = label.atStart.matcher(head);
            if (matcher.lookingAt()) {
                Found candidate = label.withSeparator(text, head, matcher.end());
                if (candidate != null && (found == null || candidate.end() > found.end())) {
                    found = candidate;
                }
            }
        }
        return found;
    }

    private @Nullable Found withSeparator(String text, String head, int end) {
        Matcher separator = SEPARATOR.matcher(head).region(end, head.length());
        if (separator.lookingAt()
                && (head.length() == text.length() || !separator.group(1).matches("\\.?"))) {
            return new Found(
                    this,
                    0,
                    separator.end(),
                    text.substring(0, end),
                    separator.group(1).equals(":"));
        }
        if (this == NEXT_MEETING) {
            Matcher verb = ITS_VERB.matcher(head).region(end, head.length());
            if (verb.lookingAt()) {
                return new Found(this, 0, verb.end(), text.substring(0, end), false);
            }
        }
        boolean numbered = this == RESOLUTION && Character.isDigit(text.charAt(end - 1));
        boolean nameFollows = (this == AUTHOR || this == VERIFIER) && PersonNames.looksLikeOne(text.substring(end));
        return numbered || nameFollows ? new Found(this, 0, end, text.substring(0, end), false) : null;
    }

    /** Further labels with a colon inside the text, in its order. */
    static List<Found> inside(String text, int from) {
        var found = new ArrayList<Found>();
        if (text.indexOf(':', from) < 0 || text.length() > LONGEST_WITH_LABELS) {
            return found;
        }
        for (Label label : values()) {
            Matcher matcher = label.inside.matcher(text);
            int start = from;
            while (start <= text.length() && matcher.find(start)) {
                found.add(new Found(label, matcher.start(), matcher.end(), matcher.group(), true));
                start = matcher.end();
            }
        }
        found.sort((a, b) -> a.start() != b.start() ? a.start() - b.start() : b.end() - a.end());
        var apart = new ArrayList<Found>();
        for (Found one : found) {
            if (apart.isEmpty() || one.start() >= apart.getLast().end()) {
                apart.add(one);
            }
        }
        return apart;
    }

    boolean isAttendance() {
        return this == PRESENT || this == EXCUSED || this == ABSENT || this == GUEST;
    }

    boolean isDateOrPlace() {
        return this == DATE || this == TIME || this == END || this == PLACE || this == MODE;
    }

    private static final int LONGEST = 160;
    private static final int LONGEST_WITH_LABELS = 5_000;
}
