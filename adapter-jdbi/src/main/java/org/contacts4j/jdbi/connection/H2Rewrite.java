package org.contacts4j.jdbi.connection;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.contacts4j.domain.ContactsFailure;

/**
 * Decides when the file of an embedded H2 is rewritten: after an erasure, but not more often than once a minute, and
 * while no other work uses the database. That work waits meanwhile.
 */
final class H2Rewrite {

    private static final System.Logger LOG = System.getLogger(H2Rewrite.class.getName());

    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long BUSY_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** How long work waits for the rewrite to end: as long as it waits for a connection of the pool. */
    private static final long WORK_WAIT_SECONDS = 3;

    /** How long a rewrite waits for work in progress. New work waits behind it. */
    private static final long REWRITE_WAIT_SECONDS = 2;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private long next = System.nanoTime();

    /**
     * Runs work that uses the database.
     *
     * @throws ContactsFailure.Unavailable when a rewrite does not end in time
     */
    <T> T use(Supplier<T> work) {
        if (!acquired(lock.readLock(), WORK_WAIT_SECONDS)) {
            throw new ContactsFailure.Unavailable("The database file is being rewritten.");
        }
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Returns whether a rewrite is in progress. */
    boolean isRunning() {
        return lock.isWriteLocked();
    }

    /** Runs {@code rewrite} if a transaction has requested it, and it is time for it. */
    void runIfRequested(H2File file, Runnable rewrite) {
        if (System.nanoTime() - next < 0 || !isRequested(file)) {
            return;
        }
        if (!acquired(lock.writeLock(), REWRITE_WAIT_SECONDS)) {
            next = System.nanoTime() + BUSY_PAUSE_NANOS;
            return;
        }
        try {
            if (!file.store().isSpaceReused()) {
                return; // a backup reads the file
            }
            LOG.log(System.Logger.Level.INFO, "The database file is rewritten, because a person was erased");
            rewrite.run();
            next = System.nanoTime() + PAUSE_NANOS;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static boolean isRequested(H2File file) {
        try {
            return file.isRewriteRequested();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "H2 has just closed its database", e);
            return false;
        }
    }

    private static boolean acquired(Lock lock, long seconds) {
        try {
            return lock.tryLock(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
