package cz.koplan.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.services.CodeListService;
import cz.koplan.services.ServiceRights;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.ui.Screen;
import jakarta.annotation.security.PermitAll;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dated code lists, with a mark at everything that nobody has checked against the official list yet. */
@Route("code-lists")
@PermitAll
class CodeListsView extends Screen implements HasUrlParameter<String> {

    private final CodeListSections sections;
    private final Map<CodeList, RouterLink> links = new EnumMap<>(CodeList.class);
    private final Div shown = new Div();

    CodeListsView(CodeListService lists, ServiceRights rights) {
        this.sections = new CodeListSections(lists, rights.keepLists());
        setHeading(getTranslation("codeLists.title"));
        setSubtitle(getTranslation(rights.keepLists() ? "codeLists.intro" : "codeLists.intro.reader"));
        Nav choice = new Nav();
        choice.addClassName("sections");
        choice.getElement().setAttribute("aria-label", getTranslation("codeLists.title"));
        for (CodeList list : CodeList.values()) {
            RouterLink link = new RouterLink(getTranslation(list.nameKey()), CodeListsView.class, list.path());
            links.put(list, link);
            choice.add(link);
        }
        if (rights.keepLists()) {
            Button importOrps = new Button(
                    getTranslation("orpImport.title"), click -> new OrpImportDialog(lists, this::showOrps).open());
            importOrps.addThemeVariants(ButtonVariant.PRIMARY);
            setActions(importOrps);
        }
        shown.addClassName("stack");
        add(choice, shown);
    }

    private void showOrps() {
        sections.refreshOrps();
        UI.getCurrent().navigate(CodeListsView.class, CodeList.ORPS.path());
    }

    /** @throws NotFoundException when there is no such list */
    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String path) {
        CodeList list =
                path == null ? CodeList.KINDS : CodeList.at(path).orElseThrow(() -> new NotFoundException(path));
        links.forEach((each, link) -> {
            if (each == list) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        shown.removeAll();
        shown.add(section(list));
    }

    private Component section(CodeList list) {
        return switch (list) {
            case KINDS -> sections.kinds();
            case TARGET_GROUPS -> sections.targetGroups();
            case PLANNING_GROUPS -> sections.planningGroups();
            case ORPS -> sections.orps();
            case OTHERS -> sections.fixed();
        };
    }
}
