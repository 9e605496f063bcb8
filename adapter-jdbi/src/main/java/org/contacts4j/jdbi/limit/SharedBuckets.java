package org.contacts4j.jdbi.limit;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import javax.sql.DataSource;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;

/**
 * Rate-limit buckets in PostgreSQL that all nodes share. Full buckets are deleted. Any number of nodes may run the
 * cleanup at once.
 */
public final class SharedBuckets implements AutoCloseable {

    private static final int BATCH = 1_000;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration KEPT_WHEN_FULL = Duration.ofSeconds(10);

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final BackgroundTask task;

    /** Creates the buckets in this database, which must be PostgreSQL. */
    public SharedBuckets(DataSource connections, BackgroundTasks tasks) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(connections)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limit")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build();
        task = tasks.start("rate-limit-cleanup", PAUSE, heartbeat -> sweep());
    }

    /** Returns the buckets by name. */
    public ProxyManager<String> byName() {
        return buckets;
    }

    /** Deletes the buckets that are full again, and so carry no information. */
    public void sweep() {
        int removed = BATCH;
        while (removed == BATCH) {
            removed = buckets.removeExpired(BATCH);
        }
    }

    @Override
    public void close() {
        task.close();
    }
}
