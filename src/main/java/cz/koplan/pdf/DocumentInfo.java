package cz.koplan.pdf;

import java.time.Instant;

/**
 * What the file says about itself.
 *
 * @param title shown by readers as the name of the document; never blank
 * @param author the body that issues the document, may be empty
 * @param headerLeft small print at the top of every page but the first, may be empty
 * @param headerRight the same on the right
 * @param stamp the moment of making; equal content and stamp give equal bytes
 */
public record DocumentInfo(String title, String author, String headerLeft, String headerRight, Instant stamp) {

    public DocumentInfo {
        title = oneLine(title);
        author = oneLine(author);
        headerLeft = oneLine(headerLeft);
        headerRight = oneLine(headerRight);
        if (title.isBlank()) {
            throw new IllegalArgumentException("A PDF needs a title");
        }
    }

    private static String oneLine(String text) {
        return CleanText.of(text).replace('\n', ' ').strip();
    }
}
