package org.contacts4j.application.idempotency;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stored about a request with an idempotency key.
 *
 * @param claim identifies the attempt that may answer the request
 * @param claimedUntil when another attempt may claim the request, unless it is answered
 * @param createdAt when the request was claimed first
 * @param answer null while the request is not answered
 */
public record IdempotencyRecord(
        RepeatableRequest request,
        UUID claim,
        Instant claimedUntil,
        Instant createdAt,
        @Nullable RecordedAnswer answer) {}
