package org.contacts4j.application.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.application.contact.query.StatusCounts;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The stored contacts. Contacts of other organizations, and contacts that {@link Visibility} hides, are treated as
 * absent. A contact is returned with the current name of its linked company, and without a manager whom {@link
 * Visibility} hides.
 *
 * <p>Every write takes the {@linkplain ContactEvent event} that describes it and appends it to the log in the same
 * transaction.
 *
 * <p>The locking methods prevent changes to what they return until the transaction ends. A store may instead detect a
 * concurrent change, roll the transaction back and retry its work ({@link org.contacts4j.application.Store#write}).
 */
public interface Contacts {

    /**
     * Inserts a contact and its event. Its code must be unused in the organization, and its company and manager must
     * exist.
     */
    void insert(OrganizationId organization, Contact contact, ContactEvent event);

    /** Inserts several contacts in one batch, each with its event. */
    void insertAll(OrganizationId organization, List<NewContact> creations);

    /** Returns the contact with this id. */
    Optional<Contact> find(OrganizationId organization, Visibility visibility, ContactId id);

    /** Returns the contact with this id and which relations it has. */
    Optional<ContactWithRelations> findWithRelations(OrganizationId organization, Visibility visibility, ContactId id);

    /** Returns the contact with this id and whether it is its company's primary contact. */
    Optional<ContactAtCompany> findAtCompany(OrganizationId organization, Visibility visibility, ContactId id);

    /** Returns the contact and locks it. Includes its manager, even a hidden one. */
    Optional<Contact> lock(OrganizationId organization, Visibility visibility, ContactId id);

    /** Updates a contact that this transaction has locked, and appends the event. */
    void update(OrganizationId organization, Contact before, Contact after, ContactEvent event);

    /**
     * Deletes a contact that this transaction has locked, with its links, comments and attachments, and appends the
     * event. The contact must not be the manager or the primary contact of any record.
     */
    void delete(OrganizationId organization, Contact contact, ContactEvent event);

    /** Returns a page of matching contacts in the requested order, with the total if it is requested. */
    Page<Contact> page(OrganizationId organization, Visibility visibility, Filter filter, PageRequest request);

    /** Returns a page of a company's contacts in creation order, without a total. */
    Page<ContactAtCompany> pageAtCompany(
            OrganizationId organization, Visibility visibility, CompanyId company, Slice slice);

    /**
     * Returns the data that a new contact is validated against. The company is null for a contact without one. Stores
     * read the data in one query, since every creation needs it.
     */
    CreationContext creationContext(OrganizationId organization, @Nullable CompanyId company);

    /** Returns the number of matching contacts by status. */
    StatusCounts countByStatus(OrganizationId organization, Visibility visibility, Filter filter);

    /** Returns the contact with each of these codes that is in use, even a hidden one. Codes are compared exactly. */
    Map<String, ContactId> idsByCode(OrganizationId organization, Set<String> codes);

    /** Locks the organization's e-mail addresses: other transactions that call this method wait until this one ends. */
    void lockEmails(OrganizationId organization);

    /**
     * Returns, for each of these e-mail keys in use, the oldest contact with that address, even a hidden one.
     *
     * @param keys keys from {@link org.contacts4j.domain.contact.search.MatchKeys#ofEmail}
     */
    Map<String, ContactId> idsByEmail(OrganizationId organization, Set<String> keys);

    /** Prevents other transactions from changing reporting lines in this organization. */
    void lockReportingLines(OrganizationId organization);

    /** Returns the contact's manager, that contact's manager, and so on, nearest first. */
    List<ContactId> managersAbove(OrganizationId organization, ContactId contact);

    /** Returns and locks at most {@code limit} contacts that report to this manager, by id. */
    List<Contact> lockReportsTo(OrganizationId organization, ContactId manager, int limit);

    /** Returns and locks at most {@code limit} contacts of the company, by id. */
    List<Contact> lockOfCompany(OrganizationId organization, CompanyId company, int limit);

    /**
     * Returns and locks the next contacts with a custom value under this key, by id.
     *
     * @param key a valid key of a custom field
     * @param after the contact after which the result begins; null to begin with the first
     * @return at most {@code limit} contacts, possibly fewer although more follow; empty at the end
     */
    List<Contact> lockWithCustomField(OrganizationId organization, String key, @Nullable ContactId after, int limit);

    /**
     * Returns and locks the next contacts with this tag, ignoring case, by id.
     *
     * @param after the contact after which the result begins; null to begin with the first
     * @return at most {@code limit} contacts; empty at the end
     */
    List<Contact> lockTagged(OrganizationId organization, String tag, @Nullable ContactId after, int limit);
}
