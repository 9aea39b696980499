package cz.koplan.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.changes.StaleVersionException;
import org.jspecify.annotations.Nullable;

/** A form in a dialog. What cannot be accepted is said inside the dialog, which stays open with everything typed. */
public class FormDialog extends Dialog {

    /** Takes what was typed; throws {@link InvalidInputException} with what to mend. */
    @FunctionalInterface
    public interface Save extends java.io.Serializable {
        void run();
    }

    private final Paragraph error = new Paragraph();

    public FormDialog(String title, Save save, Component... fields) {
        this(title, null, save, fields);
    }

    /** @param confirmation what the button says that takes the form; null = that it is saved */
    public FormDialog(String title, @Nullable String confirmation, Save save, Component... fields) {
        setHeaderTitle(title);
        setWidth("min(40rem, 100%)");
        setCloseOnOutsideClick(false);

        error.addClassName("form-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);

        Div form = new Div(fields);
        form.addClassName("form");
        add(error, form);

        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        Button confirm =
                new Button(confirmation == null ? getTranslation("action.save") : confirmation, click -> run(save));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        // Leaving the field first sends what was typed last.
        confirm.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        getFooter().add(cancel, confirm);
    }

    private void run(Save save) {
        try {
            save.run();
            close();
        } catch (InvalidInputException e) {
            show(getTranslation(e.messageKey(), e.arguments()));
        } catch (StaleVersionException e) {
            show(getTranslation("error.stale"));
        }
    }

    private void show(String message) {
        error.setText(message);
        error.setVisible(true);
    }
}
