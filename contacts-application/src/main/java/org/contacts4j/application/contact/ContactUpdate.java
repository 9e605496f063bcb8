package org.contacts4j.application.contact;

import java.time.Instant;
import java.util.Objects;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;

/** Stores the result of a patch, in the transaction that has locked the contact. */
public record ContactUpdate(Transaction tx, Caller caller, Ids ids) {

    /**
     * Updates the contact and returns it as stored, with its company's name. A contact that moves to another company is
     * no longer the primary contact of the old one.
     *
     * @param applied the result of applying {@code patch} to {@code before}; different from {@code before}
     * @throws org.contacts4j.domain.ContactsFailure if the company, the manager or the code is invalid
     */
    public Contact keep(Contact before, Contact applied, Patch<Contact> patch) {
        Contact after = new References(tx, caller).checked(patch, applied);
        if (!Objects.equals(before.job().companyId(), after.job().companyId())) {
            clearPrimary(before, after.revision().updatedAt());
        }
        tx.contacts().update(caller.organization(), before, after, ContactEvent.updated(ids.next(), before, after));
        return after;
    }

    void clearPrimary(Contact contact, Instant now) {
        CompanyId companyId = contact.job().companyId();
        if (companyId == null) {
            return;
        }
        tx.companies()
                .lockWithPrimary(caller.organization(), companyId, contact.id())
                .ifPresent(company -> {
                    Company vacated = company.withoutPrimaryContact(contact.id(), caller.signedIn(), now);
                    tx.companies().update(caller.organization(), company, vacated);
                });
    }
}
