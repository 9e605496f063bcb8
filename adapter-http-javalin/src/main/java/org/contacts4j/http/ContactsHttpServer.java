package org.contacts4j.http;

import io.javalin.Javalin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.auth.access.ApiKeyVerifier;
import org.contacts4j.http.auth.audit.RequestAudit;
import org.contacts4j.http.bottlecrm.BottleCrm;
import org.contacts4j.http.dialect.Dialect;
import org.contacts4j.http.limit.RateLimiter;
import org.contacts4j.http.repzo.Repzo;
import org.contacts4j.http.spn.Spn;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server: the canonical API, and its dialects at their own paths. It runs no background work: an
 * application starts imports, the deletion of attachment content and the delivery of webhooks itself.
 */
public final class ContactsHttpServer implements AutoCloseable {

    private final Javalin app;
    private final List<ServedApi> apis;
    private final @Nullable RateLimiter limiter;
    private final ApiKeyVerifier keys;
    private final RequestAudit audit;

    private ContactsHttpServer(HttpWiring listening) {
        this.app = listening.app;
        this.apis = listening.apis();
        this.limiter = listening.limiter;
        this.keys = listening.keys;
        this.audit = listening.audit;
    }

    /**
     * Starts a server that listens on the configured ports.
     *
     * @throws PortInUse when the server cannot listen on the configured host and port
     * @throws UnknownDialect when the settings name an unknown dialect
     */
    public static ContactsHttpServer start(Contacts4J contacts4j, HttpSettings settings) {
        return start(contacts4j, settings, dialects(contacts4j, settings));
    }

    /** Returns all dialects except the canonical API. */
    static List<Dialect> dialects(Contacts4J contacts4j, HttpSettings settings) {
        return List.of(
                new BottleCrm(contacts4j), new Repzo(contacts4j), new Spn(contacts4j, settings.publicOrganizations()));
    }

    /** Starts a server with these dialects in addition to the canonical API. */
    static ContactsHttpServer start(Contacts4J contacts4j, HttpSettings settings, List<Dialect> dialects) {
        settings.dialectPorts().check(dialects.stream().map(Dialect::name).toList());
        return new ContactsHttpServer(wired(contacts4j, settings, dialects).listen());
    }

    /** Returns the wiring of a server that does not listen yet. */
    static HttpWiring wired(Contacts4J contacts4j, HttpSettings settings, List<Dialect> dialects) {
        List<Dialect> open = new ArrayList<>(dialects);
        open.removeIf(dialect -> settings.dialectPorts().closed().contains(dialect.name()));
        open.add(0, new CanonicalApi(contacts4j, settings));
        return new HttpWiring(contacts4j, settings, open);
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return app.port();
    }

    /** Returns the served APIs with their ports and paths, the canonical API first. */
    public List<ServedApi> apis() {
        return apis;
    }

    /** Rejects new requests and returns when the requests in flight are finished, after 10 seconds at the latest. */
    @Override
    public void close() {
        app.stop();
        keys.close();
        audit.close();
        if (limiter != null) {
            limiter.close();
        }
    }

    /** Returns all routes in the form {@code GET /path/{parameter}}. */
    public Set<String> routes() {
        return app.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method + " " + endpoint.path)
                .collect(Collectors.toSet());
    }
}
