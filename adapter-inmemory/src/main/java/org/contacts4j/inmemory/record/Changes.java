package org.contacts4j.inmemory.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The undo log of one transaction: each change with the action that reverts it. */
public final class Changes {

    private final Deque<Runnable> undoActions = new ArrayDeque<>();
    private boolean open = true;

    /** Returns an undo log that rejects changes, for read-only transactions. */
    public static Changes none() {
        Changes none = new Changes();
        none.commit();
        return none;
    }

    public <K, V> void put(Map<K, V> map, K key, V value) {
        remember(map, key);
        map.put(key, value);
    }

    public <K, V> void remove(Map<K, V> map, K key) {
        remember(map, key);
        map.remove(key);
    }

    /** Returns whether anything was changed. */
    public boolean areAny() {
        return !undoActions.isEmpty();
    }

    public void commit() {
        open = false;
        undoActions.clear();
    }

    public void undo() {
        open = false;
        undoActions.forEach(Runnable::run);
    }

    private <K, V> void remember(Map<K, V> map, K key) {
        if (!open) {
            throw new IllegalStateException("nothing can be changed in work that only reads, or after work has ended");
        }
        @Nullable V before = map.get(key);
        undoActions.push(before == null ? () -> map.remove(key) : () -> map.put(key, before));
    }
}
