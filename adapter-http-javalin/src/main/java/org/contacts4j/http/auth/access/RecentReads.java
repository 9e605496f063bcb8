package org.contacts4j.http.auth.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;

/**
 * Values read from the store, at most one second old. Each is therefore read at most once a second, by one thread while
 * the others wait. A failure is repeated for one second, so that an unavailable store delays a request once. Thread-safe.
 */
final class RecentReads<K, V> {

    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MAX_SIZE = 10_000;

    private final Cache<K, Read<V>> reads =
            Caffeine.newBuilder().maximumSize(MAX_SIZE).build();

    /**
     * Returns the value.
     *
     * @param store reads the value from the store
     * @throws ContactsFailure.Unavailable if the store is unavailable
     */
    V get(K key, Supplier<V> store) {
        @Nullable Read<V> known = reads.getIfPresent(key);
        Read<V> current = known != null && known.isValid()
                ? known
                : reads.asMap().compute(key, (same, last) -> refreshed(last, store));
        return current.get();
    }

    /** Returns whether a value is at hand, so that {@link #get} reads nothing. */
    boolean contains(K key) {
        @Nullable Read<V> known = reads.getIfPresent(key);
        return known != null && known.isValid();
    }

    private static <V> Read<V> refreshed(@Nullable Read<V> last, Supplier<V> store) {
        return last != null && last.isValid() ? last : read(store);
    }

    private static <V> Read<V> read(Supplier<V> store) {
        // The value may be as old as the beginning of the read; a failure has no age before its end.
        long begun = System.nanoTime();
        try {
            return new Read<>(store.get(), null, begun + MAX_AGE_NANOS);
        } catch (ContactsFailure.Unavailable e) {
            return new Read<>(null, e, System.nanoTime() + MAX_AGE_NANOS);
        }
    }

    /**
     * A value, or the failure to read it.
     *
     * @param until the end of its validity, as a {@link System#nanoTime()} value
     */
    private record Read<V>(@Nullable V value, ContactsFailure.@Nullable Unavailable failure, long until) {

        V get() {
            if (value == null) {
                throw Objects.requireNonNull(failure);
            }
            return value;
        }

        boolean isValid() {
            return System.nanoTime() - until < 0;
        }
    }
}
