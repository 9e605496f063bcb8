package org.contacts4j.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to send a delivery.
 *
 * @param at the start of the attempt
 * @param took the duration of the attempt
 * @param status the HTTP status of the response; null if there was none
 * @param error null if the receiver accepted the delivery
 * @param retryAfter the delay that the receiver requests before the next attempt; null if none
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

    /** Returns whether the receiver answered 410 Gone, which ends the subscription. */
    boolean isGone() {
        return status != null && status == GONE;
    }

    Instant end() {
        return at.plus(took);
    }

    /** Returns a human-readable reason, such as {@code status 503} or {@code timeout}. */
    String reason() {
        return status == null || error == null ? String.valueOf(error).toLowerCase(Locale.ROOT) : "status " + status;
    }
}
