package org.contacts4j.application.contact;

import java.time.Instant;
import java.util.Objects;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.CompanyId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.organization.Caller;

/** Keeps what a patch made of a contact, in the transaction that has locked it. */
public record ContactUpdate(Transaction tx, Caller caller, Ids ids) {

    /**
     * The contact as it is kept now, with its company's name. One that moves to another company is not the primary
     * contact of the old one any more.
     *
     * @param applied what {@code patch} made of {@code before}; not the same
     * @throws org.contacts4j.domain.ContactsFailure when the company, the manager or the code does not hold
     */
    public Contact keep(Contact before, Contact applied, Patch<Contact> patch) {
        Contact after = new References(tx, caller).checked(patch, applied);
        if (!Objects.equals(before.job().companyId(), after.job().companyId())) {
            vacatePrimary(before, after.revision().updatedAt());
        }
        tx.contacts().update(caller.organization(), before, after, ContactEvent.updated(ids.next(), before, after));
        return after;
    }

    void vacatePrimary(Contact contact, Instant now) {
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
