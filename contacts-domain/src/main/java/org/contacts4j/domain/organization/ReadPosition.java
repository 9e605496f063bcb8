package org.contacts4j.domain.organization;

import java.util.Optional;

/**
 * A position in the log of a store's changes. A copy of the store that has reached it contains every write before it.
 * Clients treat its text as opaque.
 */
public record ReadPosition(long value) implements Comparable<ReadPosition> {

    /** The position before all changes. */
    public static final ReadPosition START = new ReadPosition(0);

    private static final int HEX = 16;

    /** Reads a text that {@link #toString} returned; empty when it is none. */
    public static Optional<ReadPosition> parse(String text) {
        try {
            return Optional.of(new ReadPosition(Long.parseUnsignedLong(text, HEX)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns the later one of two positions. */
    public ReadPosition max(ReadPosition other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(ReadPosition other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value, HEX);
    }
}
