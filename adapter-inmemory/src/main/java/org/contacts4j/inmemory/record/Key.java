package org.contacts4j.inmemory.record;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.UUID;
import org.contacts4j.domain.id.Uuids;

/**
 * The key of a record that belongs to another one, such as a contact of a company. Keys are ordered by owner and then
 * by id, so the records of one owner are adjacent.
 */
public record Key(UUID owner, UUID id) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::owner, Uuids::compare).thenComparing(Key::id, Uuids::compare);
    private static final UUID LEAST = new UUID(0, 0);
    private static final UUID GREATEST = new UUID(-1, -1);

    /** Returns the records of this owner, ordered by id. */
    public static <V> NavigableMap<Key, V> under(UUID owner, NavigableMap<Key, V> all) {
        return all.subMap(new Key(owner, LEAST), true, new Key(owner, GREATEST), true);
    }

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}
