package org.contacts4j.application.company;

import java.util.Optional;
import org.contacts4j.application.Page;
import org.contacts4j.domain.CompanyId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.organization.Visibility;

/**
 * The companies that are kept. Those of another organisation are as good as not there. Where {@link Visibility} hides a
 * company's primary contact, the company is read as if it had none.
 *
 * <p>The locking methods hold what they return against other writers until the transaction ends.
 */
public interface Companies {

    /** Keeps a new company. Its id and its code must be free in the organisation. */
    void insert(OrganizationId organization, Company company);

    /** The company as it is. */
    Optional<Company> find(OrganizationId organization, Visibility visibility, CompanyId id);

    /** The company, for a change of it; with its primary contact, visible to anybody or not. */
    Optional<Company> lock(OrganizationId organization, CompanyId id);

    /** The company, for a change of it, provided that this is its primary contact. */
    Optional<Company> lockWithPrimary(OrganizationId organization, CompanyId id, ContactId primary);

    /**
     * Returns whether the company has contacts that the visibility hides. No other transaction adds a contact to the company
     * until this one ends.
     */
    boolean hasHiddenContacts(OrganizationId organization, Visibility visibility, CompanyId id);

    /** Keeps the next revision of a company that this transaction has locked; its contacts are found by the new name. */
    void update(OrganizationId organization, Company before, Company after);

    /** Forgets a company that this transaction has locked and that no contact belongs to any more. */
    void delete(OrganizationId organization, Company company);

    /** A part of the companies that match, in the query's order; the total when the query asks for it. */
    Page<Company> page(OrganizationId organization, Visibility visibility, CompanyQuery query);

    /** Which company has this code; codes are compared as they are. */
    Optional<CompanyId> idByCode(OrganizationId organization, String code);
}
