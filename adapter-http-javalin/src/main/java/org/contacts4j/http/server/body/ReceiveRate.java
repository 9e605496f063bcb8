package org.contacts4j.http.server.body;

import java.time.Duration;

/**
 * The minimum rate at which a body must arrive.
 *
 * @param window the interval between checks
 * @param bytesInWindow the minimum number of bytes in each window
 * @param total the maximum time for the whole body
 */
record ReceiveRate(Duration window, long bytesInWindow, Duration total) {

    /** Rate of bodies in memory: 1 KiB per second, checked every 15 seconds, and 30 seconds in total. */
    static final ReceiveRate IN_MEMORY = new ReceiveRate(Duration.ofSeconds(15), 15 * 1024, Duration.ofSeconds(30));

    /** Rate of uploads: 8 KiB per second, checked every 30 seconds, and four hours in total. */
    static final ReceiveRate UPLOAD = new ReceiveRate(Duration.ofSeconds(30), 30 * 8 * 1024, Duration.ofHours(4));
}
