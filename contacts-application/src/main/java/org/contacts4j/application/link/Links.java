package org.contacts4j.application.link;

import java.util.List;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.LinkId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.link.Link;

/**
 * The links that are kept. Those of another organisation are as good as not there, and those of a contact go with it.
 *
 * <p>Stores keep them beside the contacts. An application that has such records already can hand in its own source
 * instead ({@link org.contacts4j.application.Contacts4J#over(org.contacts4j.application.Store, Links, java.time.Clock,
 * java.util.random.RandomGenerator)}): it is asked only for contacts that the caller was found to see, outside of any
 * transaction, never again for a contact that is gone, and may refuse to write with a {@link
 * org.contacts4j.domain.ContactsFailure.Forbidden} that says where to do it instead.
 */
public interface Links {

    /** The links of a contact, in the order they were made; at most {@link Link#MAX_PER_CONTACT} for stores. */
    List<Link> of(OrganizationId organization, ContactId contact);

    /** The same, for a change of them: stores hold them against other writers until the transaction ends. */
    default List<Link> lock(OrganizationId organization, ContactId contact) {
        return of(organization, contact);
    }

    /** Keeps a new link. The contact must exist, and have none of this type and external id. */
    void insert(OrganizationId organization, Link link);

    /** Keeps the next revision of a link. */
    void update(OrganizationId organization, Link link);

    /** Forgets a link of the contact. */
    void delete(OrganizationId organization, ContactId contact, LinkId id);
}
