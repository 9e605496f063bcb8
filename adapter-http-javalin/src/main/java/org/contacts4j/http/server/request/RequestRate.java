package org.contacts4j.http.server.request;

import java.time.Duration;
import java.util.Locale;

/** A maximum number of requests per minute or hour. */
public record RequestRate(int calls, Window window) {

    /**
     * The interval of a rate. A window begins with its first request; the next window begins with the first request
     * after it.
     */
    public enum Window {
        MINUTE(Duration.ofMinutes(1)),
        HOUR(Duration.ofHours(1));

        private final Duration length;

        Window(Duration length) {
            this.length = length;
        }

        public Duration length() {
            return length;
        }
    }

    /** Returns the rate as text, such as {@code 60 per 1 minute}. */
    public String inWords() {
        return calls + " per 1 " + window.name().toLowerCase(Locale.ROOT);
    }
}
