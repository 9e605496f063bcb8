package org.contacts4j.jdbi.replica;

import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.organization.ReadPosition;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.connection.DatabaseError;
import org.contacts4j.jdbi.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * A background task that reads the position of a replica and of its primary five times a second, so that no read needs a
 * round trip for it. The task fails while the replica is left out.
 */
final class ReplicaMonitor implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(150);

    /** The end of the flushed log is also where a replica stands that has everything. */
    private static final String FLUSHED = "select pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::bigint";

    private static final String REPLAYED =
            "select pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint where pg_is_in_recovery()"
                    + " union all select null where not pg_is_in_recovery()";

    private final long maxLagNanos;
    private final MonitoredServer primary;
    private final MonitoredServer replica;
    private final BackgroundTask task;
    private final Runnable onLoss;
    private final long begin = System.nanoTime();
    private boolean isStarting = true;
    private boolean answers = true;
    private ReplicationLag lag = new ReplicationLag();
    private volatile @Nullable Replayed replayed;

    /** @param onLoss is run when the replica begins not to answer */
    ReplicaMonitor(
            Database database,
            DatabaseSettings settings,
            DatabaseSettings.Replica replica,
            BackgroundTasks tasks,
            Runnable onLoss) {
        this.onLoss = onLoss;
        this.maxLagNanos = replica.maxLag().toNanos();
        this.primary = new MonitoredServer(database, settings, settings.url(), FLUSHED);
        this.replica = new MonitoredServer(database, settings, replica.url(), REPLAYED);
        this.task = tasks.start("read-replica", PAUSE, heartbeat -> check());
    }

    /** Returns whether the replica has reached this position and is not too far behind. */
    boolean contains(ReadPosition least) {
        @Nullable Replayed now = replayed;
        if (now == null || isTooFarBehind(now)) {
            return false;
        }
        boolean reached = now.position().compareTo(least) >= 0;
        if (!reached) {
            task.wake();
        }
        return reached;
    }

    /** Leaves the replica out until the next check succeeds. */
    void leaveOut() {
        replayed = null;
        task.wake();
    }

    private boolean isTooFarBehind(Replayed state) {
        return System.nanoTime() - state.completeUntil() > maxLagNanos;
    }

    private void check() {
        long now = System.nanoTime();
        lag.primaryAt(now, positionOfPrimary());
        ReadPosition position = positionOfReplica();
        OptionalLong completeUntil = lag.completeUntil(position);
        if (completeUntil.isEmpty() && isStarting && now - begin < maxLagNanos) {
            return;
        }
        isStarting = false;
        if (completeUntil.isEmpty()) {
            throw leftOut("has not caught up yet");
        }
        Replayed state = new Replayed(position, completeUntil.getAsLong());
        replayed = state;
        if (isTooFarBehind(state)) {
            throw leftOut("is " + Duration.ofNanos(now - state.completeUntil()).toSeconds() + " s behind");
        }
    }

    /** A failure of the primary does not end reads from the replica before its data is too old. */
    private ReadPosition positionOfPrimary() {
        try {
            @Nullable ReadPosition position = primary.position();
            return position == null ? ReadPosition.START : position;
        } catch (SQLException e) {
            throw new ContactsFailure.Unavailable(
                    "The lag of the read replica is unknown: the primary does not answer.", e);
        }
    }

    private ReadPosition positionOfReplica() {
        @Nullable ReadPosition position;
        try {
            position = replica.position();
            answers = true;
        } catch (SQLException e) {
            if (answers) {
                answers = false;
                onLoss.run();
            }
            // A server that was replaced may be at an earlier position.
            lag = new ReplicationLag();
            throw leftOut("does not answer (" + DatabaseError.stateOf(e) + ")");
        }
        if (position == null) {
            throw leftOut("is not a streaming replica");
        }
        if (replica.systemIdentifier() != primary.systemIdentifier()) {
            throw leftOut("is a replica of another database");
        }
        return position;
    }

    private ContactsFailure leftOut(String reason) {
        replayed = null;
        isStarting = false;
        return new ContactsFailure.Unavailable("The read replica " + reason + "; reads use the primary.");
    }

    @Override
    public void close() {
        task.close();
        primary.close();
        replica.close();
    }

    /**
     * The state of the replica.
     *
     * @param completeUntil the {@link System#nanoTime} until which it has every commit
     */
    private record Replayed(ReadPosition position, long completeUntil) {}
}
