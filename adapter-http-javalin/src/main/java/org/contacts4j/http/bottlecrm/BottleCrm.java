package org.contacts4j.http.bottlecrm;

import java.util.List;
import java.util.Set;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.auth.Credentials;
import org.contacts4j.http.dialect.Dialect;
import org.contacts4j.http.server.body.Form;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.request.MediaTypes;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.route.Routes;

/**
 * The dialect of BottleCRM (Django-CRM) 0.10 at {@code /api/contacts/}. Where BottleCRM's API guide and its clients
 * expect different responses, the dialect sends members for both.
 */
public final class BottleCrm implements Dialect {

    static final String ROOT = "/api/contacts";

    /** The header that only the classic web client sends. That client accepts only JSON responses. */
    static final String CLASSIC_CLIENT_HEADER = "org";

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final Contacts4J contacts4j;

    public BottleCrm(Contacts4J contacts4j) {
        this.contacts4j = contacts4j;
    }

    @Override
    public String name() {
        return "bottlecrm";
    }

    @Override
    public List<String> roots() {
        return List.of(ROOT);
    }

    @Override
    public Credentials credentials() {
        return new Credentials(
                List.of("Bearer", "jwt"),
                List.of(),
                List.of("organization-id", CLASSIC_CLIENT_HEADER, "X-Organization-ID"),
                false);
    }

    @Override
    public ErrorFormat errorFormat() {
        return new BottleCrmErrorFormat();
    }

    @Override
    public void addTo(Routes routes) {
        Users users = new Users(contacts4j.members());
        Routes contacts = routes.under(ROOT);
        new CommentRoutes(contacts4j.comments()).addTo(contacts);
        new AttachmentRoutes(contacts4j).addTo(contacts);
        new ContactRoutes(contacts4j, users).addTo(contacts);
    }

    @Override
    public long fileLimit(RequestHead request) {
        boolean form =
                WITH_BODY.contains(request.method()) && request.mediaType().equals(MediaTypes.MULTIPART);
        return form ? contacts4j.attachmentLimits().maxFileBytes() + Form.MAX_OVERHEAD : 0;
    }

    @Override
    public boolean reads(RequestHead request) {
        return request.mediaType().equals(MediaTypes.FORM) || Dialect.super.reads(request);
    }
}
