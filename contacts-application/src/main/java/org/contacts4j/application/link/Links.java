package org.contacts4j.application.link;

import java.util.List;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.LinkId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.link.Link;

/**
 * The stored links. Links of other organizations are treated as absent. Deleting a contact deletes its links.
 *
 * <p>Stores hold links next to the contacts. An application that already has such records can supply its own source
 * instead ({@link org.contacts4j.application.Contacts4JBuilder#links}). That source is called only for contacts that the caller can see, outside of any
 * transaction, and never for a deleted contact. It may reject writes with a {@link
 * org.contacts4j.domain.ContactsFailure.Forbidden} whose message says where to make the change instead.
 */
public interface Links {

    /** Returns the links of a contact in creation order; stores return at most {@link Link#MAX_PER_CONTACT}. */
    List<Link> of(OrganizationId organization, ContactId contact);

    /** Returns the links of a contact as {@link #of} does. Stores also lock them until the transaction ends. */
    default List<Link> lock(OrganizationId organization, ContactId contact) {
        return of(organization, contact);
    }

    /** Inserts a link. The contact must exist and have no link with this type and external id. */
    void insert(OrganizationId organization, Link link);

    /** Updates a link. */
    void update(OrganizationId organization, Link link);

    /** Deletes a link of the contact. */
    void delete(OrganizationId organization, ContactId contact, LinkId id);
}
