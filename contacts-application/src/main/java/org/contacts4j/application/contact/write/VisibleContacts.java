package org.contacts4j.application.contact.write;

import java.util.UUID;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/** The contacts that a caller can see. */
public record VisibleContacts(Transaction tx, Caller caller) {

    /** Returns whether the caller can see this contact. */
    public boolean include(ContactId contact) {
        return tx.contacts()
                .find(caller.organization(), caller.visibility(), contact)
                .isPresent();
    }

    /**
     * Requires that the caller can see this contact.
     *
     * @throws ContactsFailure.ContactNotFound if it does not exist or is hidden from the caller
     */
    public void require(ContactId contact) {
        if (!include(contact)) {
            throw new ContactsFailure.ContactNotFound();
        }
    }

    /**
     * Returns and locks a contact.
     *
     * @throws ContactsFailure.ContactNotFound if it does not exist or is hidden from the caller
     */
    public Contact locked(ContactId contact) {
        return tx.contacts()
                .lock(caller.organization(), caller.visibility(), contact)
                .orElseThrow(ContactsFailure.ContactNotFound::new);
    }

    /** Returns the contact as the caller sees it, without a manager who is hidden from the caller. */
    public Contact shown(Contact contact) {
        return hidesManagerOf(contact) ? contact.withoutManager() : contact;
    }

    /**
     * Returns the patch with the changes that the caller intends. Callers read a hidden manager as null. A null that
     * they send back therefore does not clear that manager.
     */
    public Patch<Contact> changing(Contact contact, Patch<Contact> patch) {
        boolean clears = patch.changeOf(ContactField.REPORTS_TO) instanceof Change.Clear;
        return clears && hidesManagerOf(contact) ? patch.and(ContactField.REPORTS_TO, Change.keep()) : patch;
    }

    /**
     * Requires that the company's primary contact, if any, is visible to the caller.
     *
     * @throws ContactsFailure.Forbidden if the primary contact is hidden from the caller
     */
    public void requirePrimaryOf(Company company) {
        @Nullable ContactId primary = company.primaryContactId();
        if (primary != null && caller.isRestricted() && !include(primary)) {
            caller.requireFullVisibility(
                    "Setting this primary contact", "a primary contact that is not assigned to you or your teams");
        }
    }

    /**
     * Returns the id of a contact for a failure that names it. Returns null for callers who cannot see the contact, and
     * for unauthenticated callers.
     */
    @Nullable
    UUID idIfVisible(ContactChecks.Holder holder) {
        @Nullable ContactId id = holder.id();
        return id != null && caller.signedIn() != null && include(id) ? id.value() : null;
    }

    private boolean hidesManagerOf(Contact contact) {
        @Nullable ContactId manager = contact.job().reportsTo();
        return manager != null && caller.isRestricted() && !include(manager);
    }
}
