package cz.koplan.invitations.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.IntegerField;
import cz.koplan.groups.GroupId;
import cz.koplan.invitations.Reporting;
import cz.koplan.invitations.ReportingData;
import cz.koplan.invitations.ReportingService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.FormDialog;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the group collects reports: the automatic reminder, and how long a report is taken for valid. */
class ReportingDialog extends FormDialog {

    private static final int USUAL_DAYS = 5;

    /** The fields of the dialog. */
    private static final class Fields {

        private final Checkbox reminds = new Checkbox();
        private final IntegerField reminderDays = new IntegerField();
        private final IntegerField validDays = new IntegerField();

        ReportingData data() {
            return new ReportingData(
                    reminds.getValue()
                            ? needed(reminderDays.getValue(), "invitations.reporting.reminderDays.range")
                            : null,
                    needed(validDays.getValue(), "invitations.reporting.validDays.range"));
        }

        private static int needed(@Nullable Integer typed, String otherwise) {
            if (typed == null) {
                throw new InvalidInputException(otherwise);
            }
            return typed;
        }
    }

    ReportingDialog(ReportingService reporting, GroupId group, Consumer<String> said) {
        this(reporting, group, said, reporting.get(group), new Fields());
    }

    private ReportingDialog(
            ReportingService reporting, GroupId group, Consumer<String> said, Reporting now, Fields fields) {
        super(
                fields.reminds.getTranslation("invitations.reporting.title"),
                () -> {
                    reporting.save(group, now.version(), fields.data());
                    said.accept(fields.reminds.getTranslation("invitations.reporting.saved"));
                },
                fields.reminds,
                fields.reminderDays,
                fields.validDays);
        Integer days = now.data().reminderDays();
        fields.reminds.setLabel(getTranslation("invitations.reporting.reminds"));
        fields.reminds.setValue(days != null);
        fields.reminds.addValueChangeListener(change -> fields.reminderDays.setEnabled(change.getValue()));
        fields.reminderDays.setLabel(getTranslation("invitations.reporting.reminderDays"));
        fields.reminderDays.setMin(1);
        fields.reminderDays.setMax(60);
        fields.reminderDays.setStepButtonsVisible(true);
        fields.reminderDays.setValue(days == null ? USUAL_DAYS : days);
        fields.reminderDays.setEnabled(days != null);
        fields.validDays.setLabel(getTranslation("invitations.reporting.validDays"));
        fields.validDays.setMin(7);
        fields.validDays.setMax(730);
        fields.validDays.setValue(now.data().validDays());
    }
}
