package org.contacts4j.inmemory.contact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.contacts4j.application.company.Companies;
import org.contacts4j.application.company.CompanyQuery;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.inmemory.record.Constraints;
import org.contacts4j.inmemory.record.Key;
import org.contacts4j.inmemory.record.Pages;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

public record InMemoryCompanies(StoredTransaction tx) implements Companies {

    @Override
    public void insert(OrganizationId organization, Company company) {
        Records records = tx.recordsOf(organization);
        Constraints.require(!records.companies.containsKey(company.id()), "the company is there already");
        put(records, null, company);
    }

    @Override
    public Optional<Company> find(OrganizationId organization, Visibility visibility, CompanyId id) {
        return lock(organization, id).map(tx.recordsOf(organization).seenCompany(visibility));
    }

    @Override
    public Optional<Company> lock(OrganizationId organization, CompanyId id) {
        return Optional.ofNullable(tx.recordsOf(organization).companies.get(id));
    }

    @Override
    public Optional<Company> lockWithPrimary(OrganizationId organization, CompanyId id, ContactId primary) {
        return lock(organization, id).filter(company -> primary.equals(company.primaryContactId()));
    }

    @Override
    public boolean hasHiddenContacts(OrganizationId organization, Visibility visibility, CompanyId id) {
        Records records = tx.recordsOf(organization);
        Predicate<Contact> shown = records.shownTo(visibility);
        return Key.under(id.value(), records.contactsOfCompanies).values().stream()
                .map(records.contacts::get)
                .anyMatch(contact -> contact != null && !shown.test(contact));
    }

    @Override
    public void update(OrganizationId organization, Company before, Company after) {
        Records records = tx.recordsOf(organization);
        put(records, stored(records, before.id()), after);
    }

    @Override
    public void delete(OrganizationId organization, Company company) {
        Records records = tx.recordsOf(organization);
        Constraints.require(
                Key.under(company.id().value(), records.contactsOfCompanies).isEmpty(), "the company has contacts");
        Company stored = stored(records, company.id());
        removeCode(records, stored);
        tx.changes().remove(records.companies, stored.id());
    }

    @Override
    public Page<Company> page(OrganizationId organization, Visibility visibility, CompanyQuery query) {
        List<Company> matching = tx.recordsOf(organization).companies.values().stream()
                .filter(query::matches)
                .map(tx.recordsOf(organization).seenCompany(visibility))
                .toList();
        Total total = query.text() == null ? Total.exact(matching.size()) : Total.capped(matching.size());
        return Pages.cut(
                matching.stream(),
                query.order(),
                query.slice(),
                company -> query.order()
                        .positionOf(
                                company.name(), company.revision(), company.id().value()),
                query.counted() ? total : null);
    }

    @Override
    public Optional<CompanyId> idByCode(OrganizationId organization, String code) {
        return Optional.ofNullable(tx.recordsOf(organization).companyCodes.get(code));
    }

    private void put(Records records, @Nullable Company before, Company after) {
        checkPrimary(records, after);
        if (before != null) {
            removeCode(records, before);
        }
        if (after.code() != null) {
            @Nullable CompanyId other = records.companyCodes.get(after.code());
            if (other != null) {
                throw new ContactsFailure.DuplicateCode(other.value());
            }
            tx.changes().put(records.companyCodes, after.code(), after.id());
        }
        tx.changes().put(records.companies, after.id(), after);
    }

    private static Company stored(Records records, CompanyId id) {
        @Nullable Company stored = records.companies.get(id);
        Constraints.require(stored != null, "the company is not there");
        return Objects.requireNonNull(stored);
    }

    private static void checkPrimary(Records records, Company company) {
        if (company.primaryContactId() != null) {
            @Nullable Contact primary = records.contacts.get(company.primaryContactId());
            boolean belongs =
                    primary != null && company.id().equals(primary.job().companyId());
            Constraints.require(belongs, "the primary contact is none of the company's contacts");
        }
    }

    private void removeCode(Records records, Company company) {
        if (company.code() != null) {
            tx.changes().remove(records.companyCodes, company.code());
        }
    }
}
