package cz.koplan.updates.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.shared.ui.Words;
import cz.koplan.updates.ConversionService;
import cz.koplan.updates.ProposalKind;
import cz.koplan.updates.UpdateId;
import java.io.Serializable;

/** What an update can be turned into, a button each; what was made can be taken back for a while. */
class ConversionDialog extends Dialog {

    private static final int UNDO_MS = 10_000;

    /** Makes something of the update and returns it. */
    @FunctionalInterface
    private interface Making extends Serializable {
        Ref make();
    }

    private final ConversionService conversions;
    private final UpdateId update;
    private final Runnable done;
    private final Div choices = new Div();

    ConversionDialog(ConversionService conversions, UpdateId update, String label, Runnable done) {
        this.conversions = conversions;
        this.update = update;
        this.done = done;
        setHeaderTitle(getTranslation("updates.convert.title", label));
        setWidth("min(34rem, 100%)");
        choices.addClassName("choices");

        conversions
                .targets(update)
                .forEach(target -> choice(
                        VaadinIcon.CALENDAR,
                        getTranslation(
                                "updates.convert.agenda", target.title(), Words.day(target.heldOn(), getLocale())),
                        () -> new Ref(
                                RefKind.AGENDA_ITEM,
                                conversions
                                        .toAgendaItem(update, target.meeting())
                                        .value())));
        choice(
                VaadinIcon.ARCHIVE,
                getTranslation("updates.convert.backlog"),
                () -> new Ref(
                        RefKind.BACKLOG_ITEM, conversions.toBacklog(update).value()));
        choice(
                VaadinIcon.CHECK_SQUARE_O,
                getTranslation("updates.convert.task", label),
                () -> new Ref(RefKind.TASK, conversions.toTask(update).value()));
        for (ProposalKind kind : ProposalKind.values()) {
            choice(
                    VaadinIcon.LIGHTBULB,
                    Words.of(this, kind),
                    () -> new Ref(
                            RefKind.PROPOSAL,
                            conversions.toProposal(update, kind).value()));
        }

        Paragraph proposals = new Paragraph(getTranslation("updates.convert.proposals"));
        proposals.addClassName("secondary");
        add(choices, proposals);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()));
    }

    private void choice(VaadinIcon icon, String words, Making making) {
        Button choice = new Button(words, icon.create(), click -> {
            Ref made = making.make();
            close();
            done.run();
            offerUndo(words, made);
        });
        choices.add(choice);
    }

    private void offerUndo(String words, Ref made) {
        Notification note = new Notification();
        note.setDuration(UNDO_MS);
        note.setPosition(Notification.Position.BOTTOM_CENTER);
        Button undo = new Button(getTranslation("desk.undo"), click -> {
            note.close();
            conversions.undo(update, made);
            done.run();
        });
        undo.addThemeVariants(ButtonVariant.TERTIARY);
        note.add(new Span(getTranslation("updates.convert.done", words)), undo);
        note.open();
    }
}
