package org.contacts4j.inmemory;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.UUID;

/**
 * Names what belongs to a record, such as a contact of a company. Sorted by owner, then by id, so that all that belongs
 * to one owner stands together.
 */
record Key(UUID owner, UUID id) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::owner, Key::compareUnsigned).thenComparing(Key::id, Key::compareUnsigned);
    private static final UUID LEAST = new UUID(0, 0);
    private static final UUID GREATEST = new UUID(-1, -1);

    /** What belongs to this owner, by id. */
    static <V> NavigableMap<Key, V> under(UUID owner, NavigableMap<Key, V> all) {
        return all.subMap(new Key(owner, LEAST), true, new Key(owner, GREATEST), true);
    }

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }

    // UUID.compareTo is signed, databases compare bytes.
    static int compareUnsigned(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
