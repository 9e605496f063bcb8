package org.contacts4j.application.contact.query;

import java.util.Set;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A selection of contacts by id, id range or name. A contact must meet all conditions. Null or empty conditions match
 * every contact.
 *
 * @param ids any of these
 * @param after the exclusive lower bound of the id
 * @param before the exclusive upper bound of the id
 * @param names any of these full names, compared exactly
 */
public record Selection(
        Set<ContactId> ids,
        @Nullable ContactId after,
        @Nullable ContactId before,
        Set<String> names) {

    /** A selection without conditions, which matches every contact. */
    public static final Selection NONE = new Selection(Set.of(), null, null, Set.of());

    public Selection {
        ids = Set.copyOf(ids);
        names = Set.copyOf(names);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Returns whether the contact is selected. Every store must apply this rule. */
    public boolean matches(Contact contact) {
        return (ids.isEmpty() || ids.contains(contact.id()))
                && (after == null || contact.id().compareTo(after) > 0)
                && (before == null || contact.id().compareTo(before) < 0)
                && (names.isEmpty() || names.contains(contact.name().full()));
    }
}
