package cz.koplan.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A picture at the head of a document, prepared once and then used in any number of documents.
 *
 * <p>It is redrawn in sRGB on white: transparency and foreign colour spaces are what PDF/A restricts.
 */
public final class Logo {

    private static final int MOST_PIXELS = 40_000_000;
    private static final int LARGEST_SIDE = 1200;

    final byte[] png;
    final int width;
    final int height;
    final @Nullable String alternativeText;

    private Logo(byte[] png, int width, int height, @Nullable String alternativeText) {
        this.png = png;
        this.width = width;
        this.height = height;
        this.alternativeText = alternativeText;
    }

    /**
     * @param image PNG or JPEG
     * @param alternativeText read to those who do not see the picture; null for a mere decoration
     * @throws IllegalArgumentException for anything else than a readable picture
     */
    public static Logo of(byte[] image, @Nullable String alternativeText) {
        BufferedImage source = read(image);
        double scale = Math.min(1.0, (double) LARGEST_SIDE / Math.max(source.getWidth(), source.getHeight()));
        int width = Math.max(1, (int) (source.getWidth() * scale));
        int height = Math.max(1, (int) (source.getHeight() * scale));
        BufferedImage flat = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.drawImage(
                source.getScaledInstance(width, height, BufferedImage.SCALE_SMOOTH), 0, 0, Color.WHITE, null);
        graphics.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(flat, "png", png);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        boolean decoration = alternativeText == null || alternativeText.isBlank();
        return new Logo(png.toByteArray(), width, height, decoration ? null : alternativeText);
    }

    private static BufferedImage read(byte[] image) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IllegalArgumentException("Not a PNG or JPEG picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(input);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new IllegalArgumentException("The picture is too large");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The picture cannot be read", e);
        }
    }
}
