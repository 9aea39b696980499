package cz.koplan.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.services.CodeData;
import cz.koplan.services.Validity;
import cz.koplan.shared.ui.Pickers;

/** What one may change of a row of a code list: its name, its days, and that it was verified. */
final class CodeForm {

    private final TextField name;
    private final DatePicker from;
    private final DatePicker to;
    private final Checkbox verified = new Checkbox();

    CodeForm(String label, CodeData data) {
        name = new TextField(label);
        name.setRequiredIndicatorVisible(true);
        name.setValue(data.name());
        from = Pickers.day(name.getTranslation("codeLists.validity.from"));
        from.setHelperText(name.getTranslation("codeLists.validity.help"));
        from.setClearButtonVisible(true);
        from.setValue(data.validity().from());
        to = Pickers.day(name.getTranslation("codeLists.validity.to"));
        to.setClearButtonVisible(true);
        to.setValue(data.validity().to());
        verified.setLabel(name.getTranslation("codeLists.verified"));
        verified.setValue(data.verified());
    }

    CodeData data() {
        return new CodeData(name.getValue(), new Validity(from.getValue(), to.getValue()), verified.getValue());
    }

    Component[] fields() {
        return new Component[] {name, from, to, verified};
    }
}
