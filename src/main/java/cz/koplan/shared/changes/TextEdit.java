package cz.koplan.shared.changes;

import cz.koplan.shared.Input;

/**
 * What an editor hands over while somebody types: the text as it is now, and the stored text it was made from.
 *
 * @param base Markdown as the editor last knew it to be stored
 * @param text Markdown as typed; space at its ends is kept, for the next word follows
 */
public record TextEdit(String base, String text) {

    public static final int MAX = 1_000_000;

    public TextEdit {
        base = Input.typed(base, Integer.MAX_VALUE);
        text = Input.typed(text, MAX);
    }
}
