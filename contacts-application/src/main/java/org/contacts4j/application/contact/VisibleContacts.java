package org.contacts4j.application.contact;

import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.organization.Caller;

/** The contacts that are there for a caller. */
public record VisibleContacts(Transaction tx, Caller caller) {

    /** Whether this is one of them. */
    public boolean include(ContactId contact) {
        return tx.contacts()
                .find(caller.organization(), caller.visibility(), contact)
                .isPresent();
    }

    /**
     * Refuses any other.
     *
     * @throws ContactsFailure.ContactNotFound when this is not one of them
     */
    public void require(ContactId contact) {
        if (!include(contact)) {
            throw new ContactsFailure.ContactNotFound();
        }
    }
}
