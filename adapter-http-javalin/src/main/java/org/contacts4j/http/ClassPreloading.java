package org.contacts4j.http;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;

/**
 * Makes all of a server that will never listen, and throws it away. Most of a start is loading classes: those that answer
 * requests are loaded by one processor while another opens the database with its own.
 */
public final class ClassPreloading {

    private static final HttpSettings SETTINGS = new HttpSettings(
            "localhost",
            0,
            TokenKeys.secret("known to everybody, and trusted by nobody"),
            null,
            null,
            List.of(),
            new byte[32],
            List::of,
            "",
            WebhookSettings.USUAL,
            null,
            DialectPorts.USUAL);

    private ClassPreloading() {}

    /** Begins, on a thread of its own; nobody needs to wait for the end. */
    public static void begin() {
        Thread rehearsal = new Thread(ClassPreloading::run, "contacts4j-rehearsal");
        rehearsal.setDaemon(true);
        rehearsal.start();
    }

    private static void run() {
        Contacts4J contacts4j = Contacts4J.over(new NoStore(), Clock.systemUTC(), new SecureRandom());
        ContactsHttpServer.wired(contacts4j, SETTINGS, ContactsHttpServer.dialects(contacts4j, SETTINGS));
    }

    /** Is never asked. */
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
