package cz.koplan.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarryOverTest {

    private static final AgendaItemId ID = new AgendaItemId(7);

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            KIND,        DISCUSSED, STANDING, SKIPPED, COORDINATOR_ONLY, OPEN_TASK, AWAITING,               REASON
            TOPIC,       no,        no,       no,      no,               no,        ,                       NOT_DISCUSSED
            TOPIC,       yes,       no,       no,      no,               no,        ,                       DONE
            TOPIC,       yes,       no,       no,      no,               yes,       ,                       OPEN_TASK
            TOPIC,       no,        no,       no,      no,               yes,       ,                       NOT_DISCUSSED
            TOPIC,       yes,       yes,      no,      no,               no,        ,                       STANDING
            TOPIC,       no,        yes,      no,      no,               no,        ,                       STANDING
            TOPIC,       no,        no,       yes,     no,               no,        ,                       SKIPPED
            TOPIC,       yes,       yes,      yes,     no,               no,        ,                       SKIPPED
            TOPIC,       no,        no,       no,      yes,              no,        ,                       NOT_DISCUSSED
            TOPIC,       yes,       no,       no,      yes,              no,        ,                       DONE
            TOPIC,       no,        no,       yes,     yes,              no,        ,                       SKIPPED
            TOPIC,       yes,       no,       no,      yes,              yes,       ,                       OPEN_TASK
            TOPIC,       no,        no,       no,      no,               no,        TOPIC BYDLENÍ,          COMES_ANYWAY
            TOPIC,       no,        no,       no,      no,               no,        TOPIC Doprava,          NOT_DISCUSSED
            TOPIC,       no,        no,       no,      no,               no,        STRATEGY Bydlení,       NOT_DISCUSSED
            STRATEGY,    no,        no,       no,      no,               no,        STRATEGY Bydlení,       COMES_ANYWAY
            IMPACT_CASE, yes,       no,       no,      no,               yes,       ,                       OPEN_TASK
            ROUND_TABLE, yes,       yes,      no,      no,               no,        ROUND_TABLE Kolečko,    COMES_ANYWAY
            ROUND_TABLE, no,        no,       yes,     no,               no,        ROUND_TABLE Kolečko,    COMES_ANYWAY
            ROUND_TABLE, yes,       yes,      no,      no,               no,        TOPIC Kolečko,          STANDING
            TASK_CHECK,  no,        no,       no,      no,               yes,       TASK_CHECK Úkoly,       COMES_ANYWAY
            APPROVAL,    no,        yes,      no,      no,               no,        APPROVAL Zápis,         COMES_ANYWAY
            APPROVAL,    no,        no,       no,      no,               no,        ,                       NOT_DISCUSSED
            """)
    void everyItemHasOneReason(
            AgendaItemKind kind,
            String discussed,
            String standing,
            String skipped,
            String coordinatorOnly,
            String openTask,
            String awaiting,
            CarryOverReason reason) {
        var item = new AgendaItem(
                ID,
                1,
                new AgendaItemData(3, "Bydlení", kind, 20, "Jana", yes(standing), yes(coordinatorOnly), yes(skipped)),
                yes(discussed),
                0,
                null,
                null);
        List<AgendaItemData> next = awaiting == null
                ? List.of()
                : List.of(
                        new AgendaItemData(1, awaiting.split(" ")[1], AgendaItemKind.valueOf(awaiting.split(" ")[0])));

        assertThat(CarryOver.of(List.of(item), yes(openTask) ? Set.of(ID) : Set.of(), next))
                .containsOnlyKeys(ID)
                .containsValue(reason);
    }

    @ParameterizedTest
    @CsvSource({"SKIPPED,yes", "STANDING,yes", "NOT_DISCUSSED,yes", "OPEN_TASK,yes", "COMES_ANYWAY,no", "DONE,no"})
    void reasonsTellWhetherTheItemGoesOn(CarryOverReason reason, String goesOn) {
        assertThat(reason.goesOn()).isEqualTo(yes(goesOn));
    }

    private static boolean yes(String word) {
        return word.equals("yes");
    }
}
