package org.contacts4j.http;

import java.util.List;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.http.limit.RateLimits;
import org.jspecify.annotations.Nullable;

/**
 * What a server is to be.
 *
 * @param host the name or address to listen on
 * @param port 0 picks a free one
 * @param keys verify the tokens
 * @param issuer the {@code iss} that tokens must have; null when it does not matter
 * @param audience the {@code aud} that tokens must have; null when it does not matter
 * @param publicOrganizations whose contacts anybody may read, create and change where a dialect has public routes
 * @param cursorKey signs cursors; the same on every node, so that one goes on where another stopped
 * @param version what {@code /info} says
 * @param webhooks how messages are sent to webhooks
 * @param limits how often callers may ask; null when they may as often as they like
 * @param dialectPorts where dialects are served
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
        WebhookSettings webhooks,
        @Nullable RateLimits limits,
        DialectPorts dialectPorts) {

    public HttpSettings {
        publicOrganizations = List.copyOf(publicOrganizations);
    }
}
