package cz.koplan.shared.text;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who types into a text, sends it now and then and goes on while the answer is under way, as the desk does. */
public final class Typist {

    private final Random random;
    private final TypedWords words;
    String local;

    /** The text that the server is known to have from this person. */
    private String acknowledged;

    private @Nullable String sent;
    private int caret;

    public Typist(String text, Random random, TypedWords words) {
        this.random = random;
        this.words = words;
        local = text;
        acknowledged = text;
    }

    public void type() {
        int at = gapFrom(local, caret);
        String added = List.of("%s ", " %s", "%s. ", "\n\n%s ", " %s😀 ")
                .get(random.nextInt(5))
                .formatted(words.next(random));
        boolean glued = at > 0 && Character.isLetterOrDigit(local.charAt(at - 1));
        local = local.substring(0, at) + (glued ? " " : "") + added + " " + local.substring(at);
        caret = at + added.length();
    }

    public void delete() {
        List<MatchResult> all = TypedWords.WORD.matcher(local).results().toList();
        if (!all.isEmpty()) {
            MatchResult word = all.get(random.nextInt(all.size()));
            words.delete(word.group());
            boolean withSpace = local.startsWith(" ", word.end()) && random.nextInt(4) > 0;
            local = local.substring(0, word.start()) + local.substring(word.end() + (withSpace ? 1 : 0));
            caret = word.start();
        }
    }

    public void move() {
        caret = random.nextInt(local.length() + 1);
    }

    /** The nearest place from {@code caret} on that is not within a word. */
    private static int gapFrom(String text, int caret) {
        int gap = Math.min(caret, text.length());
        while (gap > 0 && gap < text.length() && !Character.isWhitespace(text.charAt(gap - 1))) {
            gap++;
        }
        return gap;
    }

    /** What is sent until it is answered: what was typed by the time of the first sending. */
    public String send() {
        if (sent == null) {
            sent = local;
        }
        return sent;
    }

    /** What the sent text was made from. */
    public String base() {
        return acknowledged;
    }

    public @Nullable String sent() {
        return sent;
    }

    /** The server stored what was sent and has this text now. */
    public void hear(String stored) {
        if (local.equals(sent)) {
            local = stored;
            acknowledged = stored;
        } else {
            acknowledged = sent == null ? acknowledged : sent;
        }
        settle();
    }

    /** The server could not merge; the other text stays and what only this person added comes below it. */
    public void decide(String stored) {
        Set<String> known = new HashSet<>(TypedWords.in(stored));
        known.addAll(TypedWords.in(acknowledged));
        String missing = TypedWords.in(local).stream()
                .filter(word -> !known.contains(word))
                .collect(Collectors.joining(" "));
        local = missing.isEmpty() ? stored : stored + "\n\n" + missing;
        acknowledged = stored;
        settle();
    }

    private void settle() {
        sent = null;
        caret = Math.min(caret, local.length());
    }
}
