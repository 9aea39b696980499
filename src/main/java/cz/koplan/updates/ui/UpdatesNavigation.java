package cz.koplan.updates.ui;

import com.vaadin.flow.component.Component;
import cz.koplan.groups.GroupId;
import cz.koplan.updates.ConversionService;
import cz.koplan.updates.Outcome;
import cz.koplan.updates.ProposalId;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateService;
import java.util.List;

/** What other screens show of updates. */
public final class UpdatesNavigation {

    private UpdatesNavigation() {}

    /**
     * Everything of a report besides its text: who handed it in and when, signals, free places, files, and what became of
     * it. Invisible while there is nothing.
     */
    public static Component details(
            ProviderUpdate update,
            List<Outcome> outcomes,
            GroupId group,
            UpdateService updates,
            ConversionService conversions) {
        return new ReportDetails(update, outcomes, file -> updates.file(group, file), conversions);
    }

    /** A list of what became of an update. */
    public static Component outcomes(List<Outcome> outcomes, ConversionService conversions) {
        return new OutcomeList(outcomes, conversions);
    }

    /** Offers to turn the update into something; {@code label} names the member, {@code done} runs after each change. */
    public static void openConversion(ConversionService conversions, UpdateId update, String label, Runnable done) {
        new ConversionDialog(conversions, update, label, done).open();
    }

    public static void openProposal(ConversionService conversions, ProposalId proposal) {
        new ProposalDialog(conversions.proposal(proposal)).open();
    }
}
