package org.contacts4j.http.repzo;

import java.util.List;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.auth.Credentials;
import org.contacts4j.http.dialect.Dialect;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.route.Routes;

/**
 * The dialect of Repzo's Client Contact API 1.0.0. It is served at {@code /client-contact}, which the SDK calls, and at
 * {@code /v1/client-contact}, as on Repzo's API page.
 */
public final class Repzo implements Dialect {

    /** The header in which the SDK sends its token. Repzo's API page does not mention it. */
    static final String API_KEY = "api-key";

    private static final List<String> ROOTS = List.of("/client-contact", "/v1/client-contact");

    private final Contacts4J contacts4j;

    public Repzo(Contacts4J contacts4j) {
        this.contacts4j = contacts4j;
    }

    @Override
    public String name() {
        return "repzo";
    }

    @Override
    public List<String> roots() {
        return ROOTS;
    }

    /**
     * Accepts a token without a scheme, since the SDK sends a refreshed token so. With a token for several
     * organizations, the first one counts.
     */
    @Override
    public Credentials credentials() {
        return new Credentials(List.of("Bearer", ""), List.of(API_KEY), List.of(), false);
    }

    @Override
    public ErrorFormat errorFormat() {
        return new RepzoErrorFormat();
    }

    @Override
    public void addTo(Routes routes) {
        ContactRoutes contacts = new ContactRoutes(contacts4j.contacts());
        ROOTS.forEach(root -> contacts.addTo(routes.under(root)));
    }
}
