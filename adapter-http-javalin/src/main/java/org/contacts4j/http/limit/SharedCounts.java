package org.contacts4j.http.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.util.concurrent.ConcurrentHashMap;

/** Counts requests in buckets that all nodes share. What this node knows of one of them is its {@link Share}. */
final class SharedCounts implements Counts {

    private static final int MOST = 200_000;

    private final Quota quota;
    private final ProxyManager<String> buckets;
    private final BucketConfiguration configuration;
    private final TimeMeter time;
    private final ConcurrentHashMap<String, Share> shares = new ConcurrentHashMap<>();

    SharedCounts(Quota quota, ProxyManager<String> buckets, TimeMeter time) {
        this.quota = quota;
        this.buckets = buckets;
        this.configuration = quota.buckets();
        this.time = time;
    }

    @Override
    public Standing count(String who) {
        Share known = shares.get(who);
        return (known == null ? newShare(who) : known).take();
    }

    private Share newShare(String who) {
        if (shares.size() >= MOST) {
            shares.clear();
        }
        return shares.computeIfAbsent(who, first -> new Share(quota, bucketOf(who), time));
    }

    private BucketProxy bucketOf(String who) {
        return buckets.builder().build(quota.keyOf(who), () -> configuration);
    }

    @Override
    public void tidy() {
        shares.values().removeIf(Share::tidy);
    }

    @Override
    public void close() {
        shares.values().forEach(Share::giveBack);
    }
}
