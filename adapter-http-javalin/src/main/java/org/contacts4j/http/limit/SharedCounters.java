package org.contacts4j.http.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.util.concurrent.ConcurrentHashMap;

/** Request counters in buckets that all nodes share. This node holds a {@link TokenLease} on each bucket it uses. */
final class SharedCounters implements RequestCounters {

    private static final int MAX_BUCKETS = 200_000;

    private final Quota quota;
    private final ProxyManager<String> buckets;
    private final BucketConfiguration configuration;
    private final TimeMeter time;
    private final ConcurrentHashMap<String, TokenLease> leases = new ConcurrentHashMap<>();

    SharedCounters(Quota quota, ProxyManager<String> buckets, TimeMeter time) {
        this.quota = quota;
        this.buckets = buckets;
        this.configuration = quota.buckets();
        this.time = time;
    }

    @Override
    public QuotaStatus count(String who) {
        TokenLease known = leases.get(who);
        return (known == null ? newLease(who) : known).take();
    }

    private TokenLease newLease(String who) {
        if (leases.size() >= MAX_BUCKETS) {
            leases.clear();
        }
        return leases.computeIfAbsent(who, first -> new TokenLease(quota, bucketOf(who), time));
    }

    private BucketProxy bucketOf(String who) {
        return buckets.builder().build(quota.keyOf(who), () -> configuration);
    }

    @Override
    public void tidy() {
        leases.values().removeIf(TokenLease::tidy);
    }

    @Override
    public void close() {
        leases.values().forEach(TokenLease::returnUnused);
    }
}
