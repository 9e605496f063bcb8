package org.contacts4j.application.importing.matching;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;

/** Queries about stored contacts for duplicate matching in an import, for many rows at once. */
public interface MatchCandidates {

    /** Makes the transactions of other imports of this organization wait until this transaction ends. */
    void lock(OrganizationId organization);

    /** Returns the visible contacts that have any of the wanted keys, ordered by id. */
    List<MatchCandidate> find(OrganizationId organization, Visibility visibility, Wanted wanted);

    /**
     * Returns the contacts that had these match keys earlier: the oldest visible contact for each key.
     *
     * @param allKeys match keys as passed to {@link #remember}
     */
    Map<String, MatchCandidate> remembered(OrganizationId organization, Visibility visibility, Set<String> allKeys);

    /**
     * Stores match keys that contacts no longer have, so that rows still match them. They are deleted with the contact.
     * Existing entries remain unchanged.
     */
    void remember(OrganizationId organization, Map<ContactId, Set<String>> allKeys);

    /** Deletes {@linkplain #remember remembered} match keys of contacts, because the contacts have them again. */
    void forget(OrganizationId organization, Map<ContactId, Set<String>> allKeys);

    /** Returns the {@linkplain #remember remembered} match keys of one contact, in no particular order. */
    Set<String> remembered(OrganizationId organization, ContactId contact);

    /**
     * The keys to look up. A contact that has any of them is wanted.
     *
     * @param sortKeys names, as {@link org.contacts4j.domain.Folded#sortKey} returns them, of contacts that have
     *     neither a match key nor a code
     */
    record Wanted(Set<String> matchKeys, Set<String> codes, Set<ContactId> ids, Set<String> sortKeys) {

        /** Returns whether the contact has any of these keys. */
        public boolean includes(MatchCandidate contact) {
            return contact.matchKeys().stream().anyMatch(matchKeys::contains)
                    || (contact.code() != null && codes.contains(contact.code()))
                    || ids.contains(contact.id())
                    || (contact.hasNameOnly() && sortKeys.contains(contact.sortKey()));
        }
    }
}
