package org.contacts4j.http;

import java.util.List;
import java.util.function.Function;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.background.DaemonThreads;

/**
 * Preloads the classes of the server by wiring one that never listens.
 *
 * <p>Class loading dominates startup time. One processor loads the classes of the HTTP server while another loads the
 * classes of the database.
 */
public final class ClassPreloading {

    private static final HttpSettings SETTINGS = new HttpSettings(
            "localhost",
            0,
            TokenKeys.secret("known to everybody, and trusted by nobody"),
            null,
            null,
            null,
            List.of(),
            new byte[32],
            List::of,
            "",
            List.of(),
            null,
            DialectPorts.DEFAULT,
            false);

    private ClassPreloading() {}

    /** Starts preloading on a daemon thread. Callers do not need to wait for it. */
    public static void begin() {
        DaemonThreads.named("class-preloading").newThread(ClassPreloading::run).start();
    }

    private static void run() {
        Contacts4J contacts4j = Contacts4J.builder(new NoStore()).build();
        ContactsHttpServer.wired(contacts4j, SETTINGS, ContactsHttpServer.dialects(contacts4j, SETTINGS));
    }

    /** A store that the preloading never uses. */
    private static final class NoStore implements Store {

        @Override
        public <T> T read(Function<Transaction, T> work) {
            throw new IllegalStateException();
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            throw new IllegalStateException();
        }
    }
}
