package org.contacts4j.http.auth.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.contacts4j.http.limit.ClientAddresses;
import org.jspecify.annotations.Nullable;

/**
 * The number of unknown API keys that each client address has sent within a minute. Unknown keys cost a query each, so
 * their number is limited, whether or not rate limits are enabled. Thread-safe.
 */
final class FailedLookups {

    private static final int MAX_PER_MINUTE = 60;
    private static final int MAX_ADDRESSES = 100_000;

    private final Cache<String, AtomicInteger> failures = Caffeine.newBuilder()
            .maximumSize(MAX_ADDRESSES)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** Returns whether the address has sent so many unknown keys that no more are looked up for it. */
    boolean areTooMany(InetAddress client) {
        @Nullable AtomicInteger count = failures.getIfPresent(ClientAddresses.nameOf(client));
        return count != null && count.get() >= MAX_PER_MINUTE;
    }

    void add(InetAddress client) {
        failures.get(ClientAddresses.nameOf(client), first -> new AtomicInteger())
                .incrementAndGet();
    }
}
