package org.contacts4j.application.access;

import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Role;

/** The rule about who administers the access to an organization. */
public final class AccessRules {

    private AccessRules() {}

    /**
     * Checks that the caller may read and change API keys and token revocations: an administrator who sees every
     * contact. A restricted administrator could otherwise create a key that sees more.
     *
     * @throws ContactsFailure.Forbidden if the caller may not
     */
    public static void requireAdministrator(Caller caller) {
        if (caller.role() != Role.ADMIN || caller.isRestricted()) {
            throw new ContactsFailure.Forbidden(
                    "API keys and token revocations require the role admin and the data scope all.");
        }
    }
}
