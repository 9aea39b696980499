package cz.koplan.accounts;

import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.PersonId;

public record Account(AccountId id, int version, PersonId person, String personName, AccountData data) {}
