package cz.koplan.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import cz.koplan.groups.GroupRights;
import cz.koplan.groups.GroupService;
import cz.koplan.imports.ImportId;
import cz.koplan.imports.ImportReview;
import cz.koplan.imports.ImportService;
import cz.koplan.imports.ImportState;
import cz.koplan.minutes.ui.MinutesNavigation;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.shared.ui.Screen;
import jakarta.annotation.security.PermitAll;

/** Old minutes side by side: the source on the left, what was understood on the right, the open questions above. */
@Route("imports")
@PermitAll
class ImportReviewView extends Screen implements HasUrlParameter<Long> {

    private final ImportService imports;
    private final QuestionPanel questions;
    private final Div sides = new Div();
    private final Button save = new Button();
    private ImportId id = new ImportId(0);

    ImportReviewView(
            ImportService imports, GroupService groups, GroupRights groupRights, OrganisationService organisations) {
        this.imports = imports;
        this.questions = new QuestionPanel(imports, groups, groupRights, organisations, this::refresh);
        sides.addClassName("side-by-side");
        Button discard = new Button(getTranslation("imports.discard"), click -> confirmDiscard());
        save.setText(getTranslation("imports.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> {
            var meeting = imports.save(id);
            getUI().ifPresent(ui -> MinutesNavigation.open(ui, meeting));
        });
        setActions(discard, save);
        add(questions, sides);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJavaScript("context://scripts/light-up.js");
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = new ImportId(parameter);
        refresh();
    }

    private void refresh() {
        ImportReview review = imports.review(id);
        setHeading(review.fileName());
        if (review.state() != ImportState.OPEN) {
            setActions();
            questions.setVisible(false);
            sides.removeAll();
            sides.add(new Paragraph(getTranslation("imports.notOpen")));
            if (review.meeting() != null) {
                sides.add(MinutesNavigation.link(getTranslation("imports.openMeeting"), review.meeting()));
            }
            return;
        }
        questions.show(review);
        save.setEnabled(review.open().isEmpty());
        sides.removeAll();
        sides.add(new SourcePanel(review.lines()), new RecordPanel(review));
    }

    private void confirmDiscard() {
        ConfirmDialog confirm = new ConfirmDialog(
                getTranslation("imports.discard"),
                getTranslation("imports.discard.text"),
                getTranslation("imports.discard"),
                confirmed -> {
                    imports.discard(id);
                    getUI().ifPresent(ui -> ui.navigate(ImportsNavigation.LIST));
                });
        confirm.setCancelable(true);
        confirm.setCancelText(getTranslation("action.cancel"));
        confirm.setConfirmButtonTheme("error primary");
        confirm.open();
    }
}
