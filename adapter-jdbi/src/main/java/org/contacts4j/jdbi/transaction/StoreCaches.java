package org.contacts4j.jdbi.transaction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.TrigramSample;
import org.jdbi.v3.core.Handle;

/** What a store caches for all of its units of work. Thread-safe. */
public final class StoreCaches {

    private static final Duration SAMPLE_LIFETIME = Duration.ofMinutes(10);

    private final UncustomizedOrganizations uncustomized = new UncustomizedOrganizations();
    private final CombinedStatements combined = new CombinedStatements();
    private final Cache<Database, TrigramSample> samples =
            Caffeine.newBuilder().expireAfterWrite(SAMPLE_LIFETIME).build();

    UncustomizedOrganizations uncustomized() {
        return uncustomized;
    }

    CombinedStatements combined() {
        return combined;
    }

    TrigramSample trigramSample(Database database, Supplier<Handle> handle) {
        return samples.get(
                database,
                key -> TrigramSample.of(key.sampleOf("contact", "search_text")
                        .map(sample -> handle.get()
                                .createQuery(sample)
                                .mapTo(String.class)
                                .list())
                        .orElse(List.of())));
    }
}
