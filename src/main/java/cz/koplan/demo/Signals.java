package cz.koplan.demo;

import cz.koplan.updates.Signal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the sentences of the region call for, by their words. */
final class Signals {

    private static final Map<Signal, Pattern> WORDS = Map.of(
            Signal.CAPACITY_FULL, words("pln[ěé]|obsazen|naplněn|čekací|čeká se|odmítnout"),
            Signal.FREE_PLACES, words("voln[áéoý]|uvolnil"),
            Signal.FUNDING_RISK, words("dotac|financ|rozpoč|peněz|úhrad"),
            Signal.STAFFING, words("kolegyn|pracovnic|personál|hledáme nov|zaměstnan"),
            Signal.NEW_SITE, words("otevřel|otevíráme|otvíráme|přestěhova"),
            Signal.CLOSED_SITE, words("zavřeli|zavíráme|uzavřel|končíme"),
            Signal.COOPERATION, words("spoluprac|společně|dohodli"),
            Signal.NEED_NOT_MET, words("chybí|nedostatek|nemáme koho|poptávka"));

    private Signals() {}

    private static Pattern words(String words) {
        return Pattern.compile("(?iu)\\b(" + words + ")");
    }

    static Set<Signal> of(String text) {
        Set<Signal> found = EnumSet.noneOf(Signal.class);
        WORDS.forEach((signal, words) -> {
            if (words.matcher(text).find()) {
                found.add(signal);
            }
        });
        return found;
    }
}
