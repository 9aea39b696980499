package cz.koplan.reading;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged minutes: lines shuffled, deleted, doubled, joined and cut must never throw and never lose text. */
class MutationTest {

    private static final int ROUNDS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverLosesText(long seed) throws Exception {
        var random = new Random(seed);
        List<Path> samples = LayoutTest.samples();
        for (int round = 0; round < ROUNDS; round++) {
            var lines = new ArrayList<>(Files.readAllLines(samples.get(random.nextInt(samples.size()))));
            if (random.nextInt(3) == 0) {
                lines.addAll(Files.readAllLines(samples.get(random.nextInt(samples.size()))));
            }
            int changes = 1 + random.nextInt(12);
            for (int i = 0; i < changes && lines.size() > 3; i++) {
                mutate(lines, random);
            }
            String text = String.join("\n", lines);
            if (!text.isBlank()) {
                try {
                    Accounting.of("zápis.txt", text.getBytes(StandardCharsets.UTF_8))
                            .check();
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("Seed " + seed + ", round " + round + ":\n" + text, e);
                }
            }
        }
    }

    private static void mutate(List<String> lines, Random random) {
        int at = random.nextInt(lines.size() - 1);
        String line = lines.get(at);
        switch (random.nextInt(9)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
            case 3 -> Collections.shuffle(lines, random);
            case 4 -> lines.set(at, line + " " + lines.remove(at + 1));
            case 5 -> lines.set(at, line.substring(random.nextInt(line.length() + 1)));
            case 6 -> lines.set(at, line.replace(' ', "\t|:–,;(".charAt(random.nextInt(7))));
            case 7 -> lines.add(at, "");
            default -> lines.set(at, "• " + line);
        }
    }
}
