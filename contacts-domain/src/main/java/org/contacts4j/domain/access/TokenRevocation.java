package org.contacts4j.domain.access;

import java.time.Instant;
import org.contacts4j.domain.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * The revocation of tokens in one organization: of one token by its id, or of all tokens of a member that were issued
 * before the revocation. Exactly one of the two is set.
 *
 * @param subject the member whose tokens are refused ({@code sub}); null if one token is revoked
 * @param tokenId the id of the refused token ({@code jti}); null if a member's tokens are revoked
 */
public record TokenRevocation(
        TokenRevocationId id,
        @Nullable MemberId subject,
        @Nullable String tokenId,
        Instant revokedAt,
        MemberId revokedBy) {

    /** The maximum number of revocations of an organization. Every node reads them once a second while it is used. */
    public static final int MAX_REVOCATIONS = 10_000;

    /** The maximum length of a token id. */
    public static final int MAX_TOKEN_ID = 255;

    public TokenRevocation {
        if ((subject == null) == (tokenId == null)) {
            throw new IllegalArgumentException("a revocation names a subject or a token id");
        }
    }

    /** Returns whether another revocation refuses the same tokens, apart from those issued between the two. */
    public boolean concernsSameAs(TokenRevocation other) {
        return subject == null ? tokenId != null && tokenId.equals(other.tokenId) : subject.equals(other.subject);
    }
}
