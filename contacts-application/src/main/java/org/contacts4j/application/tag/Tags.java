package org.contacts4j.application.tag;

import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.TagId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.tag.Tag;

/**
 * The tags that an organisation knows: those that were {@linkplain #declare declared}, and those that a contact was ever
 * given. Where {@link Visibility} hides contacts, tags that only these have are as good as not there. Those of another
 * organisation always are.
 */
public interface Tags {

    /** At most {@code limit} tags, by their names without case. */
    List<CountedTag> list(OrganizationId organization, Visibility visibility, int limit);

    /** The tag. */
    Optional<CountedTag> find(OrganizationId organization, Visibility visibility, TagId id);

    /** Makes a tag known to everybody. If one with this id is known already, it stays as it is. */
    void declare(OrganizationId organization, Tag tag);

    /** Forgets a tag that no contact has any more. */
    void delete(OrganizationId organization, TagId id);
}
