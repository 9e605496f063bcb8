package org.contacts4j.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Contacts4JBuilder;
import org.contacts4j.application.Worker;
import org.contacts4j.application.Workers;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.bootstrap.control.ControlServer;
import org.contacts4j.bootstrap.control.PausableContents;
import org.contacts4j.bootstrap.folder.PrivateFolder;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.http.ClassPreloading;
import org.contacts4j.http.ContactsHttpServer;
import org.contacts4j.http.HttpSettings;
import org.contacts4j.http.ServedApi;
import org.contacts4j.http.limit.RateLimits;
import org.contacts4j.importing.ImportWorker;
import org.contacts4j.jdbi.JdbiStore;
import org.contacts4j.webhooks.WebhookSender;
import org.jspecify.annotations.Nullable;

/** The running server. This class alone wires its components. */
public final class Application implements AutoCloseable {

    private final JdbiStore store;
    private final Contacts4J contacts4j;
    private final Workers workers;
    private final ContactsHttpServer server;
    private final Optional<ControlServer> control;

    private Application(Config config, JdbiStore store) {
        this.store = store;
        PausableContents contents = new PausableContents(config.attachments().contents(store));
        this.contacts4j = contacts4j(config, store, contents);
        this.workers = Workers.of(contacts4j, workers(config));
        this.server = ContactsHttpServer.start(contacts4j, settings(config, store, workers));
        this.control = control(config, store, contents);
        workers.start();
    }

    /** Opens the database, then the port. Closes the database again when a later step fails. */
    public static Application start(Config config) {
        ClassPreloading.begin();
        if (config.usesDefaultDatabase()) {
            config.folder().prepare();
        }
        if (config.attachments().inFolder()) {
            PrivateFolder.ofAttachments(config.attachments().folder()).prepare();
        }
        JdbiStore store = JdbiStore.open(config.database());
        try {
            if (config.usesDefaultDatabase()) {
                config.folder().closeFiles();
            }
            return new Application(config, store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Contacts4J contacts4j(Config config, JdbiStore store, Contents contents) {
        Contacts4JBuilder builder = Contacts4J.builder(store)
                .attachments(contents, config.attachments().limits());
        return (config.uniqueEmails() ? builder.uniqueEmails() : builder).build();
    }

    /** Only this process can read the H2 file of the data folder while it has it open, so commands ask it to. */
    private static Optional<ControlServer> control(Config config, JdbiStore store, PausableContents contents) {
        return config.usesDefaultDatabase()
                ? ControlServer.start(config.folder(), () -> store.fileImage().orElseThrow(), contents)
                : Optional.empty();
    }

    private static Worker[] workers(Config config) {
        List<Worker> workers = new ArrayList<>(List.of(
                ImportWorker.worker(),
                Worker.attachmentCleanup(),
                Worker.idempotencyCleanup(),
                WebhookSender.worker(config.webhooks()),
                Worker.auditCleanup(config.auditRetention())));
        // Without a maximum lifetime, a revoked token may live for ever, and so does its revocation.
        if (config.maxTokenLifetime() != null) {
            workers.add(Worker.revocationCleanup(config.maxTokenLifetime()));
        }
        return workers.toArray(Worker[]::new);
    }

    private static HttpSettings settings(Config config, JdbiStore store, Workers workers) {
        return new HttpSettings(
                config.host(),
                config.port(),
                config.signing().keys(),
                config.issuer(),
                config.audience(),
                config.maxTokenLifetime(),
                config.publicOrganizations(),
                store.sharedSecret("cursor"),
                new StoreReadiness(store, workers),
                Version.CURRENT,
                config.trustedProxies(),
                limits(config, store),
                config.dialectPorts(),
                config.requestLog());
    }

    private static @Nullable RateLimits limits(Config config, JdbiStore store) {
        RateLimits limits = config.limits();
        return limits == null ? null : limits.countedBy(store.sharedStates().orElse(null));
    }

    /** Returns the served APIs with their ports; the canonical API comes first. */
    public List<ServedApi> apis() {
        return server.apis();
    }

    /** Blocks until the database fails permanently. May never return. */
    public void awaitFailure() throws InterruptedException {
        store.awaitFailure();
    }

    /** Waits for the requests in flight and the current rounds of background work, then closes the database. */
    @Override
    public void close() {
        try {
            control.ifPresent(ControlServer::close);
            server.close();
            workers.close();
        } finally {
            contacts4j.close();
        }
    }
}
