package cz.koplan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.minutes.Entry;
import cz.koplan.minutes.EntryKind;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.minutes.MinutesService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextConflictException;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.tasks.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class DeskServiceTest extends ApplicationTest {

    private static final UUID WINDOW = UUID.randomUUID();
    private static final String STORED = "Příští rok se připraví plán.";

    private Region region;
    private Region.Circle own;
    private DeskService desk;
    private TextPlace entry;

    @BeforeEach
    void foundRegion() {
        region = new Region(context);
        own = region.own;
        desk = service(DeskService.class);
        entry = new TextPlace(TextPlace.Kind.ENTRY, own.entry().value());
    }

    private StoredText save(UUID window, long sequence, String base, String text) {
        return as(
                own.coordinator(),
                () -> desk.saveText(own.meeting(), new Sending(window, sequence), entry, new TextEdit(base, text)));
    }

    private List<QuickLine.Problem> add(long sequence, String line) {
        return as(
                own.coordinator(), () -> desk.addLine(own.meeting(), new Sending(WINDOW, sequence), own.topic(), line));
    }

    private MinutesPage page() {
        return as(own.coordinator(), () -> service(MinutesService.class).page(own.meeting()));
    }

    private String body() {
        return db.fetchSingle("select body from minutes_entry where id = ?", entry.id())
                .get(0, String.class);
    }

    @Test
    void aTextSentTwiceIsStoredOnce() {
        StoredText first = save(WINDOW, 1, STORED, STORED + " Do konce září.");
        StoredText again = save(WINDOW, 1, STORED, STORED + " Do konce září.");

        assertThat(again).isEqualTo(first).isEqualTo(new StoredText(2, STORED + " Do konce září."));
        assertThat(pastOf("minutes_entry", entry.id())).hasSize(2);
    }

    @Test
    void aRepeatedSendingIsAnsweredWithWhatOthersStoredSince() {
        save(WINDOW, 1, STORED, STORED + " Do září.");
        save(UUID.randomUUID(), 1, STORED, "Usneseno: " + STORED);

        assertThat(save(WINDOW, 1, STORED, STORED + " Do září."))
                .isEqualTo(new StoredText(3, "Usneseno: " + STORED + " Do září."));
    }

    @Test
    void aLowerNumberThanTheLastOneCountsAsTaken() {
        save(WINDOW, 5, STORED, STORED + " Pět.");

        assertThat(save(WINDOW, 4, STORED, "Čtyři. " + STORED).text()).isEqualTo(STORED + " Pět.");
        assertThat(save(WINDOW, 6, STORED, "Šest. " + STORED).text()).isEqualTo("Šest. " + STORED + " Pět.");
    }

    @Test
    void numbersOfTwoWindowsAreTheirOwn() {
        save(WINDOW, 1, STORED, STORED + " První okno.");

        assertThat(save(UUID.randomUUID(), 1, STORED, "Druhé okno. " + STORED).text())
                .isEqualTo("Druhé okno. " + STORED + " První okno.");
    }

    @Test
    void aNumberStartsWithOne() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new Sending(WINDOW, 0));
    }

    @Test
    void nobodySendsFromTheWindowOfSomebodyElse() {
        save(WINDOW, 1, STORED, STORED + " Moje.");
        var foreign = new TextPlace(TextPlace.Kind.ENTRY, region.foreign.entry().value());

        assertThatThrownBy(() -> as(
                        region.foreign.coordinator(),
                        () -> desk.saveText(
                                region.foreign.meeting(),
                                new Sending(WINDOW, 2),
                                foreign,
                                new TextEdit(STORED, "Cizí."))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(own.member(), () -> desk.here(own.meeting(), WINDOW, "/")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aTextOfAnotherMeetingIsNotThere() {
        entry = new TextPlace(TextPlace.Kind.ENTRY, region.foreign.entry().value());

        assertThatThrownBy(() -> save(WINDOW, 1, STORED, "Cizí.")).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void aTextThatWasRemovedIsNotThere() {
        as(own.coordinator(), () -> desk.remove(own.meeting(), entry));

        assertThatThrownBy(() -> save(WINDOW, 1, STORED, STORED + " Pozdě."))
                .isInstanceOfAny(StaleVersionException.class, NotFoundException.class);
    }

    @Test
    void aConflictLeavesTheRowAsItIs() {
        save(WINDOW, 1, STORED, "Letos se připraví plán.");

        assertThatExceptionOfType(TextConflictException.class)
                .isThrownBy(() -> save(UUID.randomUUID(), 1, STORED, "Napřesrok se připraví plán."))
                .satisfies(e -> assertThat(e.stored()).isEqualTo(new StoredText(2, "Letos se připraví plán.")));
        assertThat(body()).isEqualTo("Letos se připraví plán.");
        assertThat(pastOf("minutes_entry", entry.id())).hasSize(2);
    }

    @Test
    void everyKindOfTextIsStored() {
        for (TextPlace place : List.of(
                entry,
                new TextPlace(TextPlace.Kind.UPDATE, own.update().value()),
                new TextPlace(TextPlace.Kind.TASK, own.task().value()),
                new TextPlace(TextPlace.Kind.RESOLUTION, own.resolution().value()))) {
            var window = UUID.randomUUID();
            String before = as(
                            own.coordinator(),
                            () -> desk.saveText(own.meeting(), new Sending(window, 1), place, new TextEdit("", "")))
                    .text();

            assertThat(before).as("%s", place).isNotEmpty();
            assertThat(as(
                                    own.coordinator(),
                                    () -> desk.saveText(
                                            own.meeting(),
                                            new Sending(window, 2),
                                            place,
                                            new TextEdit(before, before + " Navíc.")))
                            .text())
                    .isEqualTo(before + " Navíc.");
        }
    }

    @Test
    void aLineBecomesWhatItSays() {
        add(1, "Klub má nové prostory.");
        add(2, "#rozhodnutí Sejdou se v říjnu.");
        assertThat(add(3, "!úkol @Pramen rozeslat pozvánky >30.9.")).isEmpty();

        assertThat(page().entriesUnder(own.topic()))
                .extracting(Entry::kind, Entry::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(EntryKind.INFORMATION, STORED),
                        org.assertj.core.groups.Tuple.tuple(EntryKind.INFORMATION, "Klub má nové prostory."),
                        org.assertj.core.groups.Tuple.tuple(EntryKind.DECISION, "Sejdou se v říjnu."));
        Task task = page().tasks().getLast();
        assertThat(task.data().text()).isEqualTo("rozeslat pozvánky");
        assertThat(task.agendaItem()).isEqualTo(own.topic());
        assertThat(task.data().ownerOrganisation()).isEqualTo(own.organisation());
        assertThat(task.data().due()).isEqualTo(LocalDate.of(2025, 9, 30));
    }

    @Test
    void aLineSentTwiceIsThereOnce() {
        add(1, "Jednou.");
        add(1, "Jednou.");

        assertThat(page().entriesUnder(own.topic())).extracting(Entry::text).containsExactly(STORED, "Jednou.");
    }

    @Test
    void pastedLinesAreOneEntry() {
        add(1, "První řádek\n#rozhodnutí druhý řádek\n\ntřetí");

        assertThat(page().entriesUnder(own.topic()))
                .extracting(Entry::text)
                .containsExactly(STORED, "První řádek\n#rozhodnutí druhý řádek\n\ntřetí");
    }

    @Test
    void aLineOfMarksOnlyIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> add(1, "!úkol >30.9."));
    }

    @Test
    void whatWasNotUnderstoodIsToldAndStays() {
        assertThat(add(1, "Přijde @Neznámý")).hasSize(1);
        assertThat(page().entriesUnder(own.topic())).extracting(Entry::text).contains("Přijde @Neznámý");
    }

    @Test
    void anItemOfAnotherMeetingIsNotThere() {
        assertThatThrownBy(() -> as(
                        own.coordinator(),
                        () -> desk.addLine(own.meeting(), new Sending(WINDOW, 1), region.foreign.topic(), "Jinam")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whereSomebodyIsIsCleaned() {
        assertThat(placeAfter("item-3/entry-12")).isEqualTo("item-3/entry-12");
        assertThat(placeAfter("/")).isEqualTo("/");
        assertThat(placeAfter("item-3/")).isEqualTo("item-3/");
        assertThat(placeAfter("item-3/<b>entry-12</b>")).isEmpty();
        assertThat(placeAfter("x".repeat(10_000))).isEmpty();
        assertThat(placeAfter("item-1234567890123/")).isEmpty();
        assertThat(placeAfter("left")).isEmpty();
    }

    private String placeAfter(String place) {
        as(own.member(), () -> desk.here(own.meeting(), WINDOW, place));
        return db.fetchSingle("select place from desk_window where id = ?", WINDOW)
                .get(0, String.class);
    }

    @Test
    void nobodyTypesIntoApprovedMinutes() {
        db.execute(
                "update minutes set state = 'APPROVED' where meeting_id = ?",
                own.meeting().value());

        assertThatThrownBy(() -> save(WINDOW, 1, STORED, STORED + " Pozdě.")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> add(2, "Pozdě.")).isInstanceOf(AccessDeniedException.class);
        assertThat(body()).isEqualTo(STORED);
        assertThat(as(own.coordinator(), () -> desk.follow(own.meeting()))).isFalse();
    }

    @Test
    void coordinatorsFollowEverythingMembersWhatIsForThem() {
        assertThat(as(own.coordinator(), () -> desk.follow(own.meeting()))).isTrue();
        assertThat(as(own.member(), () -> desk.follow(own.meeting()))).isFalse();
        assertThatThrownBy(() -> as(region.foreign.member(), () -> desk.follow(own.meeting())))
                .isInstanceOf(AccessDeniedException.class);
    }
}
