package org.contacts4j.application.member;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bounded set of the values that were added or looked up most recently, in two generations. When the newer generation
 * is full, the older one is dropped. Lookups take no lock. The application depends on the JDK alone, which has no bounded
 * concurrent set. Thread-safe.
 */
final class RecentlySeen {

    private final int perGeneration;
    private volatile Generations generations = new Generations(ConcurrentHashMap.newKeySet(), Set.of());

    /** @param maxSize the maximum number of values, apart from values that are added concurrently */
    RecentlySeen(int maxSize) {
        perGeneration = maxSize / 2;
    }

    /** Returns whether the value was seen recently. */
    boolean contains(Object value) {
        Generations now = generations;
        if (now.newer.contains(value)) {
            return true;
        }
        boolean seen = now.older.contains(value);
        if (seen) {
            add(value);
        }
        return seen;
    }

    void addAll(Collection<?> values) {
        values.forEach(this::add);
    }

    private void add(Object value) {
        Generations now = generations;
        if (now.newer.size() >= perGeneration) {
            now = new Generations(ConcurrentHashMap.newKeySet(), now.newer);
            generations = now;
        }
        now.newer.add(value);
    }

    private record Generations(Set<Object> newer, Set<Object> older) {}
}
