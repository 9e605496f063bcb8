package org.contacts4j.http.limit;

import org.contacts4j.application.SharedStates;
import org.jspecify.annotations.Nullable;

/**
 * The configured rate limits.
 *
 * @param perHour requests of an organization per hour
 * @param perMinute requests of an organization per minute
 * @param perAddress requests of an address per minute, where requests are counted by address
 * @param perMember requests of a member per minute, where requests are counted by member
 * @param shared where all nodes count together; null when each node counts alone
 */
public record RateLimits(
        int perHour,
        int perMinute,
        int perAddress,
        int perMember,
        @Nullable SharedStates shared) {

    /** Returns these limits, counted in states that all nodes share; null counts on this node alone. */
    public RateLimits countedBy(@Nullable SharedStates nodes) {
        return new RateLimits(perHour, perMinute, perAddress, perMember, nodes);
    }
}
