package org.contacts4j.http.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Lock-free request counters in the memory of one node. */
final class LocalCounters implements RequestCounters {

    /** The maximum number of buckets. Counting does not stop a client that sends from more addresses than this. */
    private static final int MAX_BUCKETS = 200_000;

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
            // A concurrent cleanup may have removed the bucket and with it this count; then count again.
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
        if (buckets.size() >= MAX_BUCKETS) {
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
