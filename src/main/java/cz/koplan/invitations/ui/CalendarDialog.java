package cz.koplan.invitations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.invitations.CalendarService;

/** Makes the secret address of one's own calendar and shows it once. */
class CalendarDialog extends Dialog {

    private final transient CalendarService calendars;
    private final Paragraph state = new Paragraph();
    private final TextField address = new TextField();
    private final Button copy = new Button();
    private final Button make = new Button();
    private final Button end = new Button();

    CalendarDialog(CalendarService calendars) {
        this.calendars = calendars;
        setHeaderTitle(getTranslation("invitations.calendar.title"));
        setWidth("min(40rem, 100%)");
        state.getElement().setAttribute("role", "status");
        address.setLabel(getTranslation("invitations.calendar.address"));
        address.setReadOnly(true);
        address.setAutoselect(true);
        address.setVisible(false);
        copy.setText(getTranslation("invitations.calendar.copy"));
        copy.setVisible(false);
        copy.addClickListener(click -> copy.getElement()
                .executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", address.getValue())
                .then(done -> state.setText(getTranslation("invitations.calendar.copied"))));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickListener(click -> make());
        end.setText(getTranslation("invitations.calendar.end"));
        end.addClickListener(click -> end());
        Div body = new Div(new Paragraph(getTranslation("invitations.calendar.text")), state, address, copy);
        body.addClassName("form");
        add(body);
        getFooter().add(new Button(getTranslation("invitations.calendar.close"), click -> close()), end, make);
        show(calendars.hasAddress());
    }

    private void show(boolean active) {
        state.setText(getTranslation(active ? "invitations.calendar.active" : "invitations.calendar.none"));
        make.setText(getTranslation(active ? "invitations.calendar.renew" : "invitations.calendar.make"));
        end.setVisible(active);
    }

    private void make() {
        address.setValue(calendars.newAddress());
        address.setVisible(true);
        copy.setVisible(true);
        show(true);
        state.setText(getTranslation("invitations.calendar.once"));
    }

    private void end() {
        calendars.endAddress();
        address.clear();
        address.setVisible(false);
        copy.setVisible(false);
        show(false);
    }
}
