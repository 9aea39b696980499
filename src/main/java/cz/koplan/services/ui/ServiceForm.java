package cz.koplan.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.services.KindOption;
import cz.koplan.services.OrpOption;
import cz.koplan.services.ProviderOption;
import cz.koplan.services.ServiceData;
import cz.koplan.services.ServiceService;
import cz.koplan.services.SocialService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.FormDialog;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a service. */
final class ServiceForm {

    private final ServiceService services;
    private final ComboBox<ProviderOption> organisation = new ComboBox<>();
    private final ComboBox<KindOption> kind = new ComboBox<>();
    private final TextField name = new TextField();
    private final MultiSelectComboBox<OrpOption> orps = new MultiSelectComboBox<>();
    private final TextField registerId = new TextField();
    private final Checkbox active = new Checkbox();

    ServiceForm(ServiceService services) {
        this.services = services;
        organisation.setLabel(name.getTranslation("organisations.organisation"));
        organisation.setRequiredIndicatorVisible(true);
        kind.setLabel(name.getTranslation("services.kind"));
        kind.setHelperText(name.getTranslation("services.kind.help"));
        kind.setClearButtonVisible(true);
        kind.addValueChangeListener(change -> proposeName(change.getValue()));
        name.setLabel(name.getTranslation("services.name"));
        name.setRequiredIndicatorVisible(true);
        orps.setLabel(name.getTranslation("services.orps"));
        orps.setHelperText(name.getTranslation("services.orps.help"));
        registerId.setLabel(name.getTranslation("services.registerId"));
        registerId.addValueChangeListener(change -> warnOfRegisterId());
        active.setLabel(name.getTranslation("services.active"));
        active.setValue(true);

        List<ProviderOption> own = services.ownOrganisations();
        Choices.fill(organisation, own, ProviderOption::name);
        Choices.fill(kind, services.kinds(), Choices::label);
        Choices.fill(orps, services.orps(), OrpOption::name);
        if (own.size() == 1) {
            organisation.setValue(own.getFirst());
        }
    }

    /** Most services are called as their kind, so that is where the name starts. */
    private void proposeName(@Nullable KindOption chosen) {
        if (chosen != null && name.isEmpty()) {
            name.setValue(chosen.name().substring(0, 1).toUpperCase(Locale.of("cs"))
                    + chosen.name().substring(1));
        }
    }

    /** Another length is a warning only: the register may give other identifiers than those seen. */
    private void warnOfRegisterId() {
        String typed = registerId.getValue().strip();
        boolean doubtful = !typed.isEmpty() && !ServiceData.isUsualRegisterId(typed);
        registerId.setHelperText(doubtful ? name.getTranslation("services.registerId.unusual") : "");
    }

    FormDialog create(Runnable done) {
        return new FormDialog(
                name.getTranslation("services.add"),
                () -> {
                    services.create(data());
                    done.run();
                },
                fields());
    }

    FormDialog edit(SocialService service, Runnable done) {
        show(service);
        return new FormDialog(
                service.name(),
                () -> {
                    services.update(service.id(), service.version(), data());
                    done.run();
                },
                fields());
    }

    private void show(SocialService service) {
        name.setValue(service.name());
        organisation.setValue(service.organisation());
        kind.setValue(service.kind());
        orps.setValue(service.orps());
        registerId.setValue(service.registerId() == null ? "" : service.registerId());
        active.setValue(service.active());
    }

    private ServiceData data() {
        ProviderOption provider = organisation.getValue();
        if (provider == null) {
            throw new InvalidInputException("services.organisation.needed");
        }
        KindOption chosen = kind.getValue();
        return new ServiceData(
                provider.id(),
                chosen == null ? null : chosen.id(),
                name.getValue(),
                registerId.getValue(),
                orps.getValue().stream().map(OrpOption::id).collect(Collectors.toSet()),
                active.getValue());
    }

    private Component[] fields() {
        return new Component[] {organisation, kind, name, orps, registerId, active};
    }
}
