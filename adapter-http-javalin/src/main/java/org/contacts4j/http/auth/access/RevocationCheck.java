package org.contacts4j.http.auth.access;

import java.time.Instant;
import org.contacts4j.application.access.TokenRevocationService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.access.RevokedTokens;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Tells which tokens an organization has revoked. The revocations of an organization are read once a second while it
 * is used, so that every node refuses a revoked token within a second, without any communication between nodes.
 */
public final class RevocationCheck {

    private final TokenRevocationService service;
    private final RecentReads<OrganizationId, RevokedTokens> revoked = new RecentReads<>();

    public RevocationCheck(TokenRevocationService service) {
        this.service = service;
    }

    /**
     * Returns whether the organization has revoked a token.
     *
     * @param tokenId the id of the token; null if it has none
     * @param issuedAt the time it was issued; null if it does not say
     * @throws ContactsFailure.Unavailable when the store cannot be asked
     */
    public boolean isRevoked(
            OrganizationId organization, MemberId subject, @Nullable String tokenId, @Nullable Instant issuedAt) {
        return revoked.get(organization, () -> service.revoked(organization)).contain(subject, tokenId, issuedAt);
    }
}
