package cz.koplan.accounts;

import cz.koplan.links.PersonalLinks;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.Visitor;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passwords that people set by a link in a mail. */
@Service
@Transactional
public class PasswordService {

    /** Whose password the link sets. */
    public record Owner(String name, String email, String language) {}

    private final AccountRepository accounts;
    private final PersonalLinks links;
    private final PasswordMails mails;
    private final PasswordEncoder passwords;
    private final SignInBrake brake;

    PasswordService(
            AccountRepository accounts,
            PersonalLinks links,
            PasswordMails mails,
            PasswordEncoder passwords,
            SignInBrake brake) {
        this.accounts = accounts;
        this.links = links;
        this.mails = mails;
        this.passwords = passwords;
        this.brake = brake;
    }

    /** Sends the account a link to set its password, on behalf of an administrator. */
    @PreAuthorize("@accountRights.keep()")
    public void sendLink(AccountId account) {
        mails.post(accounts.findSignedIn(account)
                .filter(SignedIn::active)
                .orElseThrow(() -> new NotFoundException(account)));
    }

    /** Sends a link if there is such an account, and does not tell whether there is. */
    @PreAuthorize("@accountRights.anybody()")
    public void sendLinkTo(String email) {
        accounts.findSignedIn(email.strip().toLowerCase(Locale.ROOT))
                .filter(SignedIn::active)
                .ifPresent(mails::post);
    }

    /** @throws NotFoundException when the account is switched off or belongs to somebody else by now */
    @PreAuthorize("@accountRights.holdsPasswordLink()")
    @Transactional(readOnly = true)
    public Owner linkOwner() {
        SignedIn account = linkAccount();
        return new Owner(
                account.actor().name(), account.email(), account.preferences().language());
    }

    /**
     * Sets the password of the link's account, ends the link and signs out every session.
     *
     * @throws NotFoundException when the account is switched off or belongs to somebody else by now
     */
    @PreAuthorize("@accountRights.holdsPasswordLink()")
    public AccountId setByLink(Password password) {
        SignedIn account = linkAccount();
        AccountId id = account.actor().account();
        accounts.setPassword(id, passwords.encode(password.value()));
        links.withdraw(LinkPurpose.PASSWORD, id.value(), account.actor().person());
        brake.forget(id);
        return id;
    }

    private SignedIn linkAccount() {
        Visitor visitor = CurrentActor.findVisitor().orElseThrow();
        return accounts.findSignedIn(new AccountId(visitor.subject()))
                .filter(SignedIn::active)
                .filter(account -> account.actor().person().equals(visitor.person()))
                .orElseThrow(() -> new NotFoundException(visitor.subject()));
    }
}
