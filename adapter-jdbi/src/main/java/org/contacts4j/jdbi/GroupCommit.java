package org.contacts4j.jdbi;

/**
 * Brings commits to disk, those of many writers at once. H2 by itself writes every changed page of every index for each
 * commit, one after the other, or else answers before anything is on disk; here one writer has it written for all who
 * committed until then, while the others wait for that.
 */
final class GroupCommit {

    private static final long NOTHING = 0;

    private final Runnable flush;
    private long committed;
    private long flushed;
    private boolean flushing;

    /** Has the database written by {@code flush}, which returns when everything committed before is on disk. */
    GroupCommit(Runnable flush) {
        this.flush = flush;
    }

    /** Returns when everything that the calling thread has committed is on disk. */
    void await() {
        long upTo = joinOrLead();
        if (upTo == NOTHING) {
            return;
        }
        boolean done = false;
        try {
            flush.run();
            done = true;
        } finally {
            end(done ? upTo : NOTHING);
        }
    }

    /** Waits while somebody else has it written. How far the caller itself must then; nothing when all is done. */
    private synchronized long joinOrLead() {
        long mine = ++committed;
        try {
            while (flushing && flushed < mine) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a commit was being written", e);
        }
        if (flushed >= mine) {
            return NOTHING;
        }
        flushing = true;
        return committed;
    }

    private synchronized void end(long upTo) {
        flushed = Math.max(flushed, upTo);
        flushing = false;
        notifyAll();
    }
}
