package org.contacts4j.application.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.write.ContactChanges;
import org.contacts4j.application.contact.write.ContactWrites;
import org.contacts4j.application.contact.write.ContactWrites.Changed;
import org.contacts4j.application.contact.write.VisibleContacts;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.jspecify.annotations.Nullable;

/**
 * Manages contacts together with their primary flag, for APIs in which that flag is a property of the contact. The flag
 * is read with the contact in one query and written with it in one transaction. A contact without a company is never
 * primary; the flag is then ignored.
 */
public final class CompanyContactService {

    private final CurrentStore store;
    private final ContactWrites writes;
    private final Clock clock;
    private final Ids ids;

    public CompanyContactService(CurrentStore store, ContactWrites writes, Clock clock, Ids ids) {
        this.store = store;
        this.writes = writes;
        this.clock = clock;
        this.ids = ids;
    }

    /** Returns the contact with this id, or empty if it does not exist or is hidden from the caller. */
    public Optional<ContactAtCompany> find(Caller caller, ContactId id) {
        return store.read(tx -> tx.contacts().findAtCompany(caller.organization(), caller.visibility(), id));
    }

    /**
     * Returns contacts of a company in creation order.
     *
     * @throws ContactsFailure.CompanyNotFound if the company does not exist
     */
    public List<ContactAtCompany> list(Caller caller, CompanyId company, Slice slice) {
        return store.readReplica(caller, tx -> {
            List<ContactAtCompany> found = tx.contacts()
                    .pageAtCompany(caller.organization(), caller.visibility(), company, slice)
                    .items();
            if (found.isEmpty()) {
                company(tx, caller, company); // an empty result may mean that the company is absent
            }
            return found;
        });
    }

    /**
     * Creates a contact as {@link ContactService#create(Caller, Patch)} does.
     *
     * @param primary whether it becomes its company's primary contact
     * @throws ContactsFailure.Forbidden if the contact would replace a primary contact that is hidden from the caller
     */
    public ContactAtCompany create(Caller caller, Patch<Contact> fields, boolean primary) {
        Contact created = writes.create(caller, fields, (tx, contact) -> {
            @Nullable CompanyId company = contact.job().companyId();
            if (primary && company != null) {
                Instant now = clock.instant();
                place(tx, caller, contact, locked(tx, caller, company), true, now);
                new ContactChanges(tx, caller, ids).primarySet(contact, now);
            }
        });
        return new ContactAtCompany(created, primary && created.job().companyId() != null);
    }

    /**
     * Changes the contact as {@link ContactService#update(Caller, ContactId, Patch, Precondition)} does. The version is
     * incremented even if only the primary flag changes.
     *
     * @param primary whether it is to be its company's primary contact; null leaves the flag unchanged, unless the
     *     contact moves to another company
     * @throws ContactsFailure.Forbidden if the contact would replace a primary contact that is hidden from the caller
     */
    public ContactAtCompany update(Caller caller, ContactId id, Patch<Contact> patch, @Nullable Boolean primary) {
        return writes.update(caller, id, patch, Precondition.none(), (tx, changed) -> {
            ContactAtCompany placed = placed(tx, caller, changed, primary);
            return new ContactAtCompany(new VisibleContacts(tx, caller).shown(placed.contact()), placed.primary());
        });
    }

    private ContactAtCompany placed(Transaction tx, Caller caller, Changed changed, @Nullable Boolean primary) {
        Contact after = changed.after();
        @Nullable CompanyId company = after.job().companyId();
        if (company == null) {
            return new ContactAtCompany(after, false);
        }
        if (primary == null) {
            boolean is = after.id().equals(company(tx, caller, company).primaryContactId());
            return new ContactAtCompany(after, is);
        }
        Instant now = clock.instant();
        boolean moved = place(tx, caller, after, locked(tx, caller, company), primary, now);
        return new ContactAtCompany(moved ? noted(tx, caller, changed, primary, now) : after, primary);
    }

    /** Sets or clears the contact as its company's primary contact. Returns whether that changed the company. */
    private static boolean place(
            Transaction tx, Caller caller, Contact contact, Company company, boolean primary, Instant now) {
        Company placed = primary
                ? company.withPrimaryContact(contact, caller.signedIn(), now)
                : company.withoutPrimaryContact(contact.id(), caller.signedIn(), now);
        if (placed.equals(company)) {
            return false;
        }
        if (primary) {
            new VisibleContacts(tx, caller).requirePrimaryOf(company);
        }
        tx.companies().update(caller.organization(), company, placed);
        return true;
    }

    /** Records the changed primary flag with the contact, unless the contact's own change already does. */
    private Contact noted(Transaction tx, Caller caller, Changed changed, boolean primary, Instant now) {
        Contact before = changed.before();
        boolean touched = changed.after().equals(before);
        Contact noted = touched ? before.touched(caller.signedIn(), now) : changed.after();
        ContactChanges changes = new ContactChanges(tx, caller, ids);
        if (touched && primary) {
            changes.primarySet(before, noted, now);
        } else if (touched) {
            changes.updated(before, noted);
        } else if (primary) {
            changes.primarySet(noted, now);
        }
        return noted;
    }

    private static Company company(Transaction tx, Caller caller, CompanyId id) {
        return tx.companies()
                .find(caller.organization(), caller.visibility(), id)
                .orElseThrow(ContactsFailure.CompanyNotFound::new);
    }

    private static Company locked(Transaction tx, Caller caller, CompanyId id) {
        return tx.companies().lock(caller.organization(), id).orElseThrow(ContactsFailure.CompanyNotFound::new);
    }
}
