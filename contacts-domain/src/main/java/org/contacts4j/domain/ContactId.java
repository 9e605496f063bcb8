package org.contacts4j.domain;

import java.util.UUID;

/** Names one contact inside its organisation. Ids are ordered as stores have them: by their bytes, without signs. */
public record ContactId(UUID value) implements Comparable<ContactId> {

    /** Reads the 36-character text form. Anything else becomes an id that names nothing: a malformed id is an unknown one. */
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
