package org.contacts4j.application.contact.write;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;

/** Stores changes of existing contacts that are checked already, each with the event that records it. */
public record ContactChanges(Transaction tx, Caller caller, Ids ids) {

    private static final int BATCH = 500;

    /** Stores a contact that this transaction has locked as {@code before}. */
    public void updated(Contact before, Contact after) {
        tx.contacts().update(caller.organization(), before, after, ContactEvent.updated(ids.next(), before, after));
    }

    /**
     * Stores a contact that may have moved to another company, as {@link #updated} does. It is no longer the primary
     * contact of the old company.
     */
    public void moved(Contact before, Contact after) {
        if (!Objects.equals(before.job().companyId(), after.job().companyId())) {
            clearPrimary(before, after.revision().updatedAt());
        }
        updated(before, after);
    }

    /** Deletes the contact, which must not be the manager of any other. Its company then has no primary contact. */
    public void deleted(Contact contact, Instant now) {
        clearPrimary(contact, now);
        ContactEvent event = ContactEvent.deleted(ids.next(), contact, caller.member(), now);
        tx.contacts().delete(caller.organization(), contact, event);
    }

    /** Deletes the contact as {@link #deleted} does, with an event that contains nothing of it. */
    public void erased(Contact contact, ContactEvent erasure) {
        clearPrimary(contact, erasure.at());
        tx.contacts().delete(caller.organization(), contact, erasure);
    }

    /** Clears the manager of every report, including hidden ones: no report may reference a deleted contact. */
    public void releaseReportsOf(ContactId manager, Instant now) {
        Patch<Contact> release = Patch.<Contact>empty().clear(ContactField.REPORTS_TO);
        List<Contact> reports = tx.contacts().lockReportsTo(caller.organization(), manager, BATCH);
        while (!reports.isEmpty()) {
            for (Contact report : reports) {
                updated(report, report.apply(release, caller.member(), now));
            }
            reports = tx.contacts().lockReportsTo(caller.organization(), manager, BATCH);
        }
    }

    /** Records that the contact became its company's primary contact. */
    public void primarySet(Contact contact, Instant now) {
        tx.events().append(caller.organization(), primaryEvent(contact, now));
    }

    /** Stores a contact whose only change is that it became its company's primary contact. */
    public void primarySet(Contact before, Contact after, Instant now) {
        tx.contacts().update(caller.organization(), before, after, primaryEvent(after, now));
    }

    private ContactEvent primaryEvent(Contact contact, Instant now) {
        return ContactEvent.primarySet(ids.next(), contact, caller.signedIn(), now);
    }

    private void clearPrimary(Contact contact, Instant now) {
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
