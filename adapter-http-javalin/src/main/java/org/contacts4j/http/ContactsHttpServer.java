package org.contacts4j.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.attachment.ContentSweeper;
import org.contacts4j.http.auth.Tokens;
import org.contacts4j.http.bottlecrm.BottleCrm;
import org.contacts4j.http.dialect.Dialect;
import org.contacts4j.http.dialect.Dialects;
import org.contacts4j.http.importing.ImportWorker;
import org.contacts4j.http.server.Answers;
import org.contacts4j.http.server.JettySetup;
import org.contacts4j.http.server.Routes;
import org.contacts4j.http.spn.Spn;
import org.contacts4j.http.webhook.WebhookSender;

/** Contacts4J over HTTP: the canonical API, and its dialects at their own paths. */
public final class ContactsHttpServer implements AutoCloseable {

    private final Javalin app;
    private final ImportWorker imports;
    private final ContentSweeper contents;
    private final WebhookSender webhooks;

    private ContactsHttpServer(Javalin app, ImportWorker imports, ContentSweeper contents, WebhookSender webhooks) {
        this.app = app;
        this.imports = imports;
        this.contents = contents;
        this.webhooks = webhooks;
    }

    /**
     * Starts to listen.
     *
     * @throws PortInUse when it cannot listen there
     */
    public static ContactsHttpServer start(Contacts4J contacts4j, HttpSettings settings) {
        return start(
                contacts4j,
                settings,
                List.of(new BottleCrm(contacts4j), new Spn(contacts4j, settings.publicOrganizations())));
    }

    /** Speaks these dialects besides the canonical API. */
    static ContactsHttpServer start(Contacts4J contacts4j, HttpSettings settings, List<Dialect> dialects) {
        List<Dialect> all = new ArrayList<>(dialects);
        all.add(0, new CanonicalApi(contacts4j, settings));
        Javalin app = Javalin.create(config -> wire(config, contacts4j, settings, all));
        try {
            app.start(settings.host(), settings.port());
        } catch (JavalinException e) {
            app.stop();
            throw new PortInUse(settings.host(), settings.port(), e);
        }
        return new ContactsHttpServer(
                app,
                ImportWorker.start(contacts4j.importQueue(), contacts4j.importJobs()),
                ContentSweeper.start(contacts4j.contentSweep()),
                WebhookSender.start(contacts4j, settings.webhooks()));
    }

    /** The port it listens on. */
    public int port() {
        return app.port();
    }

    /** Refuses new requests, and returns when those in flight are finished; after 10 seconds in any case. */
    @Override
    public void close() {
        imports.close();
        contents.close();
        app.stop();
        webhooks.close();
    }

    /** Every route, as {@code GET /path/{parameter}}. */
    public Set<String> routes() {
        return app.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method + " " + endpoint.path)
                .collect(Collectors.toSet());
    }

    private static void wire(JavalinConfig config, Contacts4J contacts4j, HttpSettings settings, List<Dialect> spoken) {
        config.http.defaultContentType = Answers.JSON;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        Tokens tokens =
                new Tokens(settings.keys().signatures(), settings.issuer(), settings.audience(), Clock.systemUTC());
        Dialects dialects = new Dialects(tokens, contacts4j.members()::signedIn, spoken);
        JettySetup.configure(config, dialects);
        dialects.addTo(config);
        new OperatorRoutes(settings.readiness(), settings.version()).addTo(new Routes(config.routes, ""));
    }
}
