package cz.koplan.updates.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.OriginLine;
import cz.koplan.shared.ui.Words;
import cz.koplan.updates.Proposal;

/** A proposal that waits for its part of the application, to read. */
class ProposalDialog extends Dialog {

    ProposalDialog(Proposal proposal) {
        setHeaderTitle(proposal.title());
        setWidth("min(40rem, 100%)");
        Span state = Words.tag(VaadinIcon.HOURGLASS, getTranslation("updates.proposal.awaits"));
        Div head = new Div(new Span(Words.of(this, proposal.kind())), state);
        // The writer escapes what the text brings along.
        Div text =
                new Div(new Html("<div>" + Markdown.html(InternalPassages.internalText(proposal.body())) + "</div>"));
        text.addClassName("text");
        Div body = new Div(head, text, new OriginLine(proposal.origins()));
        body.addClassName("form");
        Span by = new Span(getTranslation("updates.proposal.by", proposal.createdBy()));
        by.addClassName("secondary");
        body.add(by);
        add(body);
        getFooter().add(new Button(getTranslation("action.close"), click -> close()));
    }
}
