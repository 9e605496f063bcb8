package org.contacts4j.http.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.member.Member.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A token whose signature and claims are valid.
 *
 * @param profile the name and email address of the member
 * @param memberships at least one
 * @param id the id of the token ({@code jti}); null when it has none
 * @param issued seconds since the epoch; null when the token does not say
 * @param notBefore seconds since the epoch
 * @param expires seconds since the epoch
 */
record VerifiedToken(
        MemberId member,
        Profile profile,
        List<Membership> memberships,
        @Nullable String id,
        @Nullable Long issued,
        long notBefore,
        long expires) {

    /** The tolerated difference to the issuer's clock. */
    private static final long SKEW_SECONDS = 30;

    boolean hasExpired(long now) {
        return now >= expires + SKEW_SECONDS;
    }

    boolean isTooEarly(long now) {
        return now < notBefore - SKEW_SECONDS;
    }

    /** Returns whether the token lives longer than {@code max} from its issue, or from now if that is earlier. */
    boolean livesLongerThan(Duration max, long now) {
        long soonest = now + SKEW_SECONDS;
        long start = issued == null ? soonest : Math.min(issued, soonest);
        return expires - start > max.toSeconds();
    }

    /** Returns the time of the issue; null when the token does not say. */
    @Nullable
    Instant issuedAt() {
        return issued == null ? null : Instant.ofEpochSecond(issued);
    }
}
