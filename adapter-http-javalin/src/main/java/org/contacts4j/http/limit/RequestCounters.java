package org.contacts4j.http.limit;

/** Request counters for one {@link Quota}, by key. */
interface RequestCounters extends AutoCloseable {

    /** Counts a request, unless it exceeds the quota. */
    QuotaStatus count(String who);

    /** Evicts the counters of inactive keys. Must be called every second. */
    void tidy();

    @Override
    default void close() {}
}
