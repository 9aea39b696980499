package cz.koplan.invitations.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.invitations.Answer;
import cz.koplan.invitations.AnswerData;
import cz.koplan.invitations.InvitedMember;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Words;

/** Notes on behalf of a member who comes. */
class AnswerDialog extends FormDialog {

    /** Takes the answer of a person. */
    interface Store {
        void answer(PersonId person, AnswerData data);
    }

    /** The fields of the dialog. */
    private static final class Fields {

        private final Select<InvitedMember.Speaker> speaker = new Select<>();
        private final RadioButtonGroup<Answer> answer = new RadioButtonGroup<>();
        private final TextField reason = new TextField();
        private final TextField deputy = new TextField();

        AnswerData data() {
            return new AnswerData(answer.getValue(), reason.getValue(), deputy.getValue());
        }
    }

    AnswerDialog(InvitedMember member, Store store) {
        this(member, store, new Fields());
    }

    private AnswerDialog(InvitedMember member, Store store, Fields fields) {
        super(
                member.name(),
                () -> store.answer(fields.speaker.getValue().person(), fields.data()),
                fields.speaker,
                fields.answer,
                fields.reason,
                fields.deputy);
        fields.speaker.setLabel(getTranslation("invitations.answer.whose"));
        fields.speaker.setItems(member.speakers());
        fields.speaker.setItemLabelGenerator(InvitedMember.Speaker::name);
        fields.speaker.setVisible(member.speakers().size() > 1);
        fields.speaker.addValueChangeListener(change -> show(change.getValue(), fields));
        fields.answer.setLabel(getTranslation("invitations.answer"));
        fields.answer.setItems(member.ofOrganisation() ? Answer.values() : new Answer[] {Answer.COMES, Answer.EXCUSED});
        fields.answer.setItemLabelGenerator(value -> Words.of(this, value));
        fields.answer.addValueChangeListener(change -> {
            fields.reason.setVisible(change.getValue() == Answer.EXCUSED);
            fields.deputy.setVisible(change.getValue() == Answer.DEPUTY);
        });
        fields.reason.setLabel(getTranslation("invitations.answer.reason"));
        fields.reason.setMaxLength(1000);
        fields.reason.setVisible(false);
        fields.deputy.setLabel(getTranslation("invitations.answer.deputy"));
        fields.deputy.setMaxLength(200);
        fields.deputy.setRequiredIndicatorVisible(true);
        fields.deputy.setVisible(false);
        fields.speaker.setValue(member.speakers().getFirst());
    }

    private static void show(InvitedMember.Speaker speaker, Fields fields) {
        InvitedMember.Reply reply = speaker.reply();
        AnswerData data = reply == null ? AnswerData.comes() : reply.data();
        fields.answer.setValue(data.answer());
        fields.reason.setValue(data.reason() == null ? "" : data.reason());
        fields.deputy.setValue(data.deputyName() == null ? "" : data.deputyName());
    }
}
