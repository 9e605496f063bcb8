package org.contacts4j.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.auth.Authentication;
import org.contacts4j.http.auth.Tokens;
import org.contacts4j.http.canonical.CanonicalFailures;
import org.contacts4j.http.canonical.Cursors;
import org.contacts4j.http.company.CompanyRoutes;
import org.contacts4j.http.contact.ContactRoutes;
import org.contacts4j.http.contact.ContactTagRoutes;
import org.contacts4j.http.contact.ContactValueRoutes;
import org.contacts4j.http.contact.SearchRoutes;
import org.contacts4j.http.customfield.CustomFieldRoutes;
import org.contacts4j.http.customfield.FolderRoutes;
import org.contacts4j.http.customvalue.CustomValueRoutes;
import org.contacts4j.http.importing.ImportJobRoutes;
import org.contacts4j.http.importing.ImportRoutes;
import org.contacts4j.http.importing.ImportWorker;
import org.contacts4j.http.link.LinkRoutes;
import org.contacts4j.http.server.Answers;
import org.contacts4j.http.server.JettySetup;
import org.contacts4j.http.server.Routes;
import org.contacts4j.http.tag.TagRoutes;
import org.contacts4j.http.view.ViewRoutes;
import org.contacts4j.http.webhook.DeliveryRoutes;
import org.contacts4j.http.webhook.WebhookRoutes;
import org.contacts4j.http.webhook.WebhookSender;
import org.eclipse.jetty.server.Request;

/** Contacts4J over HTTP: the canonical API at {@code /api/v1}. This page is all of the wiring. */
public final class ContactsHttpServer implements AutoCloseable {

    private static final String API = "/api/v1";

    private final Javalin app;
    private final ImportWorker imports;
    private final WebhookSender webhooks;

    private ContactsHttpServer(Javalin app, ImportWorker imports, WebhookSender webhooks) {
        this.app = app;
        this.imports = imports;
        this.webhooks = webhooks;
    }

    /**
     * Starts to listen.
     *
     * @throws PortInUse when it cannot listen there
     */
    public static ContactsHttpServer start(Contacts4J contacts4j, HttpSettings settings) {
        Javalin app = Javalin.create(config -> wire(config, contacts4j, settings));
        try {
            app.start(settings.host(), settings.port());
        } catch (JavalinException e) {
            app.stop();
            throw new PortInUse(settings.host(), settings.port(), e);
        }
        return new ContactsHttpServer(
                app,
                ImportWorker.start(contacts4j.importQueue(), contacts4j.importJobs()),
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

    private static void wire(JavalinConfig config, Contacts4J contacts4j, HttpSettings settings) {
        Tokens tokens =
                new Tokens(settings.keys().signatures(), settings.issuer(), settings.audience(), Clock.systemUTC());
        Authentication authentication = new Authentication(tokens);
        Cursors cursors = new Cursors(settings.cursorKey());

        config.http.defaultContentType = Answers.JSON;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        JettySetup.configure(
                config,
                request -> authentication.letsIn(request.getHeaders()::get),
                ContactsHttpServer::sendsFile,
                CanonicalFailures.TEXT);
        CanonicalFailures.render(config);

        config.routes.before(Routes::refuseInnerMethods);
        config.routes.before(API + "/*", authentication::authenticate);
        Routes api = new Routes(config.routes, API);
        new ViewRoutes(contacts4j.views()).addTo(api);
        new SearchRoutes(contacts4j.contacts(), contacts4j.filters(), cursors).addTo(api);
        new ImportRoutes(contacts4j.imports()).addTo(api);
        new ImportJobRoutes(contacts4j.importJobs()).addTo(api);
        new ContactRoutes(contacts4j.contacts(), contacts4j.finder(), cursors).addTo(api);
        new CompanyRoutes(contacts4j.companies(), cursors).addTo(api);
        new LinkRoutes(contacts4j.links()).addTo(api);
        new CustomFieldRoutes(contacts4j.customFields()).addTo(api);
        new FolderRoutes(contacts4j.customFieldFolders()).addTo(api);
        new ContactValueRoutes(contacts4j.contacts()).addTo(api);
        new ContactTagRoutes(contacts4j.tags()).addTo(api);
        new TagRoutes(contacts4j.tags()).addTo(api);
        new CustomValueRoutes(contacts4j.customValues()).addTo(api);
        new WebhookRoutes(contacts4j.webhooks()).addTo(api);
        new DeliveryRoutes(contacts4j.webhooks(), cursors).addTo(api);
        new OperatorRoutes(settings.readiness(), settings.version()).addTo(new Routes(config.routes, ""));
    }

    private static boolean sendsFile(Request request) {
        String path = Request.getPathInContext(request);
        String route = path.startsWith(API) ? path.substring(API.length()) : "";
        return ImportRoutes.takesFile(request.getMethod(), route)
                || ImportJobRoutes.takesFile(request.getMethod(), route);
    }
}
