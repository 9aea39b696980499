package cz.koplan.shared.actor;

import java.io.Serializable;

/**
 * The signed-in person on whose behalf code runs.
 *
 * @param admin may keep accounts, groups and code lists
 * @param planner may keep organisations, the network and the strategy
 */
public record Actor(AccountId account, PersonId person, String name, boolean admin, boolean planner)
        implements Serializable {

    /** The application itself: it creates the first administrator and the demonstration data. */
    public static final Actor SYSTEM = new Actor(new AccountId(0), new PersonId(0), "Koplán", true, true);
}
