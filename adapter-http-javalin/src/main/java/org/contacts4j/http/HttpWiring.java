package org.contacts4j.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.application.background.TaskStatus;
import org.contacts4j.http.auth.Authentication;
import org.contacts4j.http.auth.TokenVerifier;
import org.contacts4j.http.auth.access.ApiKeyVerifier;
import org.contacts4j.http.auth.access.RevocationCheck;
import org.contacts4j.http.auth.audit.RequestAudit;
import org.contacts4j.http.dialect.Dialect;
import org.contacts4j.http.dialect.Dialects;
import org.contacts4j.http.limit.ClientAddresses;
import org.contacts4j.http.limit.RateLimiter;
import org.contacts4j.http.server.JettySetup;
import org.contacts4j.http.server.idempotency.IdempotentPosts;
import org.contacts4j.http.server.response.ReadPositions;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.RouteTable;
import org.contacts4j.http.server.route.Routes;
import org.eclipse.jetty.server.NetworkConnector;
import org.jspecify.annotations.Nullable;

/** The wiring of the HTTP server, from the ports to the routes. */
final class HttpWiring {

    final Javalin app;
    final @Nullable RateLimiter limiter;
    final ApiKeyVerifier keys;
    final RequestAudit audit;
    private final BackgroundTasks tasks = new BackgroundTasks(Clock.systemUTC());
    private final HttpSettings settings;
    private final List<Dialect> dialects;

    /** Wires a server with these dialects, of which the canonical API is the first. Does not listen yet. */
    HttpWiring(Contacts4J contacts4j, HttpSettings settings, List<Dialect> dialects) {
        this.settings = settings;
        this.dialects = dialects;
        this.limiter = settings.limits() == null ? null : RateLimiter.start(settings.limits(), tasks);
        this.keys = new ApiKeyVerifier(contacts4j.apiKeys(), Clock.systemUTC());
        this.audit = new RequestAudit(contacts4j.audit(), Clock.systemUTC());
        settings.keys().health().ifPresent(health -> tasks.watch(() -> List.of(health.status())));
        this.app = Javalin.create(config -> wire(config, contacts4j));
    }

    /**
     * Starts listening.
     *
     * @throws PortInUse when the server cannot listen on the configured host and port
     */
    HttpWiring listen() {
        try {
            app.start();
            keys.start(tasks);
            audit.start(tasks);
            return this;
        } catch (JavalinException e) {
            app.stop();
            if (limiter != null) {
                limiter.close();
            }
            throw new PortInUse(settings.host(), settings.port(), e);
        }
    }

    /** Returns the served APIs with their ports and paths. */
    List<ServedApi> apis() {
        return dialects.stream()
                .map(dialect -> new ServedApi(dialect.name(), portOf(connectorOf(dialect)), dialect.roots()))
                .toList();
    }

    private void wire(JavalinConfig config, Contacts4J contacts4j) {
        config.http.defaultContentType = Responses.JSON;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        TokenVerifier tokens = new TokenVerifier(
                settings.keys().signatures(),
                settings.issuer(),
                settings.audience(),
                settings.maxTokenLifetime(),
                Clock.systemUTC());
        RevocationCheck revocations = new RevocationCheck(contacts4j.tokenRevocations());
        Dialects spoken = new Dialects(
                dialects,
                this::connectorOf,
                credentials -> new Authentication(
                        tokens, keys, revocations, credentials, audit, contacts4j.members()::signedIn),
                new ClientAddresses(settings.trustedProxies()),
                audit,
                limiter,
                new RouteTable(config.unsafe.internalRouter));
        JettySetup.configure(
                config,
                spoken,
                settings.host(),
                settings.dialectPorts().connectorPorts(settings.port()),
                settings.requestLog());
        IdempotentPosts posts =
                new IdempotentPosts(contacts4j.idempotency(), spoken::errorFormatFor, settings.publicOrganizations());
        spoken.addTo(config, posts);
        config.routes.before(ctx -> ReadPositions.prepare(ctx, contacts4j::readPosition));
        new OperatorRoutes(settings.readiness(), this::taskStatuses, settings.version(), this::apis)
                .addTo(new Routes(config.routes, "", posts));
    }

    /** Returns the status of the server's own tasks and of the tasks that the readiness reports. */
    private List<TaskStatus> taskStatuses() {
        return Stream.concat(tasks.statuses().stream(), settings.readiness().tasks().stream())
                .toList();
    }

    private String connectorOf(Dialect dialect) {
        return settings.dialectPorts().connectorOf(dialect.name(), settings.port());
    }

    private int portOf(String connectorName) {
        return Arrays.stream(app.jettyServer().server().getConnectors())
                .filter(connector ->
                        Objects.requireNonNullElse(connector.getName(), "").equals(connectorName))
                .map(connector -> ((NetworkConnector) connector).getLocalPort())
                .findFirst()
                .orElseThrow();
    }
}
