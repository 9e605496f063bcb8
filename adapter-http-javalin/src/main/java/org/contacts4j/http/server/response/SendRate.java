package org.contacts4j.http.server.response;

import java.time.Duration;

/**
 * The minimum rate at which a client must receive a download: 8 KiB a second while the server waits for the client,
 * checked after every 30 seconds of waiting. Jetty closes connections on which nothing at all moves.
 */
final class SendRate {

    private static final long WINDOW_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long BYTES_IN_WINDOW = 30 * 8 * 1024;

    private long waited;
    private long sent;
    private long waitingSince;
    private boolean isWaiting;

    /** Adds bytes that were written to the connection. */
    void add(int bytes) {
        sent += bytes;
    }

    /** Begins a wait for the client. */
    void startWaiting(long nanos) {
        waitingSince = nanos;
        isWaiting = true;
    }

    /** Ends a wait for the client, if there is one. Returns whether the client is too slow. */
    boolean isTooSlow(long nanos) {
        waited += isWaiting ? nanos - waitingSince : 0;
        isWaiting = false;
        if (waited < WINDOW_NANOS) {
            return false;
        }
        boolean tooSlow = sent < BYTES_IN_WINDOW;
        waited = 0;
        sent = 0;
        return tooSlow;
    }
}
