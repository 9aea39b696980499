package cz.koplan.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.meetings.MeetingOrigin;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.MinutesState;
import cz.koplan.minutes.Audience;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.minutes.MinutesService;
import cz.koplan.pdf.PdfChecks;
import cz.koplan.reading.UnreadableFileException;
import cz.koplan.shared.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class ImportServiceTest extends ApplicationTest {

    private static final String OLD_MINUTES = """
            Pracovní setkání skupiny Senioři

            12. května 2021, 14:00 hod. – online

            Témata setkání:

            1. Informace od členů skupiny
            2. Příprava plánu

            Přítomni:
            Novák, Svobodová

            • Pramen. Otevřeli novou poradnu pro pečující.

            • HVZ. Mají dvě volná místa.

            • Mělnická jídelna. Vaří o deset obědů víc.

            Plán se začne připravovat na podzim.

            Zapsal: Jan Novák
            """;
    private static final Path SEED = Path.of("../shared/seeds/004_7555818ad5ceea3f.txt");

    private Region region;
    private ImportService imports;

    @BeforeEach
    void foundRegion() {
        region = new Region(context);
        imports = service(ImportService.class);
    }

    @Test
    void aFileRaisesQuestionsThatAnswersSettleOneByOne() {
        ImportId id = drop(OLD_MINUTES);

        assertThat(open(id)).contains("group", "organisation:HVZ", "organisation:Mělnická jídelna", "attendee:Novák");
        assertThat(open(id)).doesNotContain("organisation:Pramen", "date");
        act(() -> imports.chooseGroup(id, region.own.group()));
        assertThat(open(id)).doesNotContain("group");
        act(() -> imports.chooseOrganisation(id, "HVZ", region.newcomer, true));
        assertThat(open(id)).doesNotContain("organisation:HVZ");
        act(() -> imports.createOrganisation(id, "Mělnická jídelna", "Mělnická jídelna, z. s."));
        assertThat(open(id)).doesNotContain("organisation:Mělnická jídelna");
        act(() -> imports.chooseOrganisationOf(id, "Novák", region.own.organisation()));
        assertThat(open(id)).doesNotContain("attendee:Novák");
        leave(id, question -> true);
        assertThat(open(id)).isEmpty();
    }

    @Test
    void theSavedMeetingHoldsEverything() {
        ImportId id = answered(OLD_MINUTES);

        MeetingId meeting = act(() -> imports.save(id));

        MinutesPage page = page(meeting);
        assertThat(page.meeting().origin()).isEqualTo(MeetingOrigin.IMPORT);
        assertThat(page.meeting().state()).isEqualTo(MeetingState.HELD);
        assertThat(page.state()).isEqualTo(MinutesState.DRAFT);
        assertThat(page.meeting().group()).isEqualTo(region.own.group());
        assertThat(page.meeting().data().heldOn()).isEqualTo(LocalDate.of(2021, 5, 12));
        assertThat(page.meeting().data().startsAt()).isEqualTo(LocalTime.of(14, 0));
        assertThat(page.meeting().data().mode()).isEqualTo(MeetingMode.ONLINE);
        assertThat(page.agenda())
                .extracting(item -> item.data().title())
                .startsWith("Informace od členů skupiny", "Příprava plánu");
        assertThat(page.attendance()).extracting(line -> line.data().name()).containsExactly("Novák", "Svobodová");
        assertThat(page.updates())
                .extracting(line -> line.label() + ": " + line.data().text())
                .containsExactly(
                        "Pramen: Otevřeli novou poradnu pro pečující.",
                        "HVZ: Mají dvě volná místa.",
                        "Mělnická jídelna: Vaří o deset obědů víc.");
        assertThat(page.updates().get(1).data().organisation()).isEqualTo(region.newcomer);
        assertThat(page.signatories().author()).isEqualTo("Jan Novák");
        assertThat(everythingIn(page)).contains("Plán se začne připravovat na podzim");
        assertThat(db.fetchValues("select reason from minutes_revision where meeting_id = " + meeting.value()))
                .hasSize(1)
                .first()
                .isEqualTo("IMPORTED");
        assertThat(review(id).state()).isEqualTo(ImportState.SAVED);
        assertThat(review(id).meeting()).isEqualTo(meeting);
    }

    @Test
    void anImportThatWasSavedIsClosed() {
        ImportId id = answered(OLD_MINUTES);
        act(() -> imports.save(id));

        assertRefused("imports.notOpen", () -> imports.save(id));
        assertRefused("imports.notOpen", () -> imports.discard(id));
        assertRefused("imports.notOpen", () -> imports.chooseDate(id, LocalDate.now()));
        assertRefused("imports.notOpen", () -> imports.chooseGroup(id, region.own.group()));
        assertRefused("imports.notOpen", () -> imports.createOrganisation(id, "XYZ", "Pozdní organizace"));
    }

    @Test
    void withOpenQuestionsNothingIsWritten() {
        ImportId id = drop(OLD_MINUTES);
        int meetings = count("meeting");

        assertRefused("imports.questionsOpen", () -> imports.save(id));
        act(() -> imports.chooseGroup(id, region.own.group()));
        assertRefused("imports.questionsOpen", () -> imports.save(id));

        assertThat(count("meeting")).isEqualTo(meetings);
        assertThat(review(id).state()).isEqualTo(ImportState.OPEN);
    }

    @Test
    void theSameFileIsRecognisedUntilItIsDiscarded() {
        ImportId id = drop(OLD_MINUTES);

        assertThat(act(() -> dropped("jiny-nazev.txt", OLD_MINUTES))).isEqualTo(new ImportService.Dropped(id, true));

        act(() -> imports.discard(id));
        var again = act(() -> dropped("zapis.txt", OLD_MINUTES));
        assertThat(again.known()).isFalse();
        assertThat(again.id()).isNotEqualTo(id);
        assertThat(act(imports::rows))
                .extracting(ImportRow::id)
                .contains(again.id())
                .doesNotContain(id);
    }

    @Test
    void theNextFileIsUnderstoodByTheAlias() {
        ImportId first = drop(OLD_MINUTES);
        act(() -> imports.chooseOrganisation(first, "HVZ", region.newcomer, true));
        act(() -> imports.createOrganisation(first, "Mělnická jídelna", "Mělnická jídelna"));

        ImportId next = drop(OLD_MINUTES.replace("12. května", "13. června"));

        assertThat(open(next)).noneMatch(key -> key.startsWith("organisation:"));
        assertThat(review(next).organisations().get("HVZ").id()).isEqualTo(region.newcomer);
    }

    @Test
    void anOrganisationChosenForOneFileIsAskedForInTheNext() {
        ImportId first = drop(OLD_MINUTES);
        act(() -> imports.chooseOrganisation(first, "HVZ", region.newcomer, false));

        assertThat(open(drop(OLD_MINUTES.replace("12. května", "13. června")))).contains("organisation:HVZ");
    }

    @Test
    void anotherMeetingOnTheSameDayIsAskedFor() {
        MeetingId saved = act(() -> imports.save(answered(OLD_MINUTES)));

        ImportId second = drop(OLD_MINUTES.replace("Otevřeli", "Zavřeli"));
        act(() -> imports.chooseGroup(second, region.own.group()));

        assertThat(review(second).open()).contains(new ImportQuestion.SameDay(saved));
        leave(second, question -> !(question instanceof ImportQuestion.SameDay));
        assertRefused("imports.questionsOpen", () -> imports.save(second));
        leave(second, question -> true);
        assertThat(act(() -> imports.save(second))).isNotEqualTo(saved);
    }

    @Test
    void aFileWithoutADayAsksForIt() {
        ImportId id = drop(OLD_MINUTES.replace("12. května 2021, 14:00 hod. – online\n", ""));
        act(() -> imports.chooseGroup(id, region.own.group()));

        assertThat(open(id)).contains("date");
        assertRefused("imports.date.needed", () -> imports.leave(id, review(id).open()));
        act(() -> imports.chooseDate(id, LocalDate.of(2021, 5, 12)));
        leave(id, question -> true);
        assertThat(page(act(() -> imports.save(id))).meeting().data().heldOn()).isEqualTo(LocalDate.of(2021, 5, 12));
    }

    @Test
    void theGroupCannotBeLeftOpen() {
        ImportId id = drop(OLD_MINUTES);

        assertRefused("imports.group.needed", () -> imports.leave(id, review(id).open()));
        assertThat(open(id)).contains("group", "organisation:HVZ");
    }

    @Test
    void textThatFitsNowhereIsKeptOrLeftOutAsAnswered() {
        String withStray = "Podivná poznámka na okraji.\n\n" + OLD_MINUTES;
        String strayWord = "Podivná poznámka";
        ImportId kept = drop(withStray);
        List<ImportQuestion.UnusedText> unused = unused(kept);
        assertThat(unused).anyMatch(question -> question.text().contains(strayWord));

        unused.forEach(question -> act(() -> imports.keepText(kept, question)));
        assertThat(everythingIn(page(saved(kept)))).contains(strayWord);

        ImportId left = drop(withStray.replace("12. května", "14. května"));
        assertThat(everythingIn(page(saved(left)))).doesNotContain(strayWord);
    }

    @Test
    void twoNamesOfOneOrganisationShareItsLine() {
        ImportId id = drop(OLD_MINUTES);
        act(() -> imports.chooseOrganisation(id, "HVZ", region.own.organisation(), false));

        MinutesPage page = page(saved(id));

        assertThat(page.updates()).hasSize(2);
        assertThat(page.updates().getFirst().data().organisation()).isEqualTo(region.own.organisation());
        assertThat(page.updates().getFirst().data().text())
                .contains("Otevřeli novou poradnu pro pečující.", "HVZ", "Mají dvě volná místa.");
    }

    @Test
    void anImportIsHiddenFromCoordinatorsOfOtherGroups() {
        ImportId id = drop(OLD_MINUTES);
        act(() -> imports.chooseGroup(id, region.own.group()));
        var foreigner = region.foreign.coordinator();

        assertThatThrownBy(() -> as(foreigner, () -> imports.review(id))).isInstanceOf(AccessDeniedException.class);
        assertThat(as(foreigner, imports::rows)).extracting(ImportRow::id).doesNotContain(id);
        assertThat(as(foreigner, () -> dropped("zapis.txt", OLD_MINUTES)).known())
                .as("that the file is known is not told")
                .isFalse();
        assertThatThrownBy(() -> act(() -> imports.chooseGroup(id, region.foreign.group())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anImportOfTheGroupIsSharedByItsCoordinators() {
        ImportId id = drop(OLD_MINUTES);
        act(() -> imports.chooseGroup(id, region.own.group()));
        as(
                region.admin,
                () -> service(cz.koplan.groups.GroupService.class)
                        .addCoordinator(region.own.group(), region.planner.person()));

        assertThat(as(region.planner, () -> imports.review(id)).id()).isEqualTo(id);
        assertThat(as(region.planner, () -> dropped("zapis.txt", OLD_MINUTES)))
                .isEqualTo(new ImportService.Dropped(id, true));
    }

    @Test
    void aFileThatCannotBeReadIsNotStored() {
        int files = count("file");

        for (byte[] content : List.of(new byte[0], new byte[] {0, 1, 2, 3}, "%PDF-1.7".getBytes())) {
            assertThatThrownBy(() -> as(region.own.coordinator(), () -> {
                        try {
                            return imports.drop("zapis.txt", content);
                        } catch (UnreadableFileException e) {
                            throw new IllegalArgumentException(e);
                        }
                    }))
                    .hasCauseInstanceOf(UnreadableFileException.class);
        }
        assertThat(count("file")).isEqualTo(files);
    }

    @Test
    void theCustomersMinutesBecomeAMeetingAndSoundDocuments() throws IOException {
        assumeTrue(Files.exists(SEED), "the customer's minutes are not part of the repository: " + SEED);

        ImportId id = drop(Files.readString(SEED));
        for (ImportQuestion question : review(id).open()) {
            if (question instanceof ImportQuestion.WhichOrganisation which) {
                act(() -> imports.createOrganisation(id, which.label(), which.label()));
            }
        }
        MeetingId meeting = saved(id);

        MinutesPage page = page(meeting);
        assertThat(page.meeting().data().heldOn()).isEqualTo(LocalDate.of(2021, 6, 21));
        assertThat(page.attendance()).hasSize(14);
        assertThat(page.updates())
                .hasSize(15)
                .allSatisfy(update -> assertThat(update.data().organisation()).isNotNull());
        assertThat(page.signatories().author()).isEqualTo("Lukáš Průcha");
        String internal = sound(meeting, Audience.INTERNAL);
        String open = sound(meeting, Audience.PUBLIC);
        assertThat(internal).contains("Průcha", "21. června 2021", "Potravinová banka");
        assertThat(open).contains("21. června 2021", "Potravinová banka").doesNotContain("Kaprasová");
    }

    private String sound(MeetingId meeting, Audience audience) {
        byte[] pdf = as(
                        region.own.coordinator(),
                        () -> service(MinutesService.class).pdf(meeting, audience))
                .content();
        PdfChecks.assertSound(pdf);
        return String.join("\n", PdfChecks.texts(pdf)).replace('\u00A0', ' ');
    }

    private <T> T act(java.util.function.Supplier<T> work) {
        return as(region.own.coordinator(), work);
    }

    private void act(Runnable work) {
        as(region.own.coordinator(), work);
    }

    private ImportId drop(String text) {
        return act(() -> dropped("zapis.txt", text)).id();
    }

    private ImportService.Dropped dropped(String name, String text) {
        try {
            return imports.drop(name, text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImportReview review(ImportId id) {
        return act(() -> imports.review(id));
    }

    private List<String> open(ImportId id) {
        return review(id).open().stream().map(ImportQuestion::key).toList();
    }

    private List<ImportQuestion.UnusedText> unused(ImportId id) {
        return review(id).open().stream()
                .filter(ImportQuestion.UnusedText.class::isInstance)
                .map(ImportQuestion.UnusedText.class::cast)
                .toList();
    }

    private void leave(ImportId id, Predicate<ImportQuestion> which) {
        act(() -> imports.leave(id, review(id).open().stream().filter(which).toList()));
    }

    /** Returns an import with the group and one organisation chosen and everything else left as it is. */
    private ImportId answered(String text) {
        ImportId id = drop(text);
        act(() -> imports.chooseGroup(id, region.own.group()));
        act(() -> imports.chooseOrganisation(id, "HVZ", region.newcomer, false));
        leave(id, question -> true);
        return id;
    }

    private MeetingId saved(ImportId id) {
        act(() -> imports.chooseGroup(id, region.own.group()));
        leave(id, question -> true);
        return act(() -> imports.save(id));
    }

    private MinutesPage page(MeetingId meeting) {
        return act(() -> service(MinutesService.class).page(meeting));
    }

    private static String everythingIn(MinutesPage page) {
        return page.entries() + " " + page.updates() + " " + page.tasks() + " " + page.resolutions();
    }

    private int count(String table) {
        return db.fetchSingle("select count(*) from " + table).get(0, int.class);
    }

    private void assertRefused(String messageKey, Runnable work) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> act(work))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(messageKey);
    }
}
