package org.contacts4j.inmemory.contact;

import java.util.Objects;
import java.util.UUID;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.inmemory.record.Changes;
import org.contacts4j.inmemory.record.Constraints;
import org.contacts4j.inmemory.record.Key;
import org.contacts4j.inmemory.record.Records;
import org.jspecify.annotations.Nullable;

/** The indexes of contacts by code, company and manager. Changes that violate a constraint are rejected. */
record ContactIndexes(Records records, Changes changes) {

    void add(Contact contact) {
        addCode(contact);
        CompanyId company = contact.job().companyId();
        if (company != null) {
            Constraints.require(records.companies.containsKey(company), "the contact's company is not there");
            changes.put(records.contactsOfCompanies, new Key(company.value(), idOf(contact)), contact.id());
        }
        ContactId manager = contact.job().reportsTo();
        if (manager != null) {
            Constraints.require(records.contacts.containsKey(manager), "the contact's manager is not there");
            changes.put(records.reportsOfManagers, new Key(manager.value(), idOf(contact)), contact.id());
        }
    }

    void replace(Contact before, Contact after) {
        CompanyId company = before.job().companyId();
        Constraints.require(
                Objects.equals(company, after.job().companyId()) || !isPrimary(before), "the contact is primary there");
        remove(before);
        add(after);
    }

    void remove(Contact contact) {
        if (contact.code() != null) {
            changes.remove(records.contactCodes, contact.code());
        }
        CompanyId company = contact.job().companyId();
        if (company != null) {
            changes.remove(records.contactsOfCompanies, new Key(company.value(), idOf(contact)));
        }
        ContactId manager = contact.job().reportsTo();
        if (manager != null) {
            changes.remove(records.reportsOfManagers, new Key(manager.value(), idOf(contact)));
        }
    }

    /** Checks that no other records refer to the contact. */
    void checkNotReferenced(Contact contact) {
        Constraints.require(!isPrimary(contact), "the contact is its company's primary one");
        Constraints.require(
                Key.under(idOf(contact), records.reportsOfManagers).isEmpty(), "contacts report to the contact");
    }

    private void addCode(Contact contact) {
        if (contact.code() != null) {
            @Nullable ContactId other = records.contactCodes.get(contact.code());
            if (other != null) {
                throw new ContactsFailure.DuplicateCode(other.value());
            }
            changes.put(records.contactCodes, contact.code(), contact.id());
        }
    }

    private boolean isPrimary(Contact contact) {
        @Nullable Company company = records.companies.get(contact.job().companyId());
        return company != null && contact.id().equals(company.primaryContactId());
    }

    private static UUID idOf(Contact contact) {
        return contact.id().value();
    }
}
