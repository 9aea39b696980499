package cz.koplan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReadMinutesJsonTest {

    @Test
    void hasTheAgreedNamesOnOneLineAndReadsBack() throws Exception {
        ReadMinutes minutes = new MinutesReader()
                .read(Path.of("src/test/resources/reading/01-numbered-headings.txt"))
                .minutes();
        String json = ReadMinutesJson.write(minutes);
        assertThat(json).doesNotContain("\n").contains("\"start\":\"09:00\"", "\"date\":\"2022-09-14\"");
        var node = JsonMapper.shared().readTree(json);
        assertThat(node.propertyNames())
                .containsExactly(
                        "source",
                        "format",
                        "title",
                        "group",
                        "date",
                        "start",
                        "end",
                        "mode",
                        "place",
                        "agenda",
                        "attendance",
                        "items",
                        "tasks",
                        "resolutions",
                        "author",
                        "verifiedBy",
                        "nextMeeting",
                        "questions",
                        "unused",
                        "provenance");
        assertThat(node.at("/nextMeeting").propertyNames()).containsExactly("date", "start", "place", "lines");
        assertThat(node.at("/tasks/0").propertyNames()).containsExactly("text", "owner", "due", "lines");
        assertThat(node.at("/provenance/title").isArray()).isTrue();
        assertThat(node.at("/mode").isNull()).isTrue();
        assertThat(ReadMinutesJson.read(json)).isEqualTo(minutes);
    }
}
