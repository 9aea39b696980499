package cz.koplan.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.reading.ReadMinutes.Item;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The customer's own documents against the values agreed with them. */
class SeedMinutesTest {

    private static final Path SHARED = Path.of("../shared");
    private static final Path MINUTES = SHARED.resolve("seeds/004_7555818ad5ceea3f.txt");
    private static JsonNode expected;
    private static ReadMinutes minutes;

    @BeforeAll
    static void readMinutes() throws Exception {
        assumeTrue(Files.exists(MINUTES), "The customer's documents are not beside this working copy: " + MINUTES);
        expected = JsonMapper.shared()
                .readTree(Files.readString(SHARED.resolve("acceptance/seed-expected.json")))
                .get(MINUTES.getFileName().toString());
        minutes = new MinutesReader().read(MINUTES).minutes();
    }

    @Test
    void readsTheHead() {
        OffsetDateTime start = OffsetDateTime.parse(expected.get("start").asString());
        assertThat(minutes.title()).isEqualTo(expected.at("/title/text").asString());
        assertThat(minutes.provenance().get("title")).isEqualTo(lines(expected.at("/title/lines")));
        assertThat(minutes.group())
                .isEqualTo("skupiny pro cizince, národností menšiny a osoby ohrožené sociálním vyloučením");
        assertThat(minutes.date()).isEqualTo(start.toLocalDate());
        assertThat(minutes.start()).isEqualTo(start.toLocalTime());
        assertThat(minutes.end()).isNull();
        assertThat(minutes.mode()).isEqualTo(MeetingMode.ONLINE);
        assertThat(minutes.place()).isNull();
        for (String field : List.of("date", "start", "mode")) {
            assertThat(minutes.provenance().get(field)).isEqualTo(lines(expected.at("/dateRaw/lines")));
        }
    }

    @Test
    void readsAgendaAndAttendance() {
        assertThat(minutes.agenda()).hasSize(2).hasSameSizeAs(expected.get("topics"));
        for (int i = 0; i < minutes.agenda().size(); i++) {
            JsonNode topic = expected.get("topics").get(i);
            assertThat(minutes.agenda().get(i).title())
                    .isEqualTo(topic.get("text").asString());
            assertThat(minutes.agenda().get(i).lines()).isEqualTo(lines(topic.get("lines")));
        }
        assertThat(minutes.attendance())
                .extracting(ReadMinutes.Attendee::name)
                .containsExactlyElementsOf(expected.get("present")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList())
                .hasSize(14);
        assertThat(minutes.attendance()).allSatisfy(attendee -> {
            assertThat(attendee.kind()).isEqualTo(AttendanceKind.PRESENT);
            assertThat(attendee.organisation()).isNull();
        });
        assertThat(minutes.questions())
                .extracting(ReadMinutes.Question::about)
                .hasSize(14)
                .containsOnly("ATTENDEE_WITHOUT_ORGANISATION");
    }

    @Test
    void readsTheRoundTable() {
        Item roundTable = minutes.items().getFirst();
        assertThat(roundTable.kind()).isEqualTo(AgendaItemKind.ROUND_TABLE);
        assertThat(roundTable.agendaNumber()).isEqualTo(1);
        assertThat(roundTable.paragraphs()).isEmpty();
        assertThat(roundTable.updates()).hasSize(15).hasSameSizeAs(expected.get("updates"));
        for (int i = 0; i < 15; i++) {
            JsonNode update = expected.get("updates").get(i);
            assertThat(roundTable.updates().get(i))
                    .isEqualTo(new ReadMinutes.Update(
                            update.get("label").asString(), update.get("text").asString(), lines(update.get("lines"))));
        }
    }

    @Test
    void givesTheBulletThatIsNoOrganisationToTheNextItem() {
        Item impact = minutes.items().get(1);
        assertThat(minutes.items()).hasSize(2);
        assertThat(impact.agendaNumber())
                .isEqualTo(expected.at("/impact/agendaItem").asInt());
        assertThat(impact.kind()).isEqualTo(AgendaItemKind.TOPIC);
        assertThat(impact.updates()).isEmpty();
        assertThat(impact.paragraphs())
                .containsExactlyElementsOf(expected.at("/impact/paragraphs")
                        .valueStream()
                        .map(node -> new ReadMinutes.Paragraph(node.get("text").asString(), lines(node.get("lines"))))
                        .toList());
    }

    @Test
    void readsTheAuthorAndLosesNothing() throws Exception {
        assertThat(minutes.author()).isEqualTo(expected.at("/author/name").asString());
        assertThat(minutes.provenance().get("author")).isEqualTo(lines(expected.at("/author/lines")));
        assertThat(minutes.tasks()).isEmpty();
        assertThat(minutes.resolutions()).isEmpty();
        assertThat(minutes.nextMeeting()).isNull();
        assertThat(minutes.unused()).isEmpty();
        Accounting.of("004.txt", Files.readAllBytes(MINUTES)).check();
    }

    @Test
    void asksForOrganisationsTheDirectoryDoesNotKnow() throws Exception {
        var reader = new MinutesReader(label -> !label.equals("CPI"));
        assertThat(reader.read(MINUTES).minutes().questions())
                .filteredOn(question -> question.about().equals("UNKNOWN_ORGANISATION"))
                .extracting(ReadMinutes.Question::text)
                .containsExactly("CPI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"000_3efa719d3656121c", "001_425581a8f25132f0", "002_50ec9ab479b1d8f1", "003_6f7830cab4d4cd46"})
    void takesADescriptionOfAServiceForNoMinutes(String name) throws Exception {
        Path file = SHARED.resolve("seeds/" + name + ".txt");
        ReadMinutes read = new MinutesReader().read(file).minutes();
        assertThat(read.questions()).extracting(ReadMinutes.Question::about).containsExactly("NOT_MINUTES");
        assertThat(read.title()).isNull();
        assertThat(read.items()).isEmpty();
        assertThat(read.attendance()).isEmpty();
        assertThat(read.unused()).hasSize(1);
        Accounting.of("service.txt", Files.readAllBytes(file)).check();
    }

    private static Lines lines(JsonNode node) {
        return new Lines(node.get(0).asInt(), node.get(1).asInt());
    }
}
