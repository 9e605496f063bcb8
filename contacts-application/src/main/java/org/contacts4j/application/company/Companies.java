package org.contacts4j.application.company;

import java.util.Optional;
import org.contacts4j.application.page.Page;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;

/**
 * The stored companies. Companies of other organizations are treated as absent. If {@link Visibility} hides a company's
 * primary contact, the company is returned without one.
 *
 * <p>The locking methods hold row locks on what they return until the transaction ends.
 */
public interface Companies {

    /** Inserts a company. Its id and its code must be unused in the organization. */
    void insert(OrganizationId organization, Company company);

    /** Returns the company with this id. */
    Optional<Company> find(OrganizationId organization, Visibility visibility, CompanyId id);

    /** Returns the company and locks it. Includes its primary contact, even a hidden one. */
    Optional<Company> lock(OrganizationId organization, CompanyId id);

    /** Returns the company and locks it, if this contact is its primary contact. */
    Optional<Company> lockWithPrimary(OrganizationId organization, CompanyId id, ContactId primary);

    /**
     * Returns whether the company has contacts that the visibility hides. No other transaction can add a contact to the
     * company until this one ends.
     */
    boolean hasHiddenContacts(OrganizationId organization, Visibility visibility, CompanyId id);

    /** Updates a company that this transaction has locked. Searches then find its contacts by the new name. */
    void update(OrganizationId organization, Company before, Company after);

    /** Deletes a company that this transaction has locked. No contact may belong to it. */
    void delete(OrganizationId organization, Company company);

    /** Returns a page of matching companies in the query's order, with the total if the query requests it. */
    Page<Company> page(OrganizationId organization, Visibility visibility, CompanyQuery query);

    /** Returns the id of the company with this code. Codes are compared exactly. */
    Optional<CompanyId> idByCode(OrganizationId organization, String code);
}
