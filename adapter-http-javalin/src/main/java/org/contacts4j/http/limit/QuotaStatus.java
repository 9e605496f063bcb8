package org.contacts4j.http.limit;

import io.github.bucket4j.BucketState;
import java.util.concurrent.TimeUnit;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestRate;
import org.jspecify.annotations.Nullable;

/**
 * The state of a quota after a request.
 *
 * @param limit the number of requests in a window
 * @param remaining the number of requests left in the window
 * @param reset the time at which the next window begins, in seconds since the epoch
 * @param exceeded the rate that the request exceeded; null when the request was admitted
 * @param secondsToWait the time until the next request can be admitted, in seconds; 0 when this one was
 */
record QuotaStatus(
        long limit, long remaining, long reset, @Nullable RequestRate exceeded, long secondsToWait) {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    /**
     * Derives the status from the state of the buckets after the request.
     *
     * @param taken whether the request was admitted, and its token taken from the buckets
     * @param now the time of the count, in nanoseconds since the epoch
     */
    static QuotaStatus of(Quota quota, BucketState buckets, boolean taken, long now) {
        RequestRate first = quota.rates().get(0);
        long reset = now + buckets.calculateFullRefillingTime(now);
        if (taken) {
            return new QuotaStatus(first.calls(), buckets.getCurrentSize(0), seconds(reset), null, 0);
        }
        long wait = buckets.calculateDelayNanosAfterWillBePossibleToConsume(1, now, false);
        return new QuotaStatus(
                first.calls(),
                buckets.getCurrentSize(0),
                seconds(reset),
                exceeded(quota, buckets),
                Math.max(1, seconds(wait)));
    }

    boolean passes() {
        return exceeded == null;
    }

    /** Throws a {@link Refusal} when the request exceeded a rate. */
    void check() {
        if (exceeded != null) {
            throw Refusal.tooManyRequests(exceeded, secondsToWait);
        }
    }

    /** Returns the status of an admitted request that leaves this many requests. */
    QuotaStatus withRemaining(long left) {
        return new QuotaStatus(limit, left, reset, null, 0);
    }

    /** Returns the exceeded rate; of several, the one with the longest window. */
    private static RequestRate exceeded(Quota quota, BucketState buckets) {
        int rate = 0;
        while (rate < quota.rates().size() - 1 && buckets.getCurrentSize(rate) > 0) {
            rate++;
        }
        return quota.rates().get(rate);
    }

    private static long seconds(long nanos) {
        return (nanos + NANOS - 1) / NANOS;
    }
}
