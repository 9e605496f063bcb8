package org.contacts4j.http.limit;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.util.List;
import org.contacts4j.domain.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * The configured rate limits.
 *
 * @param perHour requests of an organization per hour
 * @param perMinute requests of an organization per minute
 * @param perAddress requests of an address per minute, where requests are counted by address
 * @param perMember requests of a member per minute, where requests are counted by member
 * @param trustedProxies networks of proxies whose forwarding headers are trusted
 * @param shared buckets shared by all nodes; null when each node counts alone
 */
public record RateLimits(
        int perHour,
        int perMinute,
        int perAddress,
        int perMember,
        List<Network> trustedProxies,
        @Nullable ProxyManager<String> shared) {

    public RateLimits {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** Returns these limits, counted in the given shared buckets; null counts on this node alone. */
    public RateLimits countedBy(@Nullable ProxyManager<String> nodes) {
        return new RateLimits(perHour, perMinute, perAddress, perMember, trustedProxies, nodes);
    }
}
