package org.contacts4j.application.importing.matching;

import java.util.List;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.id.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a contact that matching needs.
 *
 * @param matchKeys the keys that {@link MatchKeys} computes
 */
public record MatchCandidate(
        ContactId id, String name, @Nullable String code, List<String> matchKeys) {

    public static MatchCandidate of(Contact contact) {
        return new MatchCandidate(contact.id(), contact.name().full(), contact.code(), MatchKeys.of(contact));
    }

    /** Returns the name in the form in which names are compared. */
    public String sortKey() {
        return Folded.sortKey(name);
    }

    /** Returns whether the contact has only a name to match by. */
    public boolean hasNameOnly() {
        return code == null && matchKeys.isEmpty();
    }
}
