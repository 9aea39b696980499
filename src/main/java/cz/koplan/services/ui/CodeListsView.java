package cz.koplan.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.Route;
import cz.koplan.services.CodeListService;
import cz.koplan.services.ServiceRights;
import cz.koplan.shared.ui.Screen;
import jakarta.annotation.security.PermitAll;

/** The dated code lists, with a mark at everything that nobody has checked against the official list yet. */
@Route("code-lists")
@PermitAll
class CodeListsView extends Screen {

    private final CodeListSections sections;
    private final TabSheet tabs = new TabSheet();

    CodeListsView(CodeListService lists, ServiceRights rights) {
        this.sections = new CodeListSections(lists, rights.keepLists());
        setHeading(getTranslation("codeLists.title"));
        setSubtitle(getTranslation(rights.keepLists() ? "codeLists.intro" : "codeLists.intro.reader"));
        Component orps = sections.orps();
        tabs.add(getTranslation("codeLists.kinds"), sections.kinds());
        tabs.add(getTranslation("codeLists.targetGroups"), sections.targetGroups());
        tabs.add(getTranslation("codeLists.planningGroups"), sections.planningGroups());
        tabs.add(getTranslation("codeLists.orps"), orps);
        tabs.add(getTranslation("codeLists.fixed"), sections.fixed());
        tabs.addClassName("code-lists");
        if (rights.keepLists()) {
            Button importOrps = new Button(
                    getTranslation("orpImport.title"),
                    click -> new OrpImportDialog(lists, () -> {
                                sections.refreshOrps();
                                tabs.setSelectedTab(tabs.getTab(orps));
                            })
                            .open());
            importOrps.addThemeVariants(ButtonVariant.PRIMARY);
            setActions(importOrps);
        }
        add(tabs);
    }
}
