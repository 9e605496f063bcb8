package org.contacts4j.http.server;

import java.time.Duration;
import java.util.Locale;

/** So many calls in each minute or hour. */
public record RequestRate(int calls, Window window) {

    /** What calls are counted by. It begins with the first of them, and the next one after it. */
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

    /** Such as {@code 60 per 1 minute}. */
    public String inWords() {
        return calls + " per 1 " + window.name().toLowerCase(Locale.ROOT);
    }
}
