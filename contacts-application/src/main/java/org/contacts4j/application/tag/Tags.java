package org.contacts4j.application.tag;

import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.tag.Tag;

/**
 * The tags of an organization: {@linkplain #declare declared} ones, and those that any contact was ever given. Tags
 * that only contacts hidden by {@link Visibility} have are treated as absent. So are tags of other organizations.
 */
public interface Tags {

    /** Returns at most {@code limit} tags, by name ignoring case. */
    List<CountedTag> list(OrganizationId organization, Visibility visibility, int limit);

    /** Returns the tag with this id. */
    Optional<CountedTag> find(OrganizationId organization, Visibility visibility, TagId id);

    /** Inserts a tag that is visible to all callers. A stored tag with this id remains unchanged. */
    void declare(OrganizationId organization, Tag tag);

    /** Deletes a tag that no contact has. */
    void delete(OrganizationId organization, TagId id);
}
