package org.contacts4j.http.auth;

import java.util.List;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.member.Member.Profile;

/**
 * A token whose signature and claims are valid.
 *
 * @param profile the name and email address of the member
 * @param memberships at least one
 * @param notBefore seconds since the epoch
 * @param expires seconds since the epoch
 */
record VerifiedToken(MemberId member, Profile profile, List<Membership> memberships, long notBefore, long expires) {

    /** The tolerated difference to the issuer's clock. */
    private static final long SKEW_SECONDS = 30;

    boolean hasExpired(long now) {
        return now >= expires + SKEW_SECONDS;
    }

    boolean isTooEarly(long now) {
        return now < notBefore - SKEW_SECONDS;
    }
}
