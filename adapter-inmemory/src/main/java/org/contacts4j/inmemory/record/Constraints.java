package org.contacts4j.inmemory.record;

import org.contacts4j.domain.ContactsFailure;

/**
 * The constraints of a database. A service checks them before it writes. A violation means that another transaction was
 * faster, and fails as it does on a database.
 */
public final class Constraints {

    private Constraints() {}

    /**
     * Checks a constraint.
     *
     * @throws ContactsFailure.Unavailable when it does not hold
     */
    public static void require(boolean holds, String message) {
        if (!holds) {
            throw new ContactsFailure.Unavailable(message);
        }
    }
}
