package cz.koplan.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** {@code ./koplan shots}: every screen in full size, and contact sheets by width, language and brightness. */
public final class Shots {

    private Shots() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path target = Files.createDirectories(Path.of(arguments[0]));
        try (Browser browser = new Browser();
                PackagedApplication application = DemoApplication.get()) {
            for (Variant variant : Variant.ALL) {
                List<BufferedImage> shots = new ArrayList<>();
                variant.visit(browser, application, (screen, page, scriptErrors) -> {
                    page.waitForTimeout(400);
                    byte[] png = page.screenshot();
                    shots.add(keep(png, target.resolve(variant.name() + "-" + screen.name() + ".png")));
                });
                Path sheet = target.resolve("sheet-" + variant.name() + ".png");
                ImageIO.write(sheet(shots, variant.width() == Browser.PHONE ? 6 : 3), "png", sheet.toFile());
                System.out.println(sheet);
            }
        }
    }

    private static BufferedImage keep(byte[] png, Path file) {
        try {
            Files.write(file, png);
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage sheet(List<BufferedImage> shots, int columns) {
        int width = columns == 3 ? 640 : 300;
        int height = shots.getFirst().getHeight() * width / shots.getFirst().getWidth();
        int rows = (shots.size() + columns - 1) / columns;
        var sheet = new BufferedImage(columns * (width + 8), rows * (height + 8), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < shots.size(); i++) {
            int x = i % columns * (width + 8) + 4;
            int y = i / columns * (height + 8) + 4;
            graphics.drawImage(shots.get(i), x, y, width, height, null);
        }
        graphics.dispose();
        return sheet;
    }
}
