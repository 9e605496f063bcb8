package org.contacts4j.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.http.ContactsHttpServer;
import org.contacts4j.http.DialectPorts;
import org.contacts4j.http.HttpSettings;
import org.contacts4j.http.TokenKeys;
import org.contacts4j.http.limit.RateLimits;
import org.contacts4j.inmemory.InMemoryStore;

/** Contacts4J over HTTP on an in-memory store, which leaves only the work of the APIs to measure. */
final class MemoryServer {

    private static final int NEVER_TOO_MANY = 1_000_000_000;

    private MemoryServer() {}

    /**
     * Starts the server on a free local port and prints its URL.
     *
     * @param args organization, seed and number of the contacts
     */
    public static void main(String[] args) {
        Store store = new InMemoryStore();
        fill(
                store,
                new GeneratedContacts(new OrganizationId(args[0]), Long.parseLong(args[1]), Integer.parseInt(args[2])));
        Contacts4J contacts4j = Contacts4J.builder(store).build();
        ContactsHttpServer server = ContactsHttpServer.start(contacts4j, settings());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("In memory ready at http://127.0.0.1:" + server.port());
    }

    private static void fill(Store store, GeneratedContacts contacts) {
        store.write(tx -> {
            for (int n = 0; n < contacts.companies(); n++) {
                tx.companies().insert(contacts.organization(), contacts.company(n));
            }
            for (int n = 0; n < contacts.count(); n++) {
                Contact contact = contacts.contact(n);
                tx.contacts()
                        .insert(
                                contacts.organization(),
                                contact,
                                ContactEvent.created(contact.id().value(), contact));
            }
            return contacts.count();
        });
    }

    private static HttpSettings settings() {
        return new HttpSettings(
                "127.0.0.1",
                0,
                TokenKeys.secret(Token.SECRET),
                null,
                null,
                null,
                List.of(),
                "signs no cursor here".getBytes(StandardCharsets.UTF_8),
                List::of,
                "benchmark",
                List.of(),
                new RateLimits(NEVER_TOO_MANY, NEVER_TOO_MANY, NEVER_TOO_MANY, NEVER_TOO_MANY, null),
                DialectPorts.DEFAULT,
                false);
    }
}
