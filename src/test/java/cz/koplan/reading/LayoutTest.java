package cz.koplan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Invented minutes in the layouts that occur, each with what has to be understood of it beside it. */
class LayoutTest {

    private static final Path SAMPLES = Path.of("src/test/resources/reading");

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void hasSamples() throws IOException {
        assertThat(samples()).hasSizeGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isUnderstood(Path sample) throws Exception {
        Path expected = Path.of(sample.toString().replace(".txt", ".json"));
        ReadMinutes minutes = new MinutesReader().read(sample).minutes();
        var json = JsonMapper.shared();
        assertThat(json.readTree(ReadMinutesJson.write(minutes))).isEqualTo(json.readTree(Files.readString(expected)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void losesNoText(Path sample) throws Exception {
        Accounting.of(sample.getFileName().toString(), Files.readAllBytes(sample))
                .check();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isTheSameWithOtherLineEndsAndEncodings(Path sample) throws Exception {
        String text = Files.readString(sample);
        String name = sample.getFileName().toString();
        ReadMinutes expected = new MinutesReader().read(sample).minutes();
        assertThat(read(name, text.replace("\n", "\r\n").getBytes("UTF-8"))).isEqualTo(expected);
        assertThat(read(name, text.replace("\n", "\r").getBytes("UTF-8"))).isEqualTo(expected);
        assertThat(read(name, ("\uFEFF" + text).getBytes("UTF-8"))).isEqualTo(expected);
        assertThat(read(name, ("\uFEFF" + text).getBytes("UTF-16LE"))).isEqualTo(expected);
        assertThat(read(name, ("\uFEFF" + text).getBytes("UTF-16BE"))).isEqualTo(expected);
        ReadMinutes legacy = read(name, text.getBytes("windows-1250"));
        assertThat(legacy.questions()).extracting(ReadMinutes.Question::about).contains("ENCODING");
        assertThat(legacy.items()).isEqualTo(expected.items());
        assertThat(legacy.attendance()).isEqualTo(expected.attendance());
    }

    private static ReadMinutes read(String name, byte[] bytes) throws UnreadableFileException {
        return new MinutesReader().read(name, bytes).minutes();
    }
}
