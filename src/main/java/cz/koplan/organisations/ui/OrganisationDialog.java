package cz.koplan.organisations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.organisations.Ico;
import cz.koplan.organisations.Organisation;
import cz.koplan.organisations.OrganisationData;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.organisations.TriadRole;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of an organisation with its aliases. */
final class OrganisationDialog {

    private final TextField name = new TextField();
    private final TextField ico = new TextField();
    private final Select<TriadRole> triadRole = new Select<>();
    private final TextField website = new TextField();
    private final MultiSelectComboBox<String> aliases = new MultiSelectComboBox<>();
    private final TextArea note = new TextArea();
    private final Checkbox active = new Checkbox();

    private OrganisationDialog(@Nullable Organisation organisation) {
        name.setLabel(name.getTranslation("organisations.name"));
        name.setRequiredIndicatorVisible(true);
        ico.setLabel(name.getTranslation("organisations.ico"));
        ico.addValueChangeListener(change -> warnOfCheckDigit());
        triadRole.setLabel(name.getTranslation("organisations.triadRole"));
        triadRole.setItems(TriadRole.values());
        triadRole.setItemLabelGenerator(role -> role == null ? "" : Words.of(name, role));
        triadRole.setEmptySelectionAllowed(true);
        website.setLabel(name.getTranslation("organisations.website"));
        aliases.setLabel(name.getTranslation("organisations.aliases"));
        aliases.setHelperText(name.getTranslation("organisations.aliases.help"));
        aliases.setAllowCustomValue(true);
        aliases.setItems(List.of());
        aliases.addCustomValueSetListener(typed -> {
            Set<String> more = new LinkedHashSet<>(aliases.getValue());
            more.add(typed.getDetail().strip());
            aliases.setItems(more);
            aliases.setValue(more);
        });
        note.setLabel(name.getTranslation("organisations.note"));
        active.setLabel(name.getTranslation("organisations.active"));
        active.setValue(true);
        if (organisation != null) {
            show(organisation);
        }
    }

    private void show(Organisation organisation) {
        OrganisationData data = organisation.data();
        name.setValue(data.name());
        ico.setValue(data.ico() == null ? "" : data.ico());
        triadRole.setValue(data.triadRole());
        website.setValue(data.website() == null ? "" : data.website());
        note.setValue(data.note() == null ? "" : data.note());
        active.setValue(data.active());
        List<String> known =
                organisation.aliases().stream().map(Organisation.Alias::text).toList();
        aliases.setItems(known);
        aliases.setValue(known);
    }

    /** The check digit is a warning only: numbers in use break the rule now and then. */
    private void warnOfCheckDigit() {
        String typed = ico.getValue().strip();
        boolean doubtful = Ico.isWellFormed(typed) && !Ico.hasValidCheckDigit(typed);
        ico.setHelperText(doubtful ? ico.getTranslation("organisations.ico.checkDigit") : "");
    }

    static FormDialog create(OrganisationService organisations, Runnable done) {
        OrganisationDialog form = new OrganisationDialog(null);
        return new FormDialog(
                form.name.getTranslation("organisations.add"),
                () -> {
                    OrganisationId id = organisations.create(form.data());
                    form.aliases.getValue().forEach(alias -> organisations.addAlias(id, alias));
                    done.run();
                },
                form.fields());
    }

    static FormDialog edit(OrganisationService organisations, Organisation organisation, Runnable done) {
        OrganisationDialog form = new OrganisationDialog(organisation);
        return new FormDialog(
                organisation.data().name(),
                () -> {
                    organisations.update(organisation.id(), organisation.version(), form.data());
                    Set<String> wanted = form.aliases.getValue();
                    organisation.aliases().stream()
                            .filter(alias -> !wanted.contains(alias.text()))
                            .forEach(alias -> organisations.removeAlias(alias.id()));
                    wanted.forEach(alias -> organisations.addAlias(organisation.id(), alias));
                    done.run();
                },
                form.fields());
    }

    private OrganisationData data() {
        return new OrganisationData(
                name.getValue(),
                ico.getValue(),
                triadRole.getValue(),
                website.getValue(),
                note.getValue(),
                active.getValue());
    }

    private Component[] fields() {
        return new Component[] {name, ico, triadRole, aliases, website, note, active};
    }
}
