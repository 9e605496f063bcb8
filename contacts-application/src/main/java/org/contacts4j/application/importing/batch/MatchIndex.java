package org.contacts4j.application.importing.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.contacts4j.application.importing.batch.PreparedRow.PreparedContact;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.application.importing.matching.MatchKey;
import org.contacts4j.domain.id.ContactId;
import org.jspecify.annotations.Nullable;

/** The contacts that the rows of a batch can match: stored contacts and contacts that the batch creates. */
final class MatchIndex {

    private final Map<ContactId, MatchCandidate> contacts = new HashMap<>();
    private final Map<String, Set<ContactId>> byKey = new HashMap<>();
    private final Map<String, ContactId> remembered = new HashMap<>();
    private final Map<String, ContactId> holders;

    /**
     * Creates an index of these contacts.
     *
     * @param remembered the contacts that had these match keys earlier; they need not be in {@code known}
     * @param holders the holders of unique values by match key; they need not be in {@code known}
     */
    MatchIndex(
            Collection<MatchCandidate> known, Map<String, MatchCandidate> remembered, Map<String, ContactId> holders) {
        this.holders = new HashMap<>(holders);
        known.forEach(this::put);
        remembered.forEach((matchKey, contact) -> {
            this.remembered.put(matchKey, contact.id());
            contacts.putIfAbsent(contact.id(), contact);
        });
    }

    boolean has(ContactId id) {
        return contacts.containsKey(id);
    }

    /** Returns a contact that {@link #has} or {@link #find} has found. */
    MatchCandidate get(ContactId id) {
        return Objects.requireNonNull(contacts.get(id));
    }

    /**
     * Returns the contacts that a row matches, ordered by id: those that have one of its keys or, if there is none, had
     * one earlier. Of several, those with the row's code are returned, if there are any, and of these those with its name, and
     * then with its company. A name alone does not match a contact at another company.
     */
    List<ContactId> find(PreparedContact row) {
        List<MatchCandidate> found = having(row, this::ids);
        if (found.isEmpty() && !remembered.isEmpty()) {
            found = having(row, matchKey -> {
                @Nullable ContactId id = remembered.get(matchKey);
                return id == null ? Set.of() : Set.of(id);
            });
        }
        MatchCandidate wanted = row.known();
        found = preferring(
                found, contact -> wanted.code() != null && wanted.code().equals(contact.code()));
        found = preferring(found, contact -> contact.sortKey().equals(wanted.sortKey()));
        found = preferring(found, wanted::hasSameCompany);
        return found.stream().map(MatchCandidate::id).toList();
    }

    private List<MatchCandidate> having(PreparedContact row, Function<String, Set<ContactId>> idsOf) {
        return row.rowKeys().stream()
                .flatMap(matchKey -> idsOf.apply(matchKey).stream())
                .distinct()
                .sorted()
                .map(this::get)
                .filter(contact ->
                        row.matchKey() != MatchKey.NAME || !row.known().hasOtherCompany(contact))
                .toList();
    }

    private static List<MatchCandidate> preferring(List<MatchCandidate> found, Predicate<MatchCandidate> better) {
        List<MatchCandidate> preferred =
                found.size() < 2 ? found : found.stream().filter(better).toList();
        return preferred.isEmpty() ? found : preferred;
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
        allKeys.forEach(matchKey ->
                byKey.computeIfAbsent(matchKey, none -> new HashSet<>()).add(contact.id()));
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
        MatchKey.allOf(contact)
                .forEach(matchKey -> byKey.computeIfPresent(matchKey, (same, ids) -> {
                    ids.remove(contact.id());
                    return ids.isEmpty() ? null : ids;
                }));
    }

    private Set<ContactId> ids(String matchKey) {
        return byKey.getOrDefault(matchKey, Set.of());
    }
}
