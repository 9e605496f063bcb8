package org.contacts4j.http.scenario;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Worker;
import org.contacts4j.application.Workers;
import org.contacts4j.application.background.TaskStatus;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.network.Network;
import org.contacts4j.domain.webhook.RetrySchedule;
import org.contacts4j.http.ContactsHttpServer;
import org.contacts4j.http.DialectPorts;
import org.contacts4j.http.HttpSettings;
import org.contacts4j.http.Readiness;
import org.contacts4j.http.TokenKeys;
import org.contacts4j.http.limit.RateLimits;
import org.contacts4j.importing.ImportWorker;
import org.contacts4j.webhooks.WebhookSender;
import org.contacts4j.webhooks.WebhookSettings;
import org.jspecify.annotations.Nullable;

/** A server on a free port with its background work, and its clients. */
public final class RunningApi implements AutoCloseable {

    static {
        // Shorter than the server's idle timeout: a client must not reuse a connection that the server is closing.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }

    /** Receivers in tests are on this machine. Retries and timeouts are short. */
    private static final WebhookSettings WEBHOOKS = new WebhookSettings(
            Network.parse("127.0.0.0/8").stream().toList(),
            new RetrySchedule(List.of(Duration.ofMillis(200), Duration.ofMillis(500))),
            Duration.ofSeconds(2));

    /**
     * Organizations whose contacts are open to public callers, where a dialect has public routes. Test callers of
     * {@link #newcomer} are never in one of them.
     */
    public static final List<OrganizationId> OPEN = List.of(
            new OrganizationId("open_1_" + UUID.randomUUID()), new OrganizationId("open_2_" + UUID.randomUUID()));

    private final ContactsHttpServer server;
    private final @Nullable Workers workers;
    private final Function<TestTokens, String> signing;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private RunningApi(ContactsHttpServer server, @Nullable Workers workers, Function<TestTokens, String> signing) {
        this.server = server;
        this.workers = workers;
        this.signing = signing;
    }

    public static RunningApi over(Contacts4J contacts4j) {
        return over(contacts4j, settings(TokenKeys.secret(TestTokens.SECRET)));
    }

    /** Starts a server, and all background work. */
    public static RunningApi over(Contacts4J contacts4j, HttpSettings settings) {
        Workers workers = Workers.of(
                contacts4j,
                ImportWorker.worker(),
                Worker.attachmentCleanup(),
                Worker.idempotencyCleanup(),
                WebhookSender.worker(WEBHOOKS));
        HttpSettings watching = new HttpSettings(
                settings.host(),
                settings.port(),
                settings.keys(),
                settings.issuer(),
                settings.audience(),
                settings.maxTokenLifetime(),
                settings.publicOrganizations(),
                settings.cursorKey(),
                new WatchedWorkers(settings.readiness(), workers),
                settings.version(),
                settings.trustedProxies(),
                settings.limits(),
                settings.dialectPorts(),
                settings.requestLog());
        ContactsHttpServer server = ContactsHttpServer.start(contacts4j, watching);
        return new RunningApi(server, workers.start(), TestTokens::signed);
    }

    /** Returns the API of this server, without background work. Closing it closes the server. */
    public static RunningApi with(ContactsHttpServer server) {
        return new RunningApi(server, null, TestTokens::signed);
    }

    /** Returns the settings of servers in tests. They trust the {@code X-Forwarded-For} headers of tests. */
    public static HttpSettings settings(TokenKeys keys) {
        return settings(keys, null, DialectPorts.DEFAULT);
    }

    /**
     * Returns the settings of servers with rate limits and with ports for the dialects.
     *
     * @param limits null to disable rate limits
     */
    public static HttpSettings settings(TokenKeys keys, @Nullable RateLimits limits, DialectPorts dialectPorts) {
        byte[] cursorKey = "cursors are signed with this key".getBytes(StandardCharsets.UTF_8);
        Readiness ready = () -> List.of(new Readiness.Check("database", true));
        return new HttpSettings(
                "127.0.0.1",
                0,
                keys,
                null,
                null,
                null,
                OPEN,
                cursorKey,
                ready,
                "test",
                List.of(Network.of("127.0.0.0/8")),
                limits,
                dialectPorts,
                false);
    }

    /** Returns this API with clients whose tokens are signed in another way. */
    RunningApi signing(Function<TestTokens, String> other) {
        return new RunningApi(server, workers, other);
    }

    public int port() {
        return server.port();
    }

    /** Returns a client without credentials, at the port that serves this API. */
    public ApiClient anonymousAt(String api) {
        int port = server.apis().stream()
                .filter(served -> served.name().equals(api))
                .findFirst()
                .orElseThrow()
                .port();
        return new ApiClient(http, URI.create("http://127.0.0.1:" + port));
    }

    /** Returns every route of the server, as {@code GET /path/{parameter}}. */
    public Set<String> routes() {
        return server.routes();
    }

    /** Returns a client without credentials. */
    public ApiClient anonymous() {
        return new ApiClient(http, URI.create("http://127.0.0.1:" + port()));
    }

    /** Returns a client for the only member of a new organization. */
    public ApiClient newcomer() {
        return member("org_" + UUID.randomUUID());
    }

    /** Returns a client for the administrator of a new organization. */
    public ApiClient newAdmin() {
        return with(TestTokens.of("org_" + UUID.randomUUID()).with("role", "admin"));
    }

    /** Returns a client for a member of this organization. */
    public ApiClient member(String organization) {
        return with(TestTokens.of(organization));
    }

    public ApiClient with(TestTokens token) {
        return anonymous().with("Authorization", "Bearer " + signing.apply(token));
    }

    @Override
    public void close() {
        server.close();
        if (workers != null) {
            workers.close();
        }
    }

    /** The readiness of a server, with the tasks of its background work. */
    private record WatchedWorkers(Readiness readiness, Workers workers) implements Readiness {

        @Override
        public List<Check> check() {
            return readiness.check();
        }

        @Override
        public List<TaskStatus> tasks() {
            return Stream.concat(workers.statuses().stream(), readiness.tasks().stream())
                    .toList();
        }

        @Override
        public Life life() {
            return readiness.life();
        }
    }
}
