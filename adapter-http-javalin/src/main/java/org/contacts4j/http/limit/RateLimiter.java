package org.contacts4j.http.limit;

import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestRate;
import org.contacts4j.http.server.request.RequestRate.Window;
import org.jspecify.annotations.Nullable;

/** Counts requests, sets the rate-limit headers, and rejects requests above their limit. */
public final class RateLimiter implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RequestCounters byOrganization;
    private final RequestCounters byMember;
    private final RequestCounters byAddress;
    private final RequestCounters unauthenticated;
    private final BackgroundTask task;

    private RateLimiter(RateLimits limits, BackgroundTasks tasks) {
        RequestRate perAddress = new RequestRate(limits.perAddress(), Window.MINUTE);
        byOrganization = counts(
                limits,
                new Quota(
                        "organization",
                        new RequestRate(limits.perHour(), Window.HOUR),
                        new RequestRate(limits.perMinute(), Window.MINUTE)));
        byMember = counts(limits, new Quota("member", new RequestRate(limits.perMember(), Window.MINUTE)));
        byAddress = counts(limits, new Quota("address", perAddress));
        // Counted on each node separately: unauthenticated requests must not load the database.
        unauthenticated = new LocalCounters(new Quota("unauthenticated", perAddress), TimeMeter.SYSTEM_MILLISECONDS);
        task = tasks.start("rate-limits", PAUSE, heartbeat -> all().forEach(RequestCounters::tidy));
    }

    /** Starts a rate limiter and its background cleanup. */
    public static RateLimiter start(RateLimits limits, BackgroundTasks tasks) {
        return new RateLimiter(limits, tasks);
    }

    private static RequestCounters counts(RateLimits limits, Quota quota) {
        TimeMeter time = TimeMeter.SYSTEM_MILLISECONDS;
        return limits.shared() == null
                ? new LocalCounters(quota, time)
                : new SharedCounters(quota, new SharedBuckets(limits.shared(), time), time);
    }

    /**
     * Counts an admitted request and sets the rate-limit headers of the response.
     *
     * @param caller null when the route needs no token and the request has none
     * @param client the address of the client
     * @throws Refusal when the request exceeds its rate limit
     * @throws ContactsFailure.Unavailable when the shared counters cannot be reached
     */
    public void count(
            LimitScope limit, @Nullable Caller caller, InetAddress client, BiConsumer<String, String> headers) {
        setHeaders(status(limit, caller, client), headers);
    }

    /**
     * Counts an unauthenticated request by its address. It does not count against any organization.
     *
     * @throws Refusal when the request exceeds its rate limit
     */
    public void countUnauthenticated(InetAddress client, BiConsumer<String, String> headers) {
        setHeaders(unauthenticated.count(ClientAddresses.nameOf(client)), headers);
    }

    private QuotaStatus status(LimitScope limit, @Nullable Caller caller, InetAddress client) {
        return switch (limit) {
            case ORGANIZATION ->
                caller == null
                        ? byAddress.count(ClientAddresses.nameOf(client))
                        : byOrganization.count(caller.organization().value());
            case MEMBER ->
                byMember.count(
                        caller == null
                                ? ClientAddresses.nameOf(client)
                                : caller.organization().value()
                                        + '\n'
                                        + caller.member().value());
            case ADDRESS -> byAddress.count(ClientAddresses.nameOf(client));
        };
    }

    private static void setHeaders(QuotaStatus status, BiConsumer<String, String> headers) {
        headers.accept("X-RateLimit-Limit", String.valueOf(status.limit()));
        headers.accept("X-RateLimit-Remaining", String.valueOf(status.remaining()));
        headers.accept("X-RateLimit-Reset", String.valueOf(status.reset()));
        status.check();
    }

    private List<RequestCounters> all() {
        return List.of(byOrganization, byMember, byAddress, unauthenticated);
    }

    /** Stops the cleanup and returns the unused tokens of this node to the shared buckets. */
    @Override
    public void close() {
        task.close();
        all().forEach(RequestCounters::close);
    }
}
