package cz.koplan.accounts;

import cz.koplan.links.PersonalLinks;
import cz.koplan.organisations.PersonData;
import cz.koplan.organisations.PersonService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class AccountService {

    private final AccountRepository accounts;
    private final PersonService people;
    private final PasswordEncoder passwords;
    private final PasswordMails mails;
    private final PersonalLinks links;
    private final SignInBrake brake;

    AccountService(
            AccountRepository accounts,
            PersonService people,
            PasswordEncoder passwords,
            PasswordMails mails,
            PersonalLinks links,
            SignInBrake brake) {
        this.accounts = accounts;
        this.people = people;
        this.passwords = passwords;
        this.mails = mails;
        this.links = links;
        this.brake = brake;
    }

    /** Tells whether this installation still waits for its first administrator. */
    @PreAuthorize("@accountRights.anybody()")
    @Transactional(readOnly = true)
    public boolean waitsForFirstAdministrator() {
        return !accounts.any();
    }

    /** @throws AccessDeniedException when there is an account already */
    @PreAuthorize("@accountRights.anybody()")
    public AccountId createFirstAdministrator(PersonData person, Password password) {
        if (accounts.anyForUpdate()) {
            throw new AccessDeniedException("There is an account already");
        }
        if (person.email() == null) {
            throw new InvalidInputException("people.email.malformed");
        }
        AccountData data = new AccountData(person.email(), true, false, true);
        return CurrentActor.actingAs(Actor.SYSTEM, () -> create(people.create(person), data, password));
    }

    @PreAuthorize("@accountRights.keep()")
    @Transactional(readOnly = true)
    public List<Account> all() {
        return accounts.all();
    }

    @PreAuthorize("@accountRights.keep()")
    public AccountId create(PersonId person, AccountData data, Password password) {
        requireFree(person, data);
        return accounts.insert(person, data, passwords.encode(password.value()));
    }

    /** Creates an account without a password and sends the person a link to set one. */
    @PreAuthorize("@accountRights.keep()")
    public AccountId invite(PersonId person, AccountData data) {
        requireFree(person, data);
        AccountId id = accounts.insert(person, data, null);
        mails.post(accounts.findSignedIn(id).orElseThrow());
        return id;
    }

    private void requireFree(PersonId person, AccountData data) {
        if (accounts.hasAccount(person)) {
            throw new InvalidInputException("accounts.person.taken");
        }
        requireFree(data, Optional.empty());
    }

    @PreAuthorize("@accountRights.keep()")
    public void update(AccountId id, int version, AccountData data) {
        requireFree(data, Optional.of(id));
        if (!(data.admin() && data.active()) && !accounts.hasOtherAdmin(id)) {
            throw new InvalidInputException("accounts.lastAdmin");
        }
        boolean sameAddress = accounts.findSignedIn(id)
                .filter(before -> before.email().equals(data.email()))
                .isPresent();
        accounts.update(id, version, data);
        if (!sameAddress || !data.active()) {
            endLinks(id);
        }
    }

    private void requireFree(AccountData data, Optional<AccountId> except) {
        if (accounts.isEmailTaken(data.email(), except)) {
            throw new InvalidInputException("accounts.email.taken", data.email());
        }
    }

    /** Sets the password and signs the account out everywhere. */
    @PreAuthorize("@accountRights.keep()")
    public void setPassword(AccountId id, Password password) {
        set(id, password);
    }

    /**
     * Changes the own password and signs the account out everywhere else.
     *
     * @throws InvalidInputException when the current password is another one
     * @throws TooManyAttemptsException when it was another one too often; that is kept although nothing else is
     */
    @PreAuthorize("@accountRights.own()")
    @Transactional(noRollbackFor = InvalidInputException.class)
    public void changeOwnPassword(String current, Password password) {
        SignedIn own = accounts.findSignedIn(CurrentActor.get().account()).orElseThrow();
        SignInBrake.Attempt attempt = brake.beginOwnPassword(own.actor().account());
        if (!passwords.matches(current, own.getPassword())) {
            throw new InvalidInputException("accounts.password.wrong");
        }
        brake.succeeded(attempt);
        set(own.actor().account(), password);
        accounts.findSignedIn(own.actor().account()).ifPresent(AccountService::staySignedIn);
    }

    private void set(AccountId id, Password password) {
        accounts.setPassword(id, passwords.encode(password.value()));
        endLinks(id);
        brake.forget(id);
    }

    private void endLinks(AccountId id) {
        accounts.findSignedIn(id)
                .ifPresent(account -> links.withdraw(
                        LinkPurpose.PASSWORD, id.value(), account.actor().person()));
    }

    /** Lets the session that changed the password go on; the others are from before. */
    private static void staySignedIn(SignedIn now) {
        var context = SecurityContextHolder.getContext();
        if (context.getAuthentication() != null && context.getAuthentication().getPrincipal() instanceof SignedIn) {
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(now, null, now.getAuthorities()));
        }
    }

    /** Signs the own account out on every device, this one included. */
    @PreAuthorize("@accountRights.own()")
    public void signOutEverywhere() {
        signOut(CurrentActor.get().account());
    }

    @PreAuthorize("@accountRights.keep()")
    public void signOutEverywhere(AccountId id) {
        signOut(id);
    }

    private void signOut(AccountId id) {
        accounts.signOutEverywhere(id);
        brake.forget(id);
    }

    @PreAuthorize("@accountRights.own()")
    public void setOwnPreferences(Preferences preferences) {
        accounts.setPreferences(CurrentActor.get().account(), preferences);
    }

    @PreAuthorize("@accountRights.own()")
    @Transactional(readOnly = true)
    public Preferences ownPreferences() {
        return accounts.findSignedIn(CurrentActor.get().account()).orElseThrow().preferences();
    }
}
