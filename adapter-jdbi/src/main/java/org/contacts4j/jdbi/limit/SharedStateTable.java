package org.contacts4j.jdbi.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.contacts4j.application.SharedStates;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.jdbi.connection.DatabaseError;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The rate-limit buckets in PostgreSQL. Expired rows are deleted every minute. Any number of nodes may run the cleanup
 * at once.
 */
public final class SharedStateTable implements SharedStates, AutoCloseable {

    private static final int BATCH = 1_000;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Clock clock;
    private final BackgroundTask task;

    /** Creates the states in this database, which must be PostgreSQL, and starts their cleanup. */
    public SharedStateTable(Jdbi jdbi, Clock clock, BackgroundTasks tasks) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.task = tasks.start("rate-limit-cleanup", PAUSE, heartbeat -> sweep());
    }

    @Override
    public byte @Nullable [] find(String name) {
        return run(handle -> handle.createQuery("select state from rate_limit where id = :name")
                .bind("name", name)
                .mapTo(byte[].class)
                .findOne()
                .orElse(null));
    }

    @Override
    public boolean replace(String name, byte @Nullable [] read, byte[] next, Instant expiry) {
        return run(handle -> change(handle, read)
                        .bind("name", name)
                        .bind("next", next)
                        .bind("expiry", expiry.toEpochMilli())
                        .execute())
                == 1;
    }

    private static Update change(Handle handle, byte @Nullable [] read) {
        return read == null
                ? handle.createUpdate("insert into rate_limit (id, state, expires_at)"
                        + " values (:name, :next, :expiry) on conflict (id) do nothing")
                : handle.createUpdate("update rate_limit set state = :next, expires_at = :expiry"
                                + " where id = :name and state = :read")
                        .bind("read", read);
    }

    /** Deletes the expired states: buckets that are full again, and so carry no information. */
    public void sweep() {
        int removed = BATCH;
        while (removed == BATCH) {
            removed = run(handle -> handle.createUpdate("delete from rate_limit where id in (select id from rate_limit"
                            + " where expires_at < :now limit :batch for update skip locked)")
                    .bind("now", clock.millis())
                    .bind("batch", BATCH)
                    .execute());
        }
    }

    private <T extends @Nullable Object> T run(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (RuntimeException e) {
            throw DatabaseError.unavailable(e);
        }
    }

    @Override
    public void close() {
        task.close();
    }
}
