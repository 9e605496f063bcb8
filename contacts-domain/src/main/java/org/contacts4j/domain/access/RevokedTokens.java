package org.contacts4j.domain.access;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.contacts4j.domain.id.MemberId;
import org.jspecify.annotations.Nullable;

/** The tokens that an organization refuses although they are signed and have not expired. Immutable. */
public final class RevokedTokens {

    private final Map<MemberId, Instant> subjects = new HashMap<>();
    private final Set<String> tokenIds = new HashSet<>();

    /** Returns the tokens that these revocations refuse. */
    public static RevokedTokens by(Collection<TokenRevocation> revocations) {
        RevokedTokens revoked = new RevokedTokens();
        revocations.forEach(revoked::add);
        return revoked;
    }

    private RevokedTokens() {}

    private void add(TokenRevocation revocation) {
        if (revocation.subject() != null) {
            subjects.merge(
                    revocation.subject(), revocation.revokedAt(), (one, other) -> one.isAfter(other) ? one : other);
        }
        if (revocation.tokenId() != null) {
            tokenIds.add(revocation.tokenId());
        }
    }

    /**
     * Returns whether a token is revoked.
     *
     * @param tokenId the id of the token; null if it has none
     * @param issuedAt the time it was issued; null if it does not say, and then every revocation of the subject refuses
     *     it
     */
    public boolean contain(MemberId subject, @Nullable String tokenId, @Nullable Instant issuedAt) {
        if (tokenId != null && tokenIds.contains(tokenId)) {
            return true;
        }
        @Nullable Instant revokedAt = subjects.get(subject);
        return revokedAt != null && (issuedAt == null || issuedAt.isBefore(revokedAt));
    }
}
