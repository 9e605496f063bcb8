package org.contacts4j.application.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.id.Uuids;

/**
 * The sort order of a list. Names sort by code point, ignoring case and accents. Ties are broken by id, in the same
 * direction.
 */
public record Order(Key key, boolean descending) {

    /** The sort key of a list. */
    public enum Key {
        NAME,
        CREATED_AT,
        UPDATED_AT,
        /** Creation order of ids, since ids begin with a time. */
        ID
    }

    public static final Order BY_NAME = new Order(Key.NAME, false);

    /** Returns a comparator of positions in this order. */
    public Comparator<Position> comparator() {
        Comparator<Position> ascending =
                Comparator.comparing(Position::name, Order::compareByCodePoint).thenComparing(Position::time);
        Comparator<Position> whole = ascending.thenComparing(Position::id, Uuids::compare);
        return descending ? whole.reversed() : whole;
    }

    /** Returns the position of a record with this name, revision and id. */
    public Position positionOf(String name, Revision revision, UUID id) {
        return switch (key) {
            case NAME -> new Position(Folded.sortKey(name), Instant.EPOCH, id);
            case CREATED_AT -> new Position("", revision.createdAt(), id);
            case UPDATED_AT -> new Position("", revision.updatedAt(), id);
            case ID -> positionOf(id);
        };
    }

    /**
     * Returns the position of this id in the order of ids, whether or not a record has it.
     *
     * @throws IllegalStateException if this is another order
     */
    public Position positionOf(UUID id) {
        if (key != Key.ID) {
            throw new IllegalStateException("a position by " + key + " has more than an id");
        }
        return new Position("", Instant.EPOCH, id);
    }

    private static int compareByCodePoint(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
                return surrogates ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return one.length() - other.length();
    }
}
