package cz.koplan.reading;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares wordings in spite of case, diacritics, punctuation and Czech endings. */
final class Wording {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d]+");
    private static final Pattern COMBINING = Pattern.compile("\\p{M}+");

    /** Words that make a sentence and hardly ever stand in the name of an organisation. */
    private static final Set<String> SENTENCE_WORDS =
            Set.of(("se si je jsou jsme byl byla bylo byli byly bude budou budeme "
                            + "má mají máme nemá nemají nemáme není nejsou že který která které kteří kterou "
                            + "kterým aby když ale "
                            + "proto protože také taky již už zatím nyní dnes jinak dále však pokud jsem nic "
                            + "žádné žádná žádný "
                            + "došlo dojde může mohou musí chce chceme lze nové nová")
                    .split(" ++"));

    /** Endings of finite verbs that no lower-case word of an organisation's name has. */
    private static final Pattern VERB = Pattern.compile(
            "\\p{Ll}{2,20}(?:uje|ují|ujeme|oval|ovala|ovalo|ovali|ovaly|ěhl|ěhla|ěhlo|ěhly|ilo|ili|ají|ejí|ějí|áme)");

    /** Past participles whose stem ends in a consonant, which hardly any noun resembles. */
    private static final String CLEAR_PAST =
            "\\p{Ll}{0,20}(?:šel|šl[aoiy]|(?:řek|ved|nes|vez)l[aoiy])|\\p{Ll}{2,20}(?:h|nik|pad|rost)l[aoiy]";

    /** Any past participle: a vowel of the stem, l, the ending of the gender. */
    private static final Pattern PAST = Pattern.compile(CLEAR_PAST
            + "|\\p{Ll}{2,20}(?:(?:[aěiy]|nu)l[aoiy]|el[ao]|[mž]eli|(?:[aěih]|nu|nik|pad|rost)l)"
            + "|\\p{Ll}{0,20}(?:řek|ved|nes|vez)l");

    /** At the start a capital tells nothing, so names such as Kamila and Navrátil must be spared. */
    private static final Pattern PAST_AT_START =
            Pattern.compile(CLEAR_PAST + "|\\p{Ll}{2,20}(?:ěl[aoiy]|nul[aoiy]|alo|ali)");

    private static final Set<String> NO_PARTICIPLES =
            Set.of(("anděl anděla anděli anděly automobil automobily cihla cihly civil festival festivaly interval "
                            + "jehla jehly kapela karneval mandala mandaly mobil mobily neděli profil profily textil "
                            + "truhla truhly včela")
                    .split(" ++"));

    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}\\p{Ll}*");

    private static final Pattern SENTENCE_END = Pattern.compile("\\p{Ll}{3}[.!?] {1,3}\\p{Lu}");

    private Wording() {}

    /** Lower case without diacritics and punctuation, words separated by one space. */
    static String plain(String text) {
        String folded = COMBINING
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("");
        return NO_WORD.matcher(folded).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** The beginnings of the longer words, so that endings do not matter. */
    static Set<String> stems(String text) {
        var stems = new HashSet<String>();
        for (String word : plain(text).split(" ")) {
            if (word.length() >= 4) {
                stems.add(word.substring(0, Math.max(3, Math.min(5, word.length() - 2))));
            }
        }
        return stems;
    }

    /** How many stems of the title occur in the text. */
    static int shared(String title, String text) {
        var common = stems(title);
        common.retainAll(stems(text));
        return common.size();
    }

    /** A sentence rather than a name: it has a finite verb or a conjunction, or goes on for long. */
    static boolean isSentence(String text) {
        String[] words = text.split(" ");
        if (words.length > 9) {
            return true;
        }
        for (int i = 0; i < words.length; i++) {
            String bare = NO_WORD.matcher(words[i]).replaceAll("");
            String word = i == 0 && CAPITALISED.matcher(bare).matches() ? bare.toLowerCase(Locale.ROOT) : bare;
            boolean atStart = i == 0 && !bare.equals(word);
            boolean past = (atStart ? PAST_AT_START : PAST).matcher(word).matches() && !NO_PARTICIPLES.contains(word);
            if (past || SENTENCE_WORDS.contains(word) || VERB.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Running text: at least one sentence is over, or one goes on for long. */
    static boolean isProse(String text) {
        return text.length() > 160
                || SENTENCE_END.matcher(text).find()
                || (text.endsWith(".") && isSentence(text.substring(0, text.length() - 1)));
    }
}
