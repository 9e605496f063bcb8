package org.contacts4j.http.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ProxyManager;

/** Request counters in buckets that all nodes share. This node holds a {@link TokenLease} on each bucket it uses. */
final class SharedCounters implements RequestCounters {

    private static final int MAX_LEASES = 200_000;

    private final Quota quota;
    private final ProxyManager<String> buckets;
    private final BucketConfiguration configuration;
    private final TimeMeter time;
    private final Cache<String, TokenLease> leases =
            Caffeine.newBuilder().maximumSize(MAX_LEASES).build();

    SharedCounters(Quota quota, ProxyManager<String> buckets, TimeMeter time) {
        this.quota = quota;
        this.buckets = buckets;
        this.configuration = quota.buckets();
        this.time = time;
    }

    @Override
    public QuotaStatus count(String who) {
        return leases.get(who, first -> new TokenLease(quota, bucketOf(who), time))
                .take();
    }

    private BucketProxy bucketOf(String who) {
        return buckets.builder().build(quota.keyOf(who), () -> configuration);
    }

    @Override
    public void tidy() {
        leases.asMap().values().removeIf(TokenLease::tidy);
    }

    @Override
    public void close() {
        leases.asMap().values().forEach(TokenLease::returnUnused);
    }
}
