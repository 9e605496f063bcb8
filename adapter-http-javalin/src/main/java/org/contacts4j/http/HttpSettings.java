package org.contacts4j.http;

import java.time.Duration;
import java.util.List;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.network.Network;
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
 * @param maxTokenLifetime the maximum time from the {@code iat} of a token to its {@code exp}; null accepts any
 * @param publicOrganizations the organizations whose contacts unauthenticated callers may read, create and change where
 * a dialect has public routes
 * @param cursorKey the key that signs cursors; every node needs the same key to accept the cursors of other nodes
 * @param version the version that {@code /info} reports
 * @param trustedProxies the networks of proxies whose forwarding headers are trusted
 * @param limits the rate limits of callers; null disables rate limiting
 * @param dialectPorts the dialects that have their own port or are not served
 * @param requestLog whether each request is logged, without personal data
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpSettings(
        String host,
        int port,
        TokenKeys keys,
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable Duration maxTokenLifetime,
        List<OrganizationId> publicOrganizations,
        byte[] cursorKey,
        Readiness readiness,
        String version,
        List<Network> trustedProxies,
        @Nullable RateLimits limits,
        DialectPorts dialectPorts,
        boolean requestLog) {

    public HttpSettings {
        publicOrganizations = List.copyOf(publicOrganizations);
        trustedProxies = List.copyOf(trustedProxies);
    }
}
