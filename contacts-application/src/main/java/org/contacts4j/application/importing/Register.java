package org.contacts4j.application.importing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.contacts4j.domain.ContactId;
import org.jspecify.annotations.Nullable;

/** The contacts among which the rows of a batch are looked for: those that are kept, and those that the batch makes. */
final class Register {

    private final Map<ContactId, KnownContact> contacts = new HashMap<>();
    private final Map<String, SortedSet<ContactId>> byTrait = new HashMap<>();
    private final Map<String, ContactId> holders;

    /** Begins with these contacts, and with those who hold codes, be they among these or not. */
    Register(Collection<KnownContact> known, Map<String, ContactId> holders) {
        this.holders = new HashMap<>(holders);
        known.forEach(this::put);
    }

    /** The one with this id. */
    @Nullable
    KnownContact find(ContactId id) {
        return contacts.get(id);
    }

    /** The eldest that has one of these. */
    @Nullable
    KnownContact find(List<String> traits) {
        for (String trait : traits) {
            SortedSet<ContactId> ids = byTrait.get(trait);
            if (ids != null && !ids.isEmpty()) {
                return contacts.get(ids.first());
            }
        }
        return null;
    }

    /** Who holds this code, whether they can be seen or not. */
    @Nullable
    ContactId holderOf(String code) {
        return holders.get(code);
    }

    /** Adds a contact, or replaces it by what became of it. */
    void put(KnownContact contact) {
        put(contact, Trait.allOf(contact));
    }

    /** Adds a contact whose traits are known. */
    void put(KnownContact contact, List<String> traits) {
        KnownContact before = contacts.put(contact.id(), contact);
        if (before != null) {
            Trait.allOf(before).forEach(trait -> ids(trait).remove(before.id()));
            if (before.code() != null) {
                holders.remove(before.code(), before.id());
            }
        }
        traits.forEach(trait -> ids(trait).add(contact.id()));
        if (contact.code() != null) {
            holders.put(contact.code(), contact.id());
        }
    }

    private SortedSet<ContactId> ids(String trait) {
        return byTrait.computeIfAbsent(trait, none -> new TreeSet<>(Comparator.comparing(ContactId::toString)));
    }
}
