package org.contacts4j.http.limit;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.util.List;
import org.contacts4j.http.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * How often callers may ask.
 *
 * @param perHour requests of an organisation in an hour
 * @param perMinute requests of an organisation in a minute
 * @param perAddress requests of an address in a minute, where requests are counted by address
 * @param perMember requests of a member in a minute, where requests are counted by member
 * @param trustedProxies are believed when they say for whom they ask
 * @param shared counts for all nodes together; null when there is but this one
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

    /** The same limits, counted for all nodes that share something; null counts for this one alone. */
    public RateLimits countedBy(@Nullable ProxyManager<String> nodes) {
        return new RateLimits(perHour, perMinute, perAddress, perMember, trustedProxies, nodes);
    }
}
