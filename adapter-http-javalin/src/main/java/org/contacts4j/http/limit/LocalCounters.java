package org.contacts4j.http.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts requests in memory, without a lock. */
final class LocalCounters implements RequestCounters {

    /** Whoever asks from more addresses than this is not stopped by counting them. */
    private static final int MOST = 200_000;

    private static final int SECONDS_BETWEEN_SWEEPS = 60;

    private final Quota quota;
    private final BucketConfiguration configuration;
    private final TimeMeter time;
    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private int seconds;

    LocalCounters(Quota quota, TimeMeter time) {
        this.quota = quota;
        this.configuration = quota.buckets();
        this.time = time;
    }

    @Override
    public QuotaStatus count(String who) {
        while (true) {
            Bucket bucket = bucketOf(who);
            VerboseResult<Boolean> result = bucket.asVerbose().tryConsume(1);
            // A bucket that was swept away in the meantime counts for nobody.
            if (buckets.get(who) == bucket) {
                return QuotaStatus.of(quota, result.getState(), result.getValue(), result.getOperationTimeNanos());
            }
        }
    }

    private Bucket bucketOf(String who) {
        @Nullable Bucket known = buckets.get(who);
        if (known != null) {
            return known;
        }
        if (buckets.size() >= MOST) {
            buckets.clear();
        }
        return buckets.computeIfAbsent(who, first -> newBucket());
    }

    private Bucket newBucket() {
        LocalBucketBuilder bucket = Bucket.builder().withCustomTimePrecision(time);
        Arrays.stream(configuration.getBandwidths()).forEach(bucket::addLimit);
        return bucket.build();
    }

    @Override
    public void tidy() {
        if (++seconds % SECONDS_BETWEEN_SWEEPS == 0) {
            buckets.values().removeIf(LocalCounters::isFull);
        }
    }

    int size() {
        return buckets.size();
    }

    private static boolean isFull(Bucket bucket) {
        return bucket.asVerbose().getAvailableTokens().getDiagnostics().calculateFullRefillingTime() == 0;
    }
}
