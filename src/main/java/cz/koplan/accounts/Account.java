package cz.koplan.accounts;

import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.PersonId;

/** @param passwordSet whether it no longer waits for its password */
public record Account(
        AccountId id, int version, PersonId person, String personName, boolean passwordSet, AccountData data) {}
