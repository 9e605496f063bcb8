package org.contacts4j.http;

import java.util.List;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.http.limit.RateLimits;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a server.
 *
 * @param host the name or address to listen on
 * @param port the port to listen on; 0 picks a free port
 * @param keys the keys that verify tokens
 * @param issuer the required {@code iss} claim of tokens; null accepts any issuer
 * @param audience the required {@code aud} claim of tokens; null accepts any audience
 * @param publicOrganizations the organizations whose contacts unauthenticated callers may read, create and change where
 * a dialect has public routes
 * @param cursorKey the key that signs cursors; every node needs the same key to accept the cursors of other nodes
 * @param version the version that {@code /info} reports
 * @param limits the rate limits of callers; null disables rate limiting
 * @param dialectPorts the dialects that have their own port or are not served
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpSettings(
        String host,
        int port,
        TokenKeys keys,
        @Nullable String issuer,
        @Nullable String audience,
        List<OrganizationId> publicOrganizations,
        byte[] cursorKey,
        Readiness readiness,
        String version,
        @Nullable RateLimits limits,
        DialectPorts dialectPorts) {

    public HttpSettings {
        publicOrganizations = List.copyOf(publicOrganizations);
    }
}
