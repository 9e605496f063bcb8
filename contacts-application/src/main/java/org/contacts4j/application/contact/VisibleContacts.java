package org.contacts4j.application.contact;

import java.util.UUID;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.Change;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

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

    /** The contact as the caller sees it: without a manager whom they do not see. */
    public Contact shown(Contact contact) {
        return hidesManagerOf(contact) ? contact.withoutManager() : contact;
    }

    /**
     * What the caller changes of the contact. Callers read a manager whom they do not see as null, so a null that they send
     * back keeps that manager.
     */
    public Patch<Contact> changing(Contact contact, Patch<Contact> patch) {
        boolean clears = patch.changeOf(ContactField.REPORTS_TO) instanceof Change.Clear;
        return clears && hidesManagerOf(contact) ? patch.and(ContactField.REPORTS_TO, Change.keep()) : patch;
    }

    /**
     * Refuses to take the place of a primary contact whom the caller does not see.
     *
     * @throws ContactsFailure.Forbidden when the company has such a primary contact
     */
    public void requirePrimaryOf(Company company) {
        @Nullable ContactId primary = company.primaryContactId();
        if (primary != null && caller.isRestricted() && !include(primary)) {
            caller.mustSeeEverything(
                    "Setting this primary contact", "a primary contact that is not assigned to you or your teams");
        }
    }

    /**
     * The id of a contact for a failure that names it; null for callers who do not see the contact, and for those who have
     * not signed in.
     */
    public @Nullable UUID nameable(ContactId contact) {
        return caller.signedIn() != null && include(contact) ? contact.value() : null;
    }

    private boolean hidesManagerOf(Contact contact) {
        @Nullable ContactId manager = contact.job().reportsTo();
        return manager != null && caller.isRestricted() && !include(manager);
    }
}
