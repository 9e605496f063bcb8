package org.contacts4j.http.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.util.Arrays;

/** Lock-free request counters in the memory of one node. */
final class LocalCounters implements RequestCounters {

    /** The maximum number of buckets. Counting does not stop a client that sends from more addresses than this. */
    private static final int MAX_BUCKETS = 200_000;

    private final Quota quota;
    private final BucketConfiguration configuration;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    LocalCounters(Quota quota, TimeMeter time) {
        this.quota = quota;
        this.configuration = quota.buckets();
        this.time = time;
        // A bucket is full again one window after its last request.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_BUCKETS)
                .expireAfterAccess(quota.longestWindow())
                .ticker(time::currentTimeNanos)
                .build();
    }

    @Override
    public QuotaStatus count(String who) {
        while (true) {
            Bucket bucket = buckets.get(who, first -> newBucket());
            VerboseResult<Boolean> result = bucket.asVerbose().tryConsume(1);
            // The bucket may have been evicted meanwhile and with it this count; then count again.
            if (buckets.getIfPresent(who) == bucket) {
                return QuotaStatus.of(quota, result.getState(), result.getValue(), result.getOperationTimeNanos());
            }
        }
    }

    private Bucket newBucket() {
        LocalBucketBuilder bucket = Bucket.builder().withCustomTimePrecision(time);
        Arrays.stream(configuration.getBandwidths()).forEach(bucket::addLimit);
        return bucket.build();
    }

    @Override
    public void tidy() {
        buckets.cleanUp();
    }

    long size() {
        return buckets.estimatedSize();
    }
}
