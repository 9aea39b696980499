package cz.koplan.minutes.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import cz.koplan.meetings.MeetingId;
import cz.koplan.minutes.Restored;
import cz.koplan.minutes.RevisionService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.changes.StaleVersionException;
import java.util.function.Consumer;

/** Asks before a revision is restored, and says what will become of the minutes as they are. */
class RestoreDialog extends Dialog {

    private final Paragraph error = new Paragraph();

    /** @param named the revision in words */
    RestoreDialog(RevisionService revisions, MeetingId meeting, int number, String named, Consumer<Restored> restored) {
        setHeaderTitle(getTranslation("revisions.restore.title", number));
        setWidth("min(40rem, 100%)");
        error.addClassName("form-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        Checkbox withoutLater = new Checkbox(getTranslation("revisions.restore.withoutLater"));
        withoutLater.setHelperText(getTranslation("revisions.restore.withoutLater.help"));
        add(error, new Paragraph(getTranslation("revisions.restore.text", named)), withoutLater);

        Button confirm = new Button(getTranslation("revisions.restore.do"), click -> {
            try {
                Restored result = revisions.restore(meeting, number, withoutLater.getValue());
                close();
                restored.accept(result);
            } catch (InvalidInputException e) {
                show(getTranslation(e.messageKey(), e.arguments()));
            } catch (StaleVersionException e) {
                show(getTranslation("revisions.restore.stale"));
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), confirm);
    }

    private void show(String message) {
        error.setText(message);
        error.setVisible(true);
    }
}
