package org.contacts4j.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One try to hand a message over.
 *
 * @param at when it began
 * @param status the HTTP status of the answer; null when there was none
 * @param error null when the receiver took the message
 * @param retryAfter how long the receiver asks to be left alone; null when it does not
 */
public record Attempt(
        Instant at,
        Duration took,
        @Nullable Integer status,
        @Nullable DeliveryError error,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    public boolean succeeded() {
        return error == null;
    }

    /** Whether the receiver wants to hear nothing ever again. */
    boolean saysGone() {
        return status != null && status == GONE;
    }

    Instant end() {
        return at.plus(took);
    }

    /** Such as {@code status 503} or {@code timeout}, for a person. */
    String reason() {
        return status == null || error == null ? String.valueOf(error).toLowerCase(Locale.ROOT) : "status " + status;
    }
}
