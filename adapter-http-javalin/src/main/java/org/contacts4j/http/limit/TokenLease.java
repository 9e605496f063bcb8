package org.contacts4j.http.limit;

import io.github.bucket4j.BucketState;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.BucketProxy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens that this node holds of a shared bucket. Requests that arrive together are taken from the bucket in one
 * call. A node with continuous traffic takes tokens in advance. That portion doubles each time, up to a 64th of the
 * remaining tokens. The count is therefore more exact the fewer tokens remain, and below 128 every request is taken
 * individually. Unused tokens are returned to the bucket within two seconds.
 */
final class TokenLease {

    private static final Logger LOG = LoggerFactory.getLogger(TokenLease.class);

    private static final int PORTION_OF_THE_REST = 64;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long IDLE = TimeUnit.MINUTES.toNanos(2);
    private static final long PATIENCE_SECONDS = 3;

    private final Quota quota;
    private final BucketProxy bucket;
    private final TimeMeter time;
    private final ReentrantLock turn = new ReentrantLock();

    private long asked = Long.MIN_VALUE / 2;
    private long portion = 1;
    private long held;
    private long until;
    private long rest;
    private @Nullable QuotaStatus last;
    private @Nullable ContactsFailure failure;

    TokenLease(Quota quota, BucketProxy bucket, TimeMeter time) {
        this.quota = quota;
        this.bucket = bucket;
        this.time = time;
    }

    /**
     * Takes the token of one request, from this lease or from the bucket.
     *
     * @throws ContactsFailure.Unavailable when the bucket cannot be reached
     */
    QuotaStatus take() {
        awaitTurn();
        try {
            long now = time.currentTimeNanos();
            @Nullable QuotaStatus known = known(now);
            return known == null ? ask(now) : known;
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (turn.tryLock() || turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ContactsFailure.Unavailable("Requests cannot be counted now.", new TimeoutException());
    }

    /** Returns the status as far as this node knows it; null when the bucket must be queried. */
    private @Nullable QuotaStatus known(long now) {
        boolean fresh = now - asked < SECOND;
        if (failure != null && fresh) {
            throw failure;
        }
        if (last == null || now >= until) {
            return null;
        }
        if (held > 0) {
            held--;
            return last.withRemaining(last.remaining() + held);
        }
        return fresh && !last.passes() ? last : null;
    }

    private QuotaStatus ask(long now) {
        portion = now - asked < SECOND ? Math.max(1, Math.min(2 * portion, rest / PORTION_OF_THE_REST)) : 1;
        asked = now;
        held = 0;
        VerboseResult<Long> got = request(Math.max(portion, 1L + turn.getQueueLength()));
        BucketState left = got.getState();
        long then = got.getOperationTimeNanos();
        rest = left.getAvailableTokens();
        until = then + left.calculateDelayNanosAfterWillBePossibleToConsume(rest + 1, then, false);
        held = Math.max(0, got.getValue() - 1);
        last = QuotaStatus.of(quota, left, got.getValue() > 0, then);
        return last.passes() ? last.withRemaining(last.remaining() + held) : last;
    }

    private VerboseResult<Long> request(long requests) {
        try {
            failure = null;
            return bucket.asVerbose().tryConsumeAsMuchAsPossible(requests);
        } catch (ContactsFailure.Unavailable e) {
            failure = new ContactsFailure.Unavailable("Requests cannot be counted now.", e);
            throw failure;
        }
    }

    /** Returns unused tokens to the bucket. Returns true when the lease has been inactive long enough to evict it. */
    boolean tidy() {
        if (!turn.tryLock()) {
            return false;
        }
        try {
            long age = time.currentTimeNanos() - asked;
            if (age > SECOND) {
                returnUnused();
            }
            return age > IDLE;
        } finally {
            turn.unlock();
        }
    }

    /** Returns unused tokens to the bucket. Tokens of a finished window are dropped: the next window has its own. */
    void returnUnused() {
        if (held > 0 && time.currentTimeNanos() < until) {
            try {
                bucket.addTokens(held);
            } catch (ContactsFailure.Unavailable e) {
                LOG.debug("{} unused requests could not be returned to the shared limits", held, e);
            }
        }
        held = 0;
    }
}
