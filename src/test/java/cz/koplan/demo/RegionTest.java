package cz.koplan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.accounts.Password;
import cz.koplan.demo.Region.GroupLine;
import cz.koplan.demo.Region.MemberLine;
import cz.koplan.demo.Region.OrganisationLine;
import cz.koplan.demo.Region.PersonLine;
import cz.koplan.organisations.Ico;
import cz.koplan.shared.text.InternalPassages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 21);

    private final Region region = Region.load();

    @Test
    void fortyOrganisationsDifferInNameNumberAndAliases() {
        List<OrganisationLine> organisations = region.organisations();
        assertThat(organisations).hasSize(40);
        assertThat(organisations).extracting(OrganisationLine::name).doesNotHaveDuplicates();
        assertThat(organisations)
                .extracting(OrganisationLine::ico)
                .doesNotHaveDuplicates()
                .allMatch(Ico::hasValidCheckDigit);
        assertThat(organisations.stream().flatMap(organisation -> organisation.aliases().stream()))
                .doesNotHaveDuplicates();
        assertThat(organisations)
                .extracting(organisation -> organisation.data().active())
                .contains(false);
    }

    @Test
    void peopleAndAddressesAreInvented() {
        assertThat(region.people()).extracting(PersonLine::key).doesNotHaveDuplicates();
        assertThat(region.people().stream().map(PersonLine::email).filter(email -> email != null))
                .allMatch(email -> email.endsWith("@priklad.example"));
        assertThat(region.organisations().stream()
                        .map(OrganisationLine::website)
                        .filter(site -> site != null))
                .allMatch(site -> site.endsWith(".priklad.example/"));
    }

    @Test
    void groupsReferToWhatIsThere() {
        Set<String> people = region.people().stream().map(PersonLine::key).collect(Collectors.toSet());
        Set<String> organisations =
                region.organisations().stream().map(OrganisationLine::key).collect(Collectors.toSet());
        assertThat(region.groups()).hasSize(5);
        for (GroupLine group : region.groups()) {
            assertThat(organisations)
                    .containsAll(group.members().stream()
                            .map(MemberLine::organisation)
                            .toList());
            assertThat(people)
                    .contains(group.coordinator())
                    .containsAll(group.members().stream()
                            .flatMap(member -> Stream.of(member.delegate(), member.deputy(), member.formerDelegate()))
                            .filter(person -> person != null)
                            .toList());
        }
    }

    @Test
    void thereIsAnAccountOfEveryRole() {
        assertThat(new Password(RegionWriter.PASSWORD).value()).startsWith("koplan-demo");
        assertThat(region.accounts()).hasSize(5);
        assertThat(DemoRegion.table(region).lines().skip(1))
                .hasSize(5)
                .allMatch(line -> line.contains("koplan-demo-1"));
    }

    @Test
    void everyThemeHasSentencesForEveryMonth() {
        var sections = RoundTableTexts.load();
        assertThat(sections.values().stream().mapToInt(List::size).sum()).isGreaterThan(300);
        assertThat(sections.values().stream().flatMap(List::stream).map(Season.Marked::text))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith("."));
        for (OrganisationLine organisation : region.organisations()) {
            assertThat(sections).containsKey(organisation.theme());
            assertThat(sections.get(organisation.theme()).stream()
                            .filter(sentence -> sentence.season().equals(Season.ALWAYS)))
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void everyBlankIsFilled() {
        Stream<String> sentences =
                RoundTableTexts.load().values().stream().flatMap(List::stream).map(Season.Marked::text);
        Stream<String> topics = Topic.load().stream().map(Topic::text);
        Stream<String> resolutions = Topic.load().stream().flatMap(topic -> topic.resolutions().stream());
        assertThat(Stream.of(sentences, topics, resolutions)
                        .flatMap(texts -> texts)
                        .map(text -> Blanks.fill(text, NOVEMBER, new Random(1))))
                .noneMatch(text -> text.contains("<") || text.contains("|místa"));
    }

    @Test
    void topicsNameOwnersThatExistAndCloseTheirInternalPassages() {
        Set<String> owners = new HashSet<>(
                region.organisations().stream().map(OrganisationLine::key).toList());
        owners.add(Topic.COORDINATOR);
        List<Topic> topics = Topic.load();
        assertThat(topics).hasSizeGreaterThan(40);
        assertThat(topics.stream()
                        .flatMap(topic -> topic.assignments().stream())
                        .map(Topic.Assignment::owner))
                .allMatch(owners::contains);
        assertThat(topics)
                .filteredOn(topic -> InternalPassages.isIn(topic.text()))
                .hasSizeGreaterThan(8);
        assertThat(topics)
                .noneMatch(topic -> InternalPassages.internalText(topic.text()).contains("}}"));
        for (GroupLine group : region.groups()) {
            assertThat(topics.stream()
                            .filter(topic ->
                                    topic.isFor(group.key()) && topic.season().equals(Season.ALWAYS)))
                    .hasSizeGreaterThan(10);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1 místo", "2,2 místa", "4,4 místa", "5,5 míst", "22,22 míst"})
    void numbersTakeTheFormThatCzechWants(int number, String expected) {
        String blank = "<" + number + "-" + number + " místo|místa|míst>";
        assertThat(Blanks.fill(blank, NOVEMBER, new Random(1))).isEqualTo(expected);
    }

    @Test
    void monthsAndYearsFollowTheMeeting() {
        assertThat(Blanks.fill("od <měsíce+2>, v <měsíci+1>, rok <rok+1>", NOVEMBER, new Random(1)))
                .isEqualTo("od ledna, v prosinci, rok 2027");
    }

    @Test
    void aSeasonMayGoOverNewYear() {
        assertThat(Season.parse("[11-3] Mrzne.")).isEqualTo(new Season.Marked(new Season(11, 3), "Mrzne."));
        assertThat(IntStream.rangeClosed(1, 12).filter(month -> new Season(11, 3).holds(LocalDate.of(2026, month, 1))))
                .containsExactly(1, 2, 3, 11, 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-02-28", "2026-07-15", "2026-09-10", "2028-02-29", "2026-11-21"})
    void everyGroupMetTenTimesWithinAYearAndKnowsItsNextMeeting(LocalDate today) {
        for (GroupLine group : region.groups()) {
            List<LocalDate> days = MeetingDays.around(today, group);
            assertThat(days).isSorted().doesNotHaveDuplicates().allMatch(day -> day.getDayOfWeek() == group.day());
            assertThat(days.stream().filter(day -> day.isBefore(today))).hasSizeBetween(9, 11);
            assertThat(days).filteredOn(day -> day.isAfter(today)).isNotEmpty();
        }
    }

    @Test
    void aMeetingHearsNoSentenceTwice() {
        var texts = new RoundTableTexts(RoundTableTexts.load(), new Random(1));
        var said = new HashSet<String>();
        List<String> updates = new ArrayList<>();
        for (MemberLine member : region.groups().getFirst().members()) {
            updates.add(texts.compose(region.organisation(member.organisation()), "cizinci", NOVEMBER, said));
        }
        assertThat(updates).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }
}
