package cz.koplan.invitations.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import cz.koplan.invitations.MailPreview;

/** A mail as its recipients read it, and below it the same without formatting. */
class MailPreviewBox extends Section {

    private final Span subject = new Span();
    private final Div content = new Div();
    private final Pre text = new Pre();

    MailPreviewBox() {
        addClassName("mail-preview");
        getElement().setAttribute("aria-label", getTranslation("invitations.preview"));
        subject.addClassName("strong");
        add(subject, content, new Details(getTranslation("invitations.preview.text"), text));
    }

    void show(MailPreview mail) {
        subject.setText(getTranslation("invitations.preview.subject", mail.subject()));
        content.removeAll();
        content.add(new Html("<div>" + mail.html() + "</div>"));
        text.setText(mail.text());
    }
}
