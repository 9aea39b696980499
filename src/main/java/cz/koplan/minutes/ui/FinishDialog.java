package cz.koplan.minutes.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.minutes.Finding;
import cz.koplan.minutes.Place;
import cz.koplan.minutes.RevisionService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.shared.ui.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finishes minutes: shows what they lack, leads there, and finishes when every finding is mended or overruled. */
class FinishDialog extends Dialog {

    private final RevisionService revisions;
    private final MeetingId meeting;
    private final Consumer<AgendaItemId> showItem;
    private final Paragraph error = new Paragraph();
    private final Paragraph summary = new Paragraph();
    private final Checkbox all = new Checkbox();
    private final UnorderedList list = new UnorderedList();
    private final Button finish = new Button();
    private final Map<Finding.Id, Checkbox> overruled = new LinkedHashMap<>();

    FinishDialog(RevisionService revisions, MeetingId meeting, Consumer<AgendaItemId> showItem, Runnable finished) {
        this.revisions = revisions;
        this.meeting = meeting;
        this.showItem = showItem;
        setHeaderTitle(getTranslation("minutes.finish"));
        setWidth("min(44rem, 100%)");
        setCloseOnOutsideClick(false);

        error.addClassName("form-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        all.setLabel(getTranslation("minutes.finish.overrule.all"));
        all.addValueChangeListener(change -> {
            if (change.getValue() != everyOverruled()) {
                overruled.values().forEach(box -> box.setValue(change.getValue()));
            }
        });
        list.addClassName("findings");
        add(error, summary, all, list);

        finish.setText(getTranslation("minutes.finish"));
        finish.addThemeVariants(ButtonVariant.PRIMARY);
        finish.addClickListener(click -> finish(finished));
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), finish);
        look();
    }

    private void look() {
        List<Finding> findings = revisions.findings(meeting);
        list.removeAll();
        overruled.clear();
        findings.forEach(finding -> list.add(line(finding)));
        summary.setText(getTranslation(
                findings.isEmpty() ? "minutes.finish.complete" : "minutes.finish.findings", findings.size()));
        all.setVisible(findings.size() > 1);
        follow();
    }

    private ListItem line(Finding finding) {
        String check = Words.of(this, finding.check());
        String text = finding.subject().isEmpty() ? check : check + ": " + finding.subject();
        Button link = new Button(text, click -> leadTo(finding));
        link.addThemeVariants(ButtonVariant.TERTIARY);
        Checkbox box = new Checkbox(getTranslation("minutes.finish.overrule"));
        box.setAriaLabel(getTranslation("minutes.finish.overrule.of", text));
        box.addValueChangeListener(change -> follow());
        overruled.put(finding.id(), box);
        return new ListItem(link, box);
    }

    private void follow() {
        all.setValue(everyOverruled());
        finish.setEnabled(everyOverruled());
    }

    private boolean everyOverruled() {
        return overruled.values().stream().allMatch(Checkbox::getValue);
    }

    /** The dialog gives the focus back when it has closed, so the place is sought after that. */
    private void leadTo(Finding finding) {
        AgendaItemId item = finding.item();
        if (item != null) {
            showItem.accept(item);
        }
        UI ui = UI.getCurrent();
        addDetachListener(closed -> ui.getPage()
                .executeJs(
                        """
                        const place = document.getElementById($0) ?? document.getElementById($1);
                        if (place) {
                            const typed = place.localName.includes('-') && place.querySelector('textarea, input');
                            const target = typed || place;
                            if (!target.matches('a, button, input, textarea, [tabindex]')) {
                                target.tabIndex = -1;
                            }
                            target.scrollIntoView({block: 'center'});
                            target.focus();
                        }""",
                        finding.place().anchor(),
                        item == null ? "" : Place.of(item).anchor()));
        close();
    }

    private void finish(Runnable finished) {
        Set<Finding.Id> decided = overruled.entrySet().stream()
                .filter(entry -> entry.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        try {
            revisions.finish(meeting, decided);
        } catch (InvalidInputException e) {
            look();
            show(getTranslation(e.messageKey(), e.arguments()));
            return;
        } catch (StaleVersionException e) {
            look();
            show(getTranslation("error.stale"));
            return;
        }
        close();
        finished.run();
    }

    private void show(String message) {
        error.setText(message);
        error.setVisible(true);
    }
}
