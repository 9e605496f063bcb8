package org.contacts4j.bootstrap;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.bootstrap.folder.PrivateFolder;
import org.contacts4j.bootstrap.settings.Attachments;
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
    private final ContactsHttpServer server;
    private final ImportWorker imports;
    private final BackgroundTask contentSweep;
    private final WebhookSender webhooks;

    private Application(Config config, JdbiStore store) {
        this.store = store;
        Contacts4J contacts4j = contacts4j(config, store);
        BackgroundTasks tasks = new BackgroundTasks(Clock.systemUTC());
        server = ContactsHttpServer.start(contacts4j, settings(config, store, tasks));
        imports = ImportWorker.start(contacts4j.importQueue(), contacts4j.importJobs(), tasks);
        contentSweep = contacts4j.contentSweep().start(tasks);
        webhooks = WebhookSender.start(contacts4j, config.webhooks(), tasks);
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

    private static Contacts4J contacts4j(Config config, JdbiStore store) {
        Attachments attachments = config.attachments();
        return Contacts4J.over(
                store,
                null,
                attachments.contents(store),
                attachments.limits(),
                config.emails(),
                Clock.systemUTC(),
                new SecureRandom());
    }

    private static HttpSettings settings(Config config, JdbiStore store, BackgroundTasks tasks) {
        return new HttpSettings(
                config.host(),
                config.port(),
                config.signing().keys(),
                config.issuer(),
                config.audience(),
                config.publicOrganizations(),
                store.sharedSecret("cursor"),
                new StoreReadiness(store),
                Version.CURRENT,
                tasks,
                limits(config, store),
                config.dialectPorts());
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

    /** Stops the background work, waits for the requests in flight, then closes the database. */
    @Override
    public void close() {
        try {
            imports.close();
            contentSweep.close();
            server.close();
            webhooks.close();
        } finally {
            store.close();
        }
    }
}
