package org.contacts4j.application.contact;

import java.util.Set;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.contact.Contact;
import org.jspecify.annotations.Nullable;

/**
 * Contacts that are chosen by what they are called, or by where their ids lie. What is null or empty does not narrow; all
 * else must hold.
 *
 * @param ids any of these
 * @param after an id that comes before those wanted
 * @param before an id that comes after those wanted
 * @param names any of these whole names, compared as they are
 */
public record Selection(
        Set<ContactId> ids,
        @Nullable ContactId after,
        @Nullable ContactId before,
        Set<String> names) {

    /** Chooses nothing, and so narrows nothing. */
    public static final Selection NONE = new Selection(Set.of(), null, null, Set.of());

    public Selection {
        ids = Set.copyOf(ids);
        names = Set.copyOf(names);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether the contact is one of those chosen: what every store must answer alike. */
    public boolean matches(Contact contact) {
        return (ids.isEmpty() || ids.contains(contact.id()))
                && (after == null || contact.id().compareTo(after) > 0)
                && (before == null || contact.id().compareTo(before) < 0)
                && (names.isEmpty() || names.contains(contact.name().full()));
    }
}
