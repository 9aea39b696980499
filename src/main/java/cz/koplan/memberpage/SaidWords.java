package cz.koplan.memberpage;

import cz.koplan.meetings.Proposed;
import cz.koplan.shared.text.Markdown;
import cz.koplan.situation.Consequence;
import cz.koplan.situation.OrganisationPage;
import cz.koplan.situation.SaidUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what stands beside updates and proposals on the page of an organisation. */
public record SaidWords(Speech say) {

    /** Returns what the update calls for, whom it concerns and whether it holds, each in words. */
    public List<String> marks(SaidUpdate update) {
        List<String> marks = new ArrayList<>();
        update.signals().forEach(signal -> marks.add(say.of(signal)));
        if (update.freePlaces() != null) {
            marks.add(say.text("situation.freePlaces", update.freePlaces()));
        }
        if (!update.services().isEmpty()) {
            marks.add(say.text(
                    "situation.concerns.services",
                    update.services().stream().map(SaidUpdate.Tagged::name).collect(Collectors.joining(", "))));
        }
        if (!update.localities().isEmpty()) {
            marks.add(say.text("situation.concerns.localities", String.join(", ", update.localities())));
        }
        if (update.endedOn() != null) {
            marks.add(say.text("situation.ended", say.day(update.endedOn())));
        } else if (update.confirmedOn() != null) {
            marks.add(say.text("situation.confirmed", say.day(update.confirmedOn())));
        }
        return marks;
    }

    public String source(SaidUpdate update) {
        return update.recorded()
                ? say.text("situation.recorded")
                : update.submittedBy() == null
                        ? say.text("situation.submitted")
                        : say.text("situation.submitted.by", update.submittedBy());
    }

    public String became(Consequence consequence) {
        return switch (consequence) {
            case Consequence.Task task ->
                say.text("situation.became.task", Markdown.plainText(task.title())) + " · " + say.of(task.state());
            case Consequence.OnAgenda item ->
                say.text("situation.became.agendaItem", item.title()) + " · " + say.day(item.heldOn()) + " · "
                        + say.text(item.discussed() ? "situation.discussed" : "situation.notDiscussed");
            case Consequence.InBacklog item ->
                say.text("situation.became.backlogItem", item.title()) + " · " + say.of(item.state());
            case Consequence.Proposal proposal ->
                say.of(proposal.kind()) + ": " + proposal.title() + " · " + say.text("situation.became.proposal.waits");
        };
    }

    /** Says what became of a topic; the reason where it was hidden. */
    public String state(OrganisationPage.OwnProposal proposal) {
        Proposed proposed = proposal.proposal();
        Proposed.Hidden hidden = proposed.hidden();
        Proposed.Taken taken = proposed.taken();
        return hidden != null
                ? say.text("meetings.backlog.hidden.why", hidden.reason(), hidden.by(), say.moment(hidden.at()))
                : taken != null
                        ? say.text("situation.proposal.taken", say.day(taken.heldOn()))
                        : say.text("situation.proposal.waits");
    }
}
