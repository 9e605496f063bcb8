package org.contacts4j.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The signing secrets of a webhook. After a rotation, deliveries carry two signatures for a limited time, so that the
 * receiver can change to the new secret.
 *
 * @param previous the previous secret; null if there is none
 * @param previousUntil the end of the time in which the previous secret also signs; null if there is none
 */
public record SigningSecrets(
        SigningSecret current,
        @Nullable SigningSecret previous,
        @Nullable Instant previousUntil) {

    /** The time after a rotation in which the previous secret also signs. */
    static final Duration OVERLAP = Duration.ofDays(1);

    static SigningSecrets first(SigningSecret secret) {
        return new SigningSecrets(secret, null, null);
    }

    SigningSecrets rotatedTo(SigningSecret next, Instant at) {
        return new SigningSecrets(next, current, at.plus(OVERLAP));
    }

    /** Returns the signatures of a delivery at this time, separated by a space; the current secret's comes first. */
    public String sign(String messageId, Instant at, byte[] body) {
        boolean both = previous != null && previousUntil != null && at.isBefore(previousUntil);
        List<SigningSecret> signing = both ? List.of(current, previous) : List.of(current);
        return signing.stream()
                .map(secret -> secret.sign(messageId, at.getEpochSecond(), body))
                .collect(Collectors.joining(" "));
    }
}
