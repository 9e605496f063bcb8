package org.contacts4j.http.limit;

import io.github.bucket4j.BucketState;
import java.util.concurrent.TimeUnit;
import org.contacts4j.http.server.Refusal;
import org.contacts4j.http.server.RequestRate;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands after a request.
 *
 * @param limit how many requests a window has
 * @param remaining how many of them are left
 * @param reset when the next window begins, in seconds since the epoch
 * @param exceeded the rate that the request was too much for; null when it was not
 * @param secondsToWait until there may be another request
 */
record QuotaStatus(
        long limit, long remaining, long reset, @Nullable RequestRate exceeded, long secondsToWait) {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Reads it from buckets in which nothing is missing that this request did not take; {@code now} counts from the epoch. */
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

    /** Refuses the request if it was too much. */
    void check() {
        if (exceeded != null) {
            throw Refusal.tooManyRequests(exceeded, secondsToWait);
        }
    }

    /** The same for one who passes with so many requests left. */
    QuotaStatus withRemaining(long left) {
        return new QuotaStatus(limit, left, reset, null, 0);
    }

    /** Of several rates that were exceeded, the one that takes longest to come back. */
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
