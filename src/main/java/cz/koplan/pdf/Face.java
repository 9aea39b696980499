package cz.koplan.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;

/** The embedded fonts. Each is loaded when first needed and then shared by all documents and threads. */
enum Face {
    REGULAR("/liberation/LiberationSans-Regular.ttf"),
    BOLD("/liberation/LiberationSans-Bold.ttf"),
    ITALIC("/liberation/LiberationSans-Italic.ttf"),
    BOLD_ITALIC("/liberation/LiberationSans-BoldItalic.ttf"),
    FALLBACK("/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf"),
    FALLBACK_BOLD("/net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf");

    /** Stands for a character that no font has; the fallback faces have this one. */
    static final char UNKNOWN = '□';

    private static final short MISSING = -1;

    private final String resource;

    /** Widths in thousandths of the font size, 256 characters per entry; OpenPDF needs a map look-up for each. */
    private final AtomicReferenceArray<short[]> widths = new AtomicReferenceArray<>(256);

    private volatile @Nullable BaseFont font;

    Face(String resource) {
        this.resource = resource;
    }

    static Face of(boolean bold, boolean italic) {
        if (italic) {
            return bold ? BOLD_ITALIC : ITALIC;
        }
        return bold ? BOLD : REGULAR;
    }

    /** Where to look for a character that this face lacks. */
    Face fallback() {
        return this == BOLD || this == BOLD_ITALIC ? FALLBACK_BOLD : FALLBACK;
    }

    boolean has(char c) {
        return width(c) >= 0;
    }

    /** In thousandths of the font size; negative if the face lacks the character. */
    int width(char c) {
        return widths(c)[c & 0xff];
    }

    int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += width(text.charAt(i));
        }
        return width;
    }

    BaseFont font() {
        BaseFont loaded = font;
        return loaded == null ? load() : loaded;
    }

    private short[] widths(char c) {
        short[] known = widths.get(c >> 8);
        return known == null ? measure(c >> 8) : known;
    }

    private short[] measure(int block) {
        BaseFont loaded = font();
        short[] measured = new short[256];
        Arrays.fill(measured, MISSING);
        for (int i = 0; i < 256; i++) {
            int c = block << 8 | i;
            if (loaded.charExists(c)) {
                measured[i] = (short) loaded.getWidth(c);
            }
        }
        widths.set(block, measured);
        return measured;
    }

    private synchronized BaseFont load() {
        BaseFont loaded = font;
        if (loaded != null) {
            return loaded;
        }
        try (InputStream file = Face.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("Font not on the class path: " + resource);
            }
            loaded = BaseFont.createFont(
                    resource, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, file.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A CIDSet would list fewer glyphs than the subset holds (parts of č), which PDF/UA forbids.
        loaded.setIncludeCidSet(false);
        loaded.setSecureRandom(new FixedRandom());
        font = loaded;
        return loaded;
    }

    /** Names of font subsets are random by default, which would make equal documents differ. */
    private static final class FixedRandom extends SecureRandom {

        @Override
        public double nextDouble() {
            return 0;
        }
    }
}
