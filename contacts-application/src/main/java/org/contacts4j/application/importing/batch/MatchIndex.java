package org.contacts4j.application.importing.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.application.importing.matching.MatchKey;
import org.contacts4j.domain.id.ContactId;
import org.jspecify.annotations.Nullable;

/** The contacts that the rows of a batch can match: stored contacts and contacts that the batch creates. */
final class MatchIndex {

    private final Map<ContactId, MatchCandidate> contacts = new HashMap<>();
    private final Map<String, SortedSet<ContactId>> byKey = new HashMap<>();
    private final Map<String, ContactId> remembered;
    private final Map<String, ContactId> holders;

    /**
     * Creates an index of these contacts.
     *
     * @param remembered the contacts that had these match keys earlier; they need not be in {@code known}
     * @param holders the holders of unique values by match key; they need not be in {@code known}
     */
    MatchIndex(Collection<MatchCandidate> known, Map<String, ContactId> remembered, Map<String, ContactId> holders) {
        this.remembered = new HashMap<>(remembered);
        this.holders = new HashMap<>(holders);
        known.forEach(this::put);
    }

    boolean has(ContactId id) {
        return contacts.containsKey(id);
    }

    /**
     * Returns the oldest contact that has one of these keys. If there is none, returns a contact that had one earlier.
     */
    @Nullable
    ContactId find(List<String> allKeys) {
        for (String matchKey : allKeys) {
            SortedSet<ContactId> ids = byKey.get(matchKey);
            if (ids != null && !ids.isEmpty()) {
                return ids.first();
            }
        }
        return remembered.isEmpty()
                ? null
                : allKeys.stream()
                        .map(remembered::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Continues to match the contact by keys it no longer has. */
    void remember(ContactId id, Collection<String> lost) {
        lost.forEach(matchKey -> remembered.putIfAbsent(matchKey, id));
    }

    /** Returns the holder of this unique key, including a contact that is not visible to the caller. */
    @Nullable
    ContactId ownerOf(String matchKey) {
        return holders.get(matchKey);
    }

    /** Adds a contact or replaces its earlier version. */
    void put(MatchCandidate contact) {
        put(contact, MatchKey.allOf(contact));
    }

    /** Adds a contact with precomputed match keys. */
    void put(MatchCandidate contact, List<String> allKeys) {
        MatchCandidate before = contacts.put(contact.id(), contact);
        if (before != null) {
            unindex(before);
            MatchKey.uniqueKeys(before).forEach(matchKey -> holders.remove(matchKey, before.id()));
        }
        allKeys.forEach(matchKey -> ids(matchKey).add(contact.id()));
        MatchKey.uniqueKeys(contact).forEach(matchKey -> holders.putIfAbsent(matchKey, contact.id()));
    }

    /**
     * Removes a contact, so that neither its current nor its earlier keys match it.
     *
     * @param holdersNow the current holders of the unique keys; includes the contact itself if it merely became
     *     invisible
     */
    void forget(ContactId id, Map<String, ContactId> holdersNow) {
        @Nullable MatchCandidate gone = contacts.remove(id);
        if (gone != null) {
            unindex(gone);
        }
        remembered.values().removeIf(id::equals);
        holders.values().removeIf(id::equals);
        holdersNow.forEach(holders::putIfAbsent);
    }

    private void unindex(MatchCandidate contact) {
        MatchKey.allOf(contact).forEach(matchKey -> ids(matchKey).remove(contact.id()));
    }

    private SortedSet<ContactId> ids(String matchKey) {
        return byKey.computeIfAbsent(matchKey, none -> new TreeSet<>());
    }
}
