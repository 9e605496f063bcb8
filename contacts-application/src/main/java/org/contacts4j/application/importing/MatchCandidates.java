package org.contacts4j.application.importing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.organization.Visibility;

/** What an import asks of the contacts that are kept, for many rows at once. */
public interface MatchCandidates {

    /** Keeps the transactions of other imports of this organisation waiting until this one ends. */
    void lock(OrganizationId organization);

    /** The contacts that have anything of what is wanted, as far as they can be seen; by id. */
    List<MatchCandidate> find(OrganizationId organization, Visibility visibility, Wanted wanted);

    /** Who has these codes, visible to anybody or not. */
    Map<String, ContactId> holders(OrganizationId organization, Set<String> codes);

    /**
     * Who is remembered by these: the eldest of each, as far as they can be seen.
     *
     * @param traits as {@link #remember} was given them
     */
    Map<String, ContactId> remembered(OrganizationId organization, Visibility visibility, Set<String> traits);

    /**
     * Keeps in mind by what contacts were recognised that do not have it any more, until they are deleted. What is
     * remembered already stays so.
     */
    void remember(OrganizationId organization, Map<ContactId, Set<String>> traits);

    /**
     * What to recognise contacts by: those that have any of it are wanted.
     *
     * @param sortKeys names, as {@link org.contacts4j.domain.Folded#sortKey} has them, of contacts that have neither a
     *     match key nor a code
     */
    record Wanted(Set<String> matchKeys, Set<String> codes, Set<ContactId> ids, Set<String> sortKeys) {

        /** Whether the contact has any of it. */
        public boolean includes(MatchCandidate contact) {
            return contact.matchKeys().stream().anyMatch(matchKeys::contains)
                    || (contact.code() != null && codes.contains(contact.code()))
                    || ids.contains(contact.id())
                    || (contact.isOnlyAName() && sortKeys.contains(contact.sortKey()));
        }
    }
}
