package org.contacts4j.application.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.application.Page;
import org.contacts4j.application.Slice;
import org.contacts4j.domain.CompanyId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.organization.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The contacts that are kept. Contacts of another organisation, and those that {@link Visibility} hides, are as good as
 * not there. A contact that is read shows the present name of the company it is linked to, and no manager whom {@link
 * Visibility} hides.
 *
 * <p>A contact is never written without the {@linkplain ContactEvent event} that says what was changed: it goes to the
 * log in the same step.
 *
 * <p>The locking methods hold what they return against other writers until the transaction ends; or else, if somebody
 * does change it before, nothing of the transaction is kept and its work is run again ({@link
 * org.contacts4j.application.Store#write}).
 */
public interface Contacts {

    /**
     * Keeps a new contact and what happened. Its code must be free in the organisation, and its company and manager must
     * exist.
     */
    void insert(OrganizationId organization, Contact contact, ContactEvent event);

    /** Keeps many new contacts at once, with what happened to each. */
    void insertAll(OrganizationId organization, List<NewContact> creations);

    /** The contact as it is. */
    Optional<Contact> find(OrganizationId organization, Visibility visibility, ContactId id);

    /** The contact as it is, and whether there is anything around it. */
    Optional<ContactWithRelations> findWithRelations(OrganizationId organization, Visibility visibility, ContactId id);

    /** The contact as it is, and whether it is its company's primary one. */
    Optional<ContactAtCompany> findAtCompany(OrganizationId organization, Visibility visibility, ContactId id);

    /** The contact, for a change of it; with its manager, visible to anybody or not. */
    Optional<Contact> lock(OrganizationId organization, Visibility visibility, ContactId id);

    /** Keeps the next revision of a contact that this transaction has locked, and what happened. */
    void update(OrganizationId organization, Contact before, Contact after, ContactEvent event);

    /**
     * Forgets a contact that this transaction has locked, and that is nobody's manager or primary contact any more, and
     * its links, comments and attachments with it; keeps what happened.
     */
    void delete(OrganizationId organization, Contact contact, ContactEvent event);

    /** A part of the contacts that match, in the query's order; the total when the query asks for it. */
    Page<Contact> page(OrganizationId organization, Visibility visibility, ContactQuery query);

    /** A part of the contacts of a company in the order they were created, without a total. */
    Page<ContactAtCompany> pageAtCompany(
            OrganizationId organization, Visibility visibility, CompanyId company, Slice slice);

    /** What a new contact of this company, or of none, is held against; in one question, since every creation asks it. */
    CreationContext creationContext(OrganizationId organization, @Nullable CompanyId company);

    /** How many contacts match, by status. */
    StatusCounts countByStatus(OrganizationId organization, Visibility visibility, ContactQuery.Conditions conditions);

    /** Who has this code, visible to anybody or not; codes are compared as they are. */
    Optional<ContactId> idByCode(OrganizationId organization, String code);

    /** Keeps all other transactions that ask for the same in this organisation waiting until this one ends. */
    void lockEmails(OrganizationId organization);

    /**
     * The eldest of those who have each of these e-mails, visible to anybody or not.
     *
     * @param keys as {@link org.contacts4j.domain.contact.MatchKeys#ofEmail} has them
     */
    Map<String, ContactId> idsByEmail(OrganizationId organization, Set<String> keys);

    /** Keeps all other transactions from changing who reports to whom in this organisation. */
    void lockReportingLines(OrganizationId organization);

    /** The contact's manager, that one's manager, and so on, nearest first. */
    List<ContactId> managersAbove(OrganizationId organization, ContactId contact);

    /** At most {@code limit} contacts that report to this one, for a change of them, by id. */
    List<Contact> lockReportsTo(OrganizationId organization, ContactId manager, int limit);

    /** At most {@code limit} contacts of the company, for a change of them, by id. */
    List<Contact> lockOfCompany(OrganizationId organization, CompanyId company, int limit);

    /**
     * The next contacts that have a custom value under this key, for a change of them, by id.
     *
     * @param key one that a custom field can have
     * @param after the contact that those wanted come behind; null to begin with the first
     * @return at most {@code limit}, and possibly less though more follow; none at the end
     */
    List<Contact> lockWithCustomField(OrganizationId organization, String key, @Nullable ContactId after, int limit);

    /**
     * The next contacts that have this tag, ignoring case, for a change of them, by id.
     *
     * @param after the contact that those wanted come behind; null to begin with the first
     * @return at most {@code limit}; none at the end
     */
    List<Contact> lockTagged(OrganizationId organization, String tag, @Nullable ContactId after, int limit);
}
