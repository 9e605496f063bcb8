package org.contacts4j.bootstrap;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.http.scenario.ApiClient;

/** Clients of a server in another process, with tokens that are signed with its secret. */
final class Clients {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private Clients() {}

    /** Returns a client for a member of the organization {@code acme}. */
    static ApiClient of(ServerProcess server, String secret) throws IOException {
        return of(server, secret, "acme");
    }

    /** Returns a client for a member of this organization. */
    static ApiClient of(ServerProcess server, String secret, String organization) throws IOException {
        return ApiClient.of(server.url()).withToken(token(secret, organization, Role.MEMBER));
    }

    /** Returns a token for a caller of this organization who sees all contacts. */
    static String token(String secret, String organization, Role role) {
        Caller caller = new Caller(new OrganizationId(organization), new MemberId("ada"), role, DataScope.ALL);
        return new TokenSigner(secret, null, null, Clock.systemUTC()).sign(caller, LIFETIME);
    }
}
