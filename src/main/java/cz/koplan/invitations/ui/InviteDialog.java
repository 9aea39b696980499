package cz.koplan.invitations.ui;

import com.vaadin.flow.component.html.Paragraph;
import cz.koplan.invitations.InvitationService;
import cz.koplan.invitations.InvitationsPage;
import cz.koplan.mail.MailKind;
import cz.koplan.shared.ui.FormDialog;
import java.util.List;
import java.util.function.IntConsumer;

/** Shows whom the invitation goes to and how it reads, before it leaves. */
class InviteDialog extends FormDialog {

    InviteDialog(InvitationService invitations, InvitationsPage page, IntConsumer invited) {
        this(invitations, page, invited, new Paragraph(), new Paragraph(), new MailPreviewBox());
    }

    private InviteDialog(
            InvitationService invitations,
            InvitationsPage page,
            IntConsumer invited,
            Paragraph recipients,
            Paragraph unreachable,
            MailPreviewBox preview) {
        super(
                preview.getTranslation("invitations.invite.title"),
                preview.getTranslation("invitations.invite.send", page.waiting().size()),
                () -> invited.accept(invitations.invite(page.meeting().id())),
                recipients,
                unreachable,
                preview);
        List<String> waiting = page.waiting();
        recipients.setText(
                waiting.isEmpty()
                        ? getTranslation("invitations.invite.noOne")
                        : getTranslation("invitations.invite.to", waiting.size(), String.join(", ", waiting)));
        unreachable.setText(getTranslation("invitations.unreachable", String.join(", ", page.unreachable())));
        unreachable.setVisible(!page.unreachable().isEmpty());
        unreachable.addClassName("invited-notice");
        preview.show(invitations.preview(page.meeting().id(), MailKind.INVITATION, "cs"));
    }
}
