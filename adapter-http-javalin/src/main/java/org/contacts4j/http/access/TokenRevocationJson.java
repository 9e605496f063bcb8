package org.contacts4j.http.access;

import java.util.UUID;
import org.contacts4j.domain.access.TokenRevocation;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/** The JSON of a token revocation in the canonical API: all keys are present, null when unset. */
record TokenRevocationJson(
        UUID id, @Nullable String subject, @Nullable String jti, String revokedAt, String revokedBy) {

    static TokenRevocationJson from(TokenRevocation revocation) {
        return new TokenRevocationJson(
                revocation.id().value(),
                revocation.subject() == null ? null : revocation.subject().value(),
                revocation.tokenId(),
                Timestamps.of(revocation.revokedAt()),
                revocation.revokedBy().value());
    }
}
