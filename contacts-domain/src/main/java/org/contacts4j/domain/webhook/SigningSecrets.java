package org.contacts4j.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of one webhook are signed with. While a receiver changes over to a new secret, they bear two
 * signatures.
 *
 * @param previous the secret before; null when there was none
 * @param previousUntil until when that signs as well; null without one
 */
public record SigningSecrets(
        SigningSecret current,
        @Nullable SigningSecret previous,
        @Nullable Instant previousUntil) {

    /** How long the secret before signs as well. */
    static final Duration OVERLAP = Duration.ofDays(1);

    static SigningSecrets first(SigningSecret secret) {
        return new SigningSecrets(secret, null, null);
    }

    SigningSecrets rotatedTo(SigningSecret next, Instant at) {
        return new SigningSecrets(next, current, at.plus(OVERLAP));
    }

    /** All signatures that a message bears at this time, with a space between them; that of the present secret first. */
    public String sign(String messageId, Instant at, byte[] body) {
        boolean both = previous != null && previousUntil != null && at.isBefore(previousUntil);
        List<SigningSecret> signing = both ? List.of(current, previous) : List.of(current);
        return signing.stream()
                .map(secret -> secret.sign(messageId, at.getEpochSecond(), body))
                .collect(Collectors.joining(" "));
    }
}
