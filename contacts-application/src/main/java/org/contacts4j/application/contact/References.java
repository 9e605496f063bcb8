package org.contacts4j.application.contact;

import java.util.Optional;
import java.util.function.Function;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ReportingLine;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;

/**
 * Validates a contact's references to other records, as far as a patch changes them.
 *
 * @param companyNames returns the current name of a company, or empty if it does not exist
 */
public record References(Transaction tx, Caller caller, Function<CompanyId, Optional<String>> companyNames) {

    public References(Transaction tx, Caller caller) {
        this(
                tx,
                caller,
                id -> tx.companies()
                        .find(caller.organization(), caller.visibility(), id)
                        .map(Company::name));
    }

    /** Validates the manager, the company and the code, and returns the contact with its company's name. */
    public Contact checked(Patch<Contact> patch, Contact contact) {
        Contact placed = placed(patch, contact);
        if (patch.touches(ContactField.CODE)) {
            checkCode(contact);
        }
        return placed;
    }

    /** Validates the manager and the company, and returns the contact with its company's name. */
    public Contact placed(Patch<Contact> patch, Contact contact) {
        if (patch.touches(ContactField.REPORTS_TO)) {
            checkManager(contact);
        }
        return patch.touches(ContactField.COMPANY) ? withCompany(contact) : contact;
    }

    private void checkManager(Contact contact) {
        ContactId manager = contact.job().reportsTo();
        if (manager == null) {
            return;
        }
        if (tx.contacts()
                .find(caller.organization(), caller.visibility(), manager)
                .isEmpty()) {
            throw ReportingLine.unknownManager();
        }
        ReportingLine.rejectCycle(contact.id(), manager, tx.contacts().managersAbove(caller.organization(), manager));
    }

    private Contact withCompany(Contact contact) {
        CompanyId company = contact.job().companyId();
        return company == null
                ? contact
                : contact.withCompanyName(
                        companyNames.apply(company).orElseThrow(ContactsFailure.CompanyNotFound::new));
    }

    private void checkCode(Contact contact) {
        String code = contact.code();
        if (code == null) {
            return;
        }
        Optional<ContactId> other =
                tx.contacts().idByCode(caller.organization(), code).filter(id -> !id.equals(contact.id()));
        if (other.isPresent()) {
            throw new ContactsFailure.DuplicateCode(new VisibleContacts(tx, caller).idIfVisible(other.get()));
        }
    }
}
