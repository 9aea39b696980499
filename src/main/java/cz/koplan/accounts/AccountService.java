package cz.koplan.accounts;

import cz.koplan.organisations.PersonData;
import cz.koplan.organisations.PersonService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class AccountService {

    private final AccountRepository accounts;
    private final PersonService people;
    private final PasswordEncoder passwords;

    AccountService(AccountRepository accounts, PersonService people, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.people = people;
        this.passwords = passwords;
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
        if (accounts.hasAccount(person)) {
            throw new InvalidInputException("accounts.person.taken");
        }
        requireFree(data, Optional.empty());
        return accounts.insert(person, data, passwords.encode(password.value()));
    }

    @PreAuthorize("@accountRights.keep()")
    public void update(AccountId id, int version, AccountData data) {
        requireFree(data, Optional.of(id));
        if (!(data.admin() && data.active()) && !accounts.hasOtherAdmin(id)) {
            throw new InvalidInputException("accounts.lastAdmin");
        }
        accounts.update(id, version, data);
    }

    private void requireFree(AccountData data, Optional<AccountId> except) {
        if (accounts.isEmailTaken(data.email(), except)) {
            throw new InvalidInputException("accounts.email.taken", data.email());
        }
    }

    @PreAuthorize("@accountRights.keep()")
    public void setPassword(AccountId id, Password password) {
        accounts.setPassword(id, passwords.encode(password.value()));
    }

    /** @throws InvalidInputException when the current password is another one */
    @PreAuthorize("@accountRights.own()")
    public void changeOwnPassword(String current, Password password) {
        SignedIn own = accounts.findSignedIn(CurrentActor.get().account()).orElseThrow();
        if (!passwords.matches(current, own.passwordHash())) {
            throw new InvalidInputException("accounts.password.wrong");
        }
        accounts.setPassword(own.actor().account(), passwords.encode(password.value()));
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
