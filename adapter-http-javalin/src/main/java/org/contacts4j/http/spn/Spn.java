package org.contacts4j.http.spn;

import java.util.List;
import java.util.regex.Pattern;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.http.auth.Credentials;
import org.contacts4j.http.dialect.Dialect;
import org.contacts4j.http.limit.LimitScope;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.route.Routes;

/**
 * The dialect of SPN at {@code /contacts}. SPN's documentation lets anyone read, create and change a contact. Here this
 * applies only to the organizations that the operator lists as open, which are none by default.
 */
public final class Spn implements Dialect {

    private static final String CONTACTS = "/contacts";
    private static final String COMPANIES = "/companies";

    private static final Pattern PUBLIC = Pattern.compile("POST /contacts/?|(GET|HEAD|PATCH) /contacts/[^/]+/?");

    private final Contacts4J contacts4j;
    private final List<OrganizationId> open;

    /**
     * Creates the dialect with these open organizations. New public contacts without a company are created in the first
     * one.
     */
    public Spn(Contacts4J contacts4j, List<OrganizationId> open) {
        this.contacts4j = contacts4j;
        this.open = List.copyOf(open);
    }

    @Override
    public String name() {
        return "spn";
    }

    @Override
    public List<String> roots() {
        return List.of(CONTACTS, COMPANIES);
    }

    @Override
    public Credentials credentials() {
        return new Credentials(List.of("Bearer"), List.of(), List.of("X-Org-Id", "organization-id"), false);
    }

    @Override
    public ErrorFormat errorFormat() {
        return new SpnErrorFormat();
    }

    @Override
    public void addTo(Routes routes) {
        new ContactRoutes(contacts4j, new Callers(open)).addTo(routes.under(CONTACTS));
        new CompanyRoutes(contacts4j.companies()).addTo(routes.under(COMPANIES));
    }

    @Override
    public boolean isOpen(RequestHead request) {
        return !open.isEmpty()
                && PUBLIC.matcher(request.method() + " " + request.path()).matches();
    }

    /**
     * Counts new contacts by address, since no token is required. Counts other requests by member, or by address
     * without a token.
     */
    @Override
    public LimitScope limit(RequestHead request) {
        boolean isNewContact = request.method().equals("POST") && request.path().startsWith(CONTACTS);
        return isNewContact ? LimitScope.ADDRESS : LimitScope.MEMBER;
    }
}
