package cz.koplan.updates.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.shared.ui.Words;
import cz.koplan.updates.ConversionService;
import cz.koplan.updates.Outcome;
import cz.koplan.updates.ProposalId;
import java.util.List;

/** What became of an update: a line each, with the way there and how far it is. */
class OutcomeList extends UnorderedList {

    private final ConversionService conversions;

    OutcomeList(List<Outcome> outcomes, ConversionService conversions) {
        this.conversions = conversions;
        addClassName("outcomes");
        getElement().setAttribute("aria-label", getTranslation("updates.outcomes"));
        outcomes.forEach(outcome -> add(line(outcome)));
    }

    private ListItem line(Outcome outcome) {
        String what = outcome.proposal() != null
                ? Words.of(this, outcome.proposal())
                : Words.of(this, outcome.ref().kind());
        ListItem line = new ListItem(VaadinIcon.ARROW_RIGHT.create(), new Span(what + ":"), link(outcome));
        if (outcome.heldOn() != null && outcome.ref().kind() == RefKind.AGENDA_ITEM) {
            line.add(new Span("(" + Words.day(outcome.heldOn(), getLocale()) + ")"));
        }
        Span state = new Span(Words.of(this, outcome.state()));
        state.addClassName("tag");
        line.add(state);
        return line;
    }

    /** By its address where the page belongs to a feature that is built on this one. */
    private Component link(Outcome outcome) {
        if (outcome.proposal() != null) {
            Button opener = new Button(
                    outcome.title(),
                    click -> UpdatesNavigation.openProposal(
                            conversions, new ProposalId(outcome.ref().id())));
            opener.addThemeVariants(ButtonVariant.TERTIARY);
            opener.addClassName("link-button");
            return opener;
        }
        if (outcome.meeting() == null) {
            return new Span(outcome.title());
        }
        String page = "meetings/" + outcome.meeting().value();
        return new Anchor(outcome.ref().kind() == RefKind.AGENDA_ITEM ? page + "/agenda" : page, outcome.title());
    }
}
