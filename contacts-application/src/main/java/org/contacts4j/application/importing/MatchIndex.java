package org.contacts4j.application.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.contacts4j.domain.ContactId;
import org.jspecify.annotations.Nullable;

/** The contacts among which the rows of a batch are looked for: those that are kept, and those that the batch makes. */
final class MatchIndex {

    private final Map<ContactId, MatchCandidate> contacts = new HashMap<>();
    private final Map<String, SortedSet<ContactId>> byTrait = new HashMap<>();
    private final Map<String, ContactId> remembered;
    private final Map<String, ContactId> holders;

    /**
     * Begins with these contacts.
     *
     * @param remembered who had these traits once, be they among the contacts or not
     * @param holders who holds what may be of one contact alone, as traits, be they among the contacts or not
     */
    MatchIndex(Collection<MatchCandidate> known, Map<String, ContactId> remembered, Map<String, ContactId> holders) {
        this.remembered = new HashMap<>(remembered);
        this.holders = new HashMap<>(holders);
        known.forEach(this::put);
    }

    boolean has(ContactId id) {
        return contacts.containsKey(id);
    }

    /** The eldest that has one of these; if nobody has, one that had. */
    @Nullable
    ContactId find(List<String> traits) {
        for (String trait : traits) {
            SortedSet<ContactId> ids = byTrait.get(trait);
            if (ids != null && !ids.isEmpty()) {
                return ids.first();
            }
        }
        return remembered.isEmpty()
                ? null
                : traits.stream()
                        .map(remembered::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Goes on finding a contact by what it has lost. */
    void remember(ContactId id, Collection<String> lost) {
        lost.forEach(trait -> remembered.putIfAbsent(trait, id));
    }

    /** Who holds this trait, whether they can be seen or not. */
    @Nullable
    ContactId holderOf(String trait) {
        return holders.get(trait);
    }

    /** Adds a contact, or replaces it by what became of it. */
    void put(MatchCandidate contact) {
        put(contact, MatchKey.allOf(contact));
    }

    /** Adds a contact whose traits are known. */
    void put(MatchCandidate contact, List<String> traits) {
        MatchCandidate before = contacts.put(contact.id(), contact);
        if (before != null) {
            takeOut(before);
            MatchKey.ofOneAlone(before).forEach(trait -> holders.remove(trait, before.id()));
        }
        traits.forEach(trait -> ids(trait).add(contact.id()));
        MatchKey.ofOneAlone(contact).forEach(trait -> holders.putIfAbsent(trait, contact.id()));
    }

    /**
     * Finds a contact no more, neither by what it has nor by what it had.
     *
     * @param holdersNow who holds what may be of one contact alone: the contact itself when it is merely out of sight
     */
    void forget(ContactId id, Map<String, ContactId> holdersNow) {
        @Nullable MatchCandidate gone = contacts.remove(id);
        if (gone != null) {
            takeOut(gone);
        }
        remembered.values().removeIf(id::equals);
        holders.values().removeIf(id::equals);
        holdersNow.forEach(holders::putIfAbsent);
    }

    private void takeOut(MatchCandidate contact) {
        MatchKey.allOf(contact).forEach(trait -> ids(trait).remove(contact.id()));
    }

    private SortedSet<ContactId> ids(String trait) {
        return byTrait.computeIfAbsent(trait, none -> new TreeSet<>());
    }
}
