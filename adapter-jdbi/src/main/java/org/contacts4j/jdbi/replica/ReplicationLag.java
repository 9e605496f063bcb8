package org.contacts4j.jdbi.replica;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import org.contacts4j.domain.organization.ReadPosition;

/**
 * Measures how far a replica is behind, by the clock of this process alone: it remembers when the primary was at which
 * position. Not thread-safe.
 */
final class ReplicationLag {

    private static final int MAX_SAMPLES = 1_000;

    private final Deque<Sample> ahead = new ArrayDeque<>();
    private OptionalLong completeUntil = OptionalLong.empty();

    /** Records that the primary was at this position at this {@link System#nanoTime} or later. */
    void primaryAt(long nanos, ReadPosition position) {
        if (ahead.size() == MAX_SAMPLES) {
            ahead.removeLast();
        }
        ahead.addLast(new Sample(nanos, position));
    }

    /**
     * Returns the {@link System#nanoTime} until which a replica at this position has every commit; empty while it has
     * reached no recorded position of the primary.
     */
    OptionalLong completeUntil(ReadPosition replayed) {
        while (!ahead.isEmpty() && ahead.getFirst().position().compareTo(replayed) <= 0) {
            completeUntil = OptionalLong.of(ahead.removeFirst().nanos());
        }
        return completeUntil;
    }

    private record Sample(long nanos, ReadPosition position) {}
}
