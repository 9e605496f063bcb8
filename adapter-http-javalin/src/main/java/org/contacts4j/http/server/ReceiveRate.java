package org.contacts4j.http.server;

import java.time.Duration;

/**
 * How fast a body must arrive.
 *
 * @param window how often the rate is checked
 * @param bytesInWindow the least number of bytes in each window
 * @param total how long the whole body may take
 */
record ReceiveRate(Duration window, long bytesInWindow, Duration total) {

    /** For bodies in memory: 1 KiB a second, checked every 15 seconds, and 30 seconds for the whole. */
    static final ReceiveRate IN_MEMORY = new ReceiveRate(Duration.ofSeconds(15), 15 * 1024, Duration.ofSeconds(30));

    /** For uploads: 8 KiB a second, checked every 30 seconds, and four hours for the whole. */
    static final ReceiveRate UPLOAD = new ReceiveRate(Duration.ofSeconds(30), 30 * 8 * 1024, Duration.ofHours(4));
}
