package org.contacts4j.http.scenario;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.webhook.RetrySchedule;
import org.contacts4j.http.ContactsHttpServer;
import org.contacts4j.http.DialectPorts;
import org.contacts4j.http.HttpSettings;
import org.contacts4j.http.Readiness;
import org.contacts4j.http.TokenKeys;
import org.contacts4j.http.WebhookSettings;
import org.contacts4j.http.limit.RateLimits;
import org.contacts4j.http.network.Network;
import org.jspecify.annotations.Nullable;

/** A server on a free port, and clients of it. */
public final class RunningApi implements AutoCloseable {

    static {
        // Shorter than the server waits: a connection must not be used at the moment the server lets go of it.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }

    /** Receivers of tests are on this machine; nobody waits long for one. */
    private static final WebhookSettings WEBHOOKS = new WebhookSettings(
            Network.parse("127.0.0.0/8").stream().toList(),
            new RetrySchedule(List.of(Duration.ofMillis(200), Duration.ofMillis(500))),
            Duration.ofSeconds(2));

    /** Whose contacts anybody may read, create and change where a dialect has public routes; nobody's newcomers'. */
    public static final List<OrganizationId> OPEN = List.of(
            new OrganizationId("open_1_" + UUID.randomUUID()), new OrganizationId("open_2_" + UUID.randomUUID()));

    private final ContactsHttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private RunningApi(ContactsHttpServer server) {
        this.server = server;
    }

    public static RunningApi over(Contacts4J contacts4j) {
        return over(contacts4j, settings(TokenKeys.secret(TestTokens.SECRET)));
    }

    public static RunningApi over(Contacts4J contacts4j, HttpSettings settings) {
        return with(ContactsHttpServer.start(contacts4j, settings));
    }

    /** This server, which is closed together with its clients. */
    public static RunningApi with(ContactsHttpServer server) {
        return new RunningApi(server);
    }

    /** The settings of servers in tests. */
    public static HttpSettings settings(TokenKeys keys) {
        return settings(keys, null, DialectPorts.USUAL);
    }

    /** The same, where callers may ask only so often and dialects are served somewhere. */
    public static HttpSettings settings(TokenKeys keys, @Nullable RateLimits limits, DialectPorts dialectPorts) {
        byte[] cursorKey = "cursors are signed with this key".getBytes(StandardCharsets.UTF_8);
        Readiness ready = () -> List.of(new Readiness.Check("database", true));
        return new HttpSettings(
                "127.0.0.1", 0, keys, null, null, OPEN, cursorKey, ready, "test", WEBHOOKS, limits, dialectPorts);
    }

    public int port() {
        return server.port();
    }

    /** A client that shows nothing, at the port where this API is served. */
    public ApiClient anonymousAt(String api) {
        int port = server.apis().stream()
                .filter(served -> served.name().equals(api))
                .findFirst()
                .orElseThrow()
                .port();
        return new ApiClient(http, URI.create("http://127.0.0.1:" + port));
    }

    /** Every route that the server has, as {@code GET /path/{parameter}}. */
    Set<String> routes() {
        return server.routes();
    }

    /** A client that shows nothing. */
    public ApiClient anonymous() {
        return new ApiClient(http, URI.create("http://127.0.0.1:" + port()));
    }

    /** A member of an organisation that nobody else is in. */
    public ApiClient newcomer() {
        return member("org_" + UUID.randomUUID());
    }

    /** The administrator of an organisation that nobody else is in. */
    public ApiClient newAdmin() {
        return with(TestTokens.of("org_" + UUID.randomUUID()).with("role", "admin"));
    }

    /** A member of this organisation. */
    public ApiClient member(String organization) {
        return with(TestTokens.of(organization));
    }

    public ApiClient with(TestTokens token) {
        return anonymous().with("Authorization", "Bearer " + token.signed());
    }

    @Override
    public void close() {
        server.close();
    }
}
