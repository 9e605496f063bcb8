package org.contacts4j.application.company;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.contact.write.ContactChanges;
import org.contacts4j.application.page.Page;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;

/** Manages the companies that contacts belong to. */
public final class CompanyService {

    private static final int BATCH = 500;

    private final CurrentStore store;
    private final Clock clock;
    private final Ids ids;
    private final AuditTrail trail;

    public CompanyService(CurrentStore store, Clock clock, Ids ids, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.trail = trail;
    }

    /**
     * Creates a company.
     *
     * @throws ContactsFailure.Invalid listing every validation error
     * @throws ContactsFailure.DuplicateCode if its code is in use
     */
    public Company create(Caller caller, Patch<Company> fields) {
        caller.requireWrite();
        CompanyId id = new CompanyId(ids.next());
        return store.write(caller, tx -> insert(tx, caller, id, fields));
    }

    /**
     * Returns the company with this id.
     *
     * @throws ContactsFailure.CompanyNotFound if the company does not exist
     */
    public Company get(Caller caller, CompanyId id) {
        return store.read(tx -> shown(tx, caller, id));
    }

    /** Returns a page of the organization's companies. */
    public Page<Company> list(Caller caller, CompanyQuery query) {
        return store.readReplica(caller, tx -> tx.companies().page(caller.organization(), caller.visibility(), query));
    }

    /**
     * Changes the fields in the patch and leaves all others unchanged.
     *
     * @return the company after the change
     * @throws ContactsFailure as {@link #update(Caller, CompanyId, Patch, Precondition)} does, except {@code Stale}
     */
    public Company update(Caller caller, CompanyId id, Patch<Company> patch) {
        return update(caller, id, patch, Precondition.none());
    }

    /**
     * Changes the fields in the patch if the company is at an expected version. A patch without effect does not
     * increment the version.
     *
     * @return the company after the change
     * @throws ContactsFailure.CompanyNotFound if the company does not exist
     * @throws ContactsFailure.Stale if the version does not meet the precondition
     * @throws ContactsFailure.Invalid listing every validation error
     * @throws ContactsFailure.DuplicateCode if its code is in use
     * @throws ContactsFailure.Forbidden if the name changes and the caller cannot see all of the company's contacts,
     *     which show the name
     */
    public Company update(Caller caller, CompanyId id, Patch<Company> patch, Precondition precondition) {
        caller.requireWrite();
        return store.write(caller, tx -> update(tx, caller, locked(tx, caller, id), patch, precondition));
    }

    /**
     * Changes the company, or creates it with this id if it does not exist. Host systems can mirror their own companies
     * this way.
     *
     * @throws ContactsFailure.Stale if the version does not meet the precondition; also if the company is absent but a
     *     version is required, or exists but must be absent
     * @throws ContactsFailure.Forbidden as for {@link #update}
     */
    public Saved save(Caller caller, CompanyId id, Patch<Company> patch, Precondition precondition) {
        caller.requireWrite();
        if (!id.isValid()) {
            throw new ContactsFailure.CompanyNotFound();
        }
        return store.write(caller, tx -> {
            Optional<Company> before = tx.companies().lock(caller.organization(), id);
            if (before.isPresent()) {
                return new Saved(update(tx, caller, before.get(), patch, precondition), false);
            }
            precondition.checkAbsent();
            return new Saved(insert(tx, caller, id, patch), true);
        });
    }

    /**
     * Deletes the company. Its contacts remain, with the company's name as text.
     *
     * @throws ContactsFailure.CompanyNotFound if the company does not exist
     * @throws ContactsFailure.Stale if the version does not meet the precondition
     * @throws ContactsFailure.Forbidden if the caller cannot see all affected contacts
     */
    public void remove(Caller caller, CompanyId id, Precondition precondition) {
        caller.requireWrite();
        caller.requireFullVisibility("Removing a company");
        store.write(caller, tx -> {
            Company company = locked(tx, caller, id);
            precondition.check(company.revision());
            Company vacant = clearPrimaryContact(tx, caller, company);
            unlinkContacts(tx, caller, vacant);
            tx.companies().delete(caller.organization(), vacant);
            trail.append(tx, caller, AuditAction.COMPANY_DELETED, id);
            return vacant;
        });
    }

    /**
     * A saved company.
     *
     * @param created whether the company was created
     */
    public record Saved(Company company, boolean created) {}

    private Company insert(Transaction tx, Caller caller, CompanyId id, Patch<Company> fields) {
        Company company = Company.create(id, caller.organization(), fields, caller.member(), clock.instant());
        checkCode(tx, fields, company);
        tx.companies().insert(caller.organization(), company);
        return company;
    }

    private Company update(
            Transaction tx, Caller caller, Company before, Patch<Company> patch, Precondition precondition) {
        precondition.check(before.revision());
        Company after = before.apply(patch, caller.member(), clock.instant());
        if (!after.equals(before)) {
            checkCode(tx, patch, after);
            checkName(tx, caller, before, after);
            tx.companies().update(caller.organization(), before, after);
        }
        return caller.isRestricted() ? shown(tx, caller, before.id()) : after;
    }

    private static Company shown(Transaction tx, Caller caller, CompanyId id) {
        return tx.companies()
                .find(caller.organization(), caller.visibility(), id)
                .orElseThrow(ContactsFailure.CompanyNotFound::new);
    }

    /** Contacts show their company's name and are found by it, so a rename changes all of them. */
    private static void checkName(Transaction tx, Caller caller, Company before, Company after) {
        if (caller.isRestricted()
                && !after.name().equals(before.name())
                && tx.companies().hasHiddenContacts(caller.organization(), caller.visibility(), before.id())) {
            caller.requireFullVisibility("Renaming this company");
        }
    }

    private static Company locked(Transaction tx, Caller caller, CompanyId id) {
        return tx.companies().lock(caller.organization(), id).orElseThrow(ContactsFailure.CompanyNotFound::new);
    }

    private static void checkCode(Transaction tx, Patch<Company> patch, Company company) {
        String code = company.code();
        if (code == null || !patch.touches(CompanyField.CODE)) {
            return;
        }
        tx.companies()
                .idByCode(company.organizationId(), code)
                .filter(id -> !id.equals(company.id()))
                .ifPresent(id -> {
                    throw new ContactsFailure.DuplicateCode(id.value());
                });
    }

    private Company clearPrimaryContact(Transaction tx, Caller caller, Company company) {
        if (company.primaryContactId() == null) {
            return company;
        }
        Company vacant = company.withoutPrimaryContact(company.primaryContactId(), caller.member(), clock.instant());
        tx.companies().update(caller.organization(), company, vacant);
        return vacant;
    }

    private void unlinkContacts(Transaction tx, Caller caller, Company company) {
        OrganizationId organization = caller.organization();
        Instant now = clock.instant();
        Patch<Contact> unlink =
                Patch.<Contact>empty().clear(ContactField.COMPANY).set(ContactField.COMPANY_NAME, company.name());
        List<Contact> contacts = tx.contacts().lockOfCompany(organization, company.id(), BATCH);
        while (!contacts.isEmpty()) {
            for (Contact contact : contacts) {
                Contact unlinked = contact.apply(unlink, caller.member(), now);
                new ContactChanges(tx, caller, ids).updated(contact, unlinked);
            }
            contacts = tx.contacts().lockOfCompany(organization, company.id(), BATCH);
        }
    }
}
