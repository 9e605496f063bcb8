package org.contacts4j.http.limit;

/** The requests of everybody who has one kind of {@link Quota}. */
interface RequestCounters extends AutoCloseable {

    /** Counts a request, unless it is too much. */
    QuotaStatus count(String who);

    /** Forgets who has not been here for long; to be called every second. */
    void tidy();

    @Override
    default void close() {}
}
