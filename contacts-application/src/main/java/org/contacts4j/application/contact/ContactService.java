package org.contacts4j.application.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.contact.query.CountedPage;
import org.contacts4j.application.contact.write.ContactChanges;
import org.contacts4j.application.contact.write.ContactWrites;
import org.contacts4j.application.contact.write.VisibleContacts;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;

/**
 * Creates, updates, reads and deletes contacts, and sets companies' primary contacts.
 *
 * <pre>{@code
 * Contact ada = contacts.create(caller, Patch.of(ContactField.NAME, "Ada Lovelace"));
 * Contact promoted = contacts.update(caller, ada.id(), Patch.of(ContactField.TITLE, "Countess"));
 * Precondition unread = Precondition.version(promoted.revision().version());
 * contacts.update(caller, ada.id(), Patch.of(ContactField.TITLE, "Lady"), unread);
 * }</pre>
 *
 * <p>Methods that write throw {@link ContactsFailure.Forbidden} if the caller may only read, and every method {@link
 * ContactsFailure.Unavailable} if the store does not answer.
 */
public final class ContactService {

    private final CurrentStore store;
    private final Clock clock;
    private final Ids ids;
    private final ContactWrites writes;
    private final AuditTrail trail;

    public ContactService(CurrentStore store, Clock clock, Ids ids, ContactWrites writes, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.writes = writes;
        this.trail = trail;
    }

    /**
     * Creates a contact. A contact created by a restricted caller is assigned to that caller.
     *
     * @throws ContactsFailure.Invalid listing every validation error
     * @throws ContactsFailure.CompanyNotFound if its company does not exist
     * @throws ContactsFailure.DuplicateCode if its code is in use
     * @throws ContactsFailure.DuplicateEmail if e-mail addresses must be unique and another contact has one of its
     *     addresses
     */
    public Contact create(Caller caller, Patch<Contact> fields) {
        return writes.create(caller, fields, (tx, contact) -> {});
    }

    /**
     * Returns the contact with this id.
     *
     * @throws ContactsFailure.ContactNotFound if it does not exist or is hidden from the caller
     */
    public Contact get(Caller caller, ContactId id) {
        return find(caller, id).orElseThrow(ContactsFailure.ContactNotFound::new);
    }

    /** Returns the contact with this id, or empty if it does not exist or is hidden from the caller. */
    public Optional<Contact> find(Caller caller, ContactId id) {
        return store.read(tx -> tx.contacts().find(caller.organization(), caller.visibility(), id));
    }

    /** Returns a page of the contacts that the caller can see and that match the filter. */
    public Page<Contact> list(Caller caller, Filter filter, PageRequest request) {
        return store.readReplica(
                caller, tx -> tx.contacts().page(caller.organization(), caller.visibility(), filter, request));
    }

    /** Returns the page as {@link #list} does, with the number of matching contacts by status instead of a total. */
    public CountedPage listCounted(Caller caller, Filter filter, PageRequest request) {
        return store.readReplica(
                caller,
                tx -> new CountedPage(
                        tx.contacts().page(caller.organization(), caller.visibility(), filter, request.uncounted()),
                        tx.contacts().countByStatus(caller.organization(), caller.visibility(), filter)));
    }

    /**
     * Changes the fields in the patch and leaves all others unchanged, including those that a concurrent request
     * changes.
     *
     * @return the contact after the change
     * @throws ContactsFailure as {@link #update(Caller, ContactId, Patch, Precondition)} does, except {@code Stale}
     */
    public Contact update(Caller caller, ContactId id, Patch<Contact> patch) {
        return update(caller, id, patch, Precondition.none());
    }

    /**
     * Changes the fields in the patch if the contact is at an expected version, such as {@link
     * Precondition#version(long)}. A patch without effect does not increment the version.
     *
     * @return the contact after the change
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is hidden from the caller
     * @throws ContactsFailure.Stale if the version does not meet the precondition
     * @throws ContactsFailure.Invalid listing every validation error
     * @throws ContactsFailure.CompanyNotFound if its new company does not exist
     * @throws ContactsFailure.DuplicateCode if its code is in use
     * @throws ContactsFailure.DuplicateEmail if e-mail addresses must be unique and another contact has one of its new
     *     addresses
     */
    public Contact update(Caller caller, ContactId id, Patch<Contact> patch, Precondition precondition) {
        return writes.update(
                caller,
                id,
                patch,
                precondition,
                (tx, changed) -> new VisibleContacts(tx, caller).shown(changed.after()));
    }

    /**
     * Deletes the contact. Its reports then have no manager. If it was its company's primary contact, the company has
     * none.
     *
     * @return the contact before its deletion
     * @throws ContactsFailure.ContactNotFound if it does not exist or is hidden from the caller
     * @throws ContactsFailure.Stale if the version does not meet the precondition
     */
    public Contact remove(Caller caller, ContactId id, Precondition precondition) {
        caller.requireWrite();
        return store.write(caller, tx -> {
            VisibleContacts visible = new VisibleContacts(tx, caller);
            Contact contact = visible.locked(id);
            precondition.check(contact.revision());
            Contact shown = visible.shown(contact);
            Instant now = clock.instant();
            ContactChanges changes = new ContactChanges(tx, caller, ids);
            changes.releaseReportsOf(id, now);
            changes.deleted(contact, now);
            trail.append(tx, caller, AuditAction.CONTACT_DELETED, id);
            return shown;
        });
    }

    /**
     * Makes the contact the primary contact of its company. It replaces any previous one.
     *
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is hidden from the caller
     * @throws ContactsFailure.CompanyNotFound if the company does not exist
     * @throws ContactsFailure.ContactNotInCompany if the contact does not belong to this company
     * @throws ContactsFailure.Forbidden if the current primary contact is hidden from the caller
     */
    public PrimaryContact setPrimary(Caller caller, ContactId id, CompanyId companyId) {
        caller.requireWrite();
        return store.write(caller, tx -> {
            VisibleContacts visible = new VisibleContacts(tx, caller);
            Contact contact = visible.locked(id);
            Company before = tx.companies()
                    .lock(caller.organization(), companyId)
                    .orElseThrow(ContactsFailure.CompanyNotFound::new);
            Instant now = clock.instant();
            Company after = before.withPrimaryContact(contact, caller.signedIn(), now);
            if (!after.equals(before)) {
                visible.requirePrimaryOf(before);
                tx.companies().update(caller.organization(), before, after);
                new ContactChanges(tx, caller, ids).primarySet(contact, now);
            }
            return new PrimaryContact(visible.shown(contact), after);
        });
    }
}
