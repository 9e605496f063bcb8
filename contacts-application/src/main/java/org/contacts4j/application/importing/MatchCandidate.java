package org.contacts4j.application.importing;

import java.util.List;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.MatchKeys;
import org.jspecify.annotations.Nullable;

/**
 * As much of a contact as it takes to recognise it.
 *
 * @param matchKeys as {@link MatchKeys} has them
 */
public record MatchCandidate(
        ContactId id, String name, @Nullable String code, List<String> matchKeys) {

    public static MatchCandidate of(Contact contact) {
        return new MatchCandidate(contact.id(), contact.name().full(), contact.code(), MatchKeys.of(contact));
    }

    /** The name as names are compared. */
    public String sortKey() {
        return Folded.sortKey(name);
    }

    /** Whether there is nothing to recognise it by but its name. */
    public boolean isOnlyAName() {
        return code == null && matchKeys.isEmpty();
    }
}
