package cz.koplan.mail;

import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the mails. They are written by {@link Outbox}. */
@Service
@Transactional
public class MailService {

    private final MailRepository mails;
    private final MailRights rights;
    private final MailRoute route;
    private final Outbox outbox;

    MailService(MailRepository mails, MailRights rights, MailRoute route, Outbox outbox) {
        this.mails = mails;
        this.rights = rights;
        this.route = route;
        this.outbox = outbox;
    }

    /** Returns a page of what the actor may see, the newest first. */
    @PreAuthorize("@mailRights.see()")
    @Transactional(readOnly = true)
    public List<MailRow> rows(MailFilter filter, int offset, int limit) {
        return mails.rows(filter, rights.seen(), offset, limit);
    }

    @PreAuthorize("@mailRights.see()")
    @Transactional(readOnly = true)
    public int count(MailFilter filter) {
        return mails.count(filter, rights.seen());
    }

    /** Returns the mails about the meeting, the newest first. */
    @PreAuthorize("@mailRights.see(#meeting)")
    @Transactional(readOnly = true)
    public List<MailRow> ofMeeting(MeetingId meeting) {
        return mails.ofMeeting(meeting);
    }

    /** @throws NotFoundException when there is no such mail */
    @PreAuthorize("@mailRights.see(#mail)")
    @Transactional(readOnly = true)
    public MailPage page(MailId mail) {
        return mails.page(mail).orElseThrow(() -> new NotFoundException(mail));
    }

    /**
     * Sends the same once more, as a mail of its own, to the address that the person has now. What still waits leaves by
     * itself, and what was replaced is out of date.
     */
    @PreAuthorize("@mailRights.see(#mail)")
    public MailId resend(MailId mail) {
        switch (page(mail).mail().state()) {
            case WAITING -> throw new InvalidInputException("mail.resend.waits");
            case REPLACED -> throw new InvalidInputException("mail.resend.replaced");
            case SENT, FAILED -> {}
        }
        return outbox.post(mails.again(mail));
    }

    /** Returns whether mails become files because no server is set. */
    @PreAuthorize("@mailRights.see()")
    public boolean intoFiles() {
        return route instanceof FolderRoute;
    }
}
