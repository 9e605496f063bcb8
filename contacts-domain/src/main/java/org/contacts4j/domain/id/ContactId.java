package org.contacts4j.domain.id;

import java.util.UUID;

/** The identifier of a contact, unique within its organization. Ordered by unsigned bytes, as in the databases. */
public record ContactId(UUID value) implements Comparable<ContactId> {

    /** Parses the 36-character text form. Malformed text yields the nil id, which names no record. */
    public static ContactId parse(String text) {
        return new ContactId(Uuids.parseOrNil(text));
    }

    @Override
    public int compareTo(ContactId other) {
        return Uuids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
