package org.contacts4j.http.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.Refusal;
import org.contacts4j.http.server.RequestRate;
import org.contacts4j.http.server.RequestRate.Window;
import org.contacts4j.http.server.RequestSource;
import org.jspecify.annotations.Nullable;

/** Counts requests, tells callers how they stand, and refuses those that are too many. */
public final class RateLimiter implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ClientAddresses addresses;
    private final RequestCounters byOrganization;
    private final RequestCounters byMember;
    private final RequestCounters byAddress;
    private final RequestCounters strangers;
    private final BackgroundTask task;

    private RateLimiter(RateLimits limits, BackgroundTasks tasks) {
        RequestRate perAddress = new RequestRate(limits.perAddress(), Window.MINUTE);
        addresses = new ClientAddresses(limits.trustedProxies());
        byOrganization = counts(
                limits,
                new Quota(
                        "organization",
                        new RequestRate(limits.perHour(), Window.HOUR),
                        new RequestRate(limits.perMinute(), Window.MINUTE)));
        byMember = counts(limits, new Quota("member", new RequestRate(limits.perMember(), Window.MINUTE)));
        byAddress = counts(limits, new Quota("address", perAddress));
        // Each node by itself: who cannot get in shall not keep the database busy.
        strangers = new LocalCounters(new Quota("stranger", perAddress), TimeMeter.SYSTEM_MILLISECONDS);
        task = tasks.start("rate-limits", PAUSE, heartbeat -> all().forEach(RequestCounters::tidy));
    }

    /** Begins to count. */
    public static RateLimiter start(RateLimits limits, BackgroundTasks tasks) {
        return new RateLimiter(limits, tasks);
    }

    private static RequestCounters counts(RateLimits limits, Quota quota) {
        return limits.shared() == null
                ? new LocalCounters(quota, TimeMeter.SYSTEM_MILLISECONDS)
                : new SharedCounters(quota, limits.shared(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    /**
     * Counts a request that is let in, and has headers say how its sender stands.
     *
     * @param caller null when anybody may ask this, and somebody without a token does
     * @throws Refusal when it is too much
     * @throws ContactsFailure.Unavailable when it cannot be counted
     */
    public void count(
            LimitScope limit, @Nullable Caller caller, RequestSource origin, BiConsumer<String, String> headers) {
        tell(standing(limit, caller, origin), headers);
    }

    /**
     * Counts a request that is not let in, which costs no organisation anything.
     *
     * @throws Refusal when it is too much
     */
    public void countStranger(RequestSource origin, BiConsumer<String, String> headers) {
        tell(strangers.count(nameOf(origin)), headers);
    }

    private QuotaStatus standing(LimitScope limit, @Nullable Caller caller, RequestSource origin) {
        return switch (limit) {
            case ORGANIZATION ->
                caller == null
                        ? byAddress.count(nameOf(origin))
                        : byOrganization.count(caller.organization().value());
            case MEMBER ->
                byMember.count(
                        caller == null
                                ? nameOf(origin)
                                : caller.organization().value()
                                        + '\n'
                                        + caller.member().value());
            case ADDRESS -> byAddress.count(nameOf(origin));
        };
    }

    private String nameOf(RequestSource origin) {
        return ClientAddresses.nameOf(addresses.of(origin));
    }

    private static void tell(QuotaStatus standing, BiConsumer<String, String> headers) {
        headers.accept("X-RateLimit-Limit", String.valueOf(standing.limit()));
        headers.accept("X-RateLimit-Remaining", String.valueOf(standing.remaining()));
        headers.accept("X-RateLimit-Reset", String.valueOf(standing.reset()));
        standing.check();
    }

    private List<RequestCounters> all() {
        return List.of(byOrganization, byMember, byAddress, strangers);
    }

    /** Gives back what this node took for itself and did not use. */
    @Override
    public void close() {
        task.close();
        all().forEach(RequestCounters::close);
    }
}
