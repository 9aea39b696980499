package cz.koplan.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.Visitor;
import cz.koplan.shared.changes.StaleVersionException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Members propose topics; what a coordinator hides its author reads the reason of. */
class BacklogTest extends ApplicationTest {

    @Autowired
    private BacklogService backlog;

    private Region.Circle own;
    private Region region;

    @BeforeEach
    void settle() {
        region = new Region(context);
        own = region.own;
    }

    @Test
    void aHiddenProposalLeavesTheOpenOnesAndItsAuthorSeesWhyByWhomAndWhen() {
        BacklogItemId id = as(own.member(), () -> backlog.propose(own.group(), "Dluhová poradna"));
        as(own.coordinator(), () -> backlog.hide(own.group(), id, version(id), " Řeší to jiná skupina. "));

        assertThat(openTitles()).containsExactly("Bydlení");
        assertThat(as(
                        own.member(),
                        () -> backlog.proposedBy(own.group(), own.member().person())))
                .singleElement()
                .satisfies(proposal -> {
                    assertThat(proposal.title()).isEqualTo("Dluhová poradna");
                    assertThat(proposal.hidden().reason()).isEqualTo("Řeší to jiná skupina.");
                    assertThat(proposal.hidden().by()).isEqualTo("Klára Tichá");
                    assertThat(proposal.hidden().at()).isNotNull();
                    assertThat(proposal.taken()).isNull();
                });
        assertThatThrownBy(() -> as(own.coordinator(), () -> backlog.take(own.meeting(), id)))
                .isInstanceOf(StaleVersionException.class);

        Proposed hidden =
                as(own.coordinator(), () -> backlog.hidden(own.group())).getFirst();
        as(own.coordinator(), () -> backlog.restore(own.group(), id, hidden.version()));
        assertThat(openTitles()).containsExactly("Bydlení", "Dluhová poradna");
        assertThat(pastOf("backlog_item", id.value())).hasSize(3);
    }

    @Test
    void somebodyElsesProposalGoesAwayWithAReasonOnly() {
        BacklogItemId id = as(own.member(), () -> backlog.propose(own.group(), "Dluhová poradna"));

        refused("meetings.backlog.remove.foreign", () -> backlog.remove(own.group(), id, version(id)));
        refused("meetings.backlog.hide.noReason", () -> backlog.hide(own.group(), id, version(id), "  "));
        refused("input.tooLong", () -> backlog.hide(own.group(), id, version(id), "x".repeat(1001)));

        BacklogItemId mine = as(own.coordinator(), () -> backlog.propose(own.group(), "Vlastní námět"));
        as(own.coordinator(), () -> backlog.remove(own.group(), mine, 1));
        as(own.coordinator(), () -> backlog.remove(own.group(), own.backlogItem(), 1));
        assertThat(openTitles()).containsExactly("Dluhová poradna");
    }

    @Test
    void aLinkToTheMeetingProposesAndReadsItsOwn() {
        var visitor = new Visitor(
                LinkPurpose.MEETING, own.meeting().value(), own.member().person(), "Marek Dvořák");
        CurrentActor.actingAs(visitor, () -> backlog.propose(own.meeting(), "Doprava"));

        assertThat(CurrentActor.actingAs(
                        visitor,
                        () -> backlog.proposedBy(own.group(), own.member().person())))
                .extracting(Proposed::title, Proposed::proposedBy)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Doprava", "Marek Dvořák"));
        denied(visitor, () -> backlog.propose(own.withoutMinutes(), "Jinam"));
        denied(visitor, () -> backlog.propose(region.foreign.meeting(), "Jinam"));
        denied(visitor, () -> backlog.propose(own.group(), "Jinam"));
        denied(
                visitor,
                () -> backlog.proposedBy(own.group(), region.foreign.member().person()));
        denied(
                visitor,
                () -> backlog.proposedBy(region.foreign.group(), own.member().person()));
        denied(visitor, () -> backlog.hidden(own.group()));
    }

    private static void denied(Visitor visitor, Runnable work) {
        assertThatThrownBy(() -> CurrentActor.actingAs(visitor, () -> {
                    work.run();
                    return null;
                }))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void itsAuthorSeesWhichMeetingTookIt() {
        BacklogItemId id = as(own.member(), () -> backlog.propose(own.group(), "Dluhová poradna"));
        as(own.coordinator(), () -> backlog.take(own.meeting(), id));

        assertThat(as(
                                own.member(),
                                () -> backlog.proposedBy(
                                        own.group(), own.member().person()))
                        .getFirst()
                        .taken())
                .isEqualTo(new Proposed.Taken(own.meeting(), Region.DAY));
    }

    private int version(BacklogItemId id) {
        return as(own.coordinator(), () -> backlog.open(own.group())).stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private List<String> openTitles() {
        return as(own.member(), () -> backlog.open(own.group())).stream()
                .map(item -> item.data().title())
                .toList();
    }

    private void refused(String key, Runnable work) {
        assertThatThrownBy(() -> as(own.coordinator(), work))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }
}
