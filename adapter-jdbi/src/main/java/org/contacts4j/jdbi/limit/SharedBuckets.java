package org.contacts4j.jdbi.limit;

import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.contacts4j.jdbi.Database;

/** Buckets in PostgreSQL, which go when they are full again. Any number of nodes may sweep at once. */
public final class SharedBuckets implements AutoCloseable {

    private static final int BATCH = 1_000;
    private static final Duration KEPT_WHEN_FULL = Duration.ofSeconds(10);

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "contacts4j-buckets");
        thread.setDaemon(true);
        return thread;
    });

    /** Buckets in this database, which is {@link Database#POSTGRESQL}. */
    public SharedBuckets(DataSource connections) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(connections)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limit")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build();
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(this::sweepQuietly, 1, 1, TimeUnit.MINUTES);
    }

    /** The buckets by name. */
    public ProxyManager<String> byName() {
        return buckets;
    }

    /** Removes the buckets that are full, and so say nothing. */
    public void sweep() {
        int removed = BATCH;
        while (removed == BATCH) {
            removed = buckets.removeExpired(BATCH);
        }
    }

    private void sweepQuietly() {
        try {
            sweep();
        } catch (BucketExecutionException e) {
            System.getLogger(SharedBuckets.class.getName())
                    .log(System.Logger.Level.DEBUG, "buckets are swept in the next round", e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
