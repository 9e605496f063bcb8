package org.contacts4j.http.server.request;

import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.organization.Caller;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated sender of a request, from its token. It is determined once and stored in the request.
 *
 * @param profile the name and email address of the caller
 * @param authentication the authentication that read the token; another API may read the token from another header
 * @param credential the verified token or API key
 */
public record RequestPrincipal(Caller caller, Profile profile, Object authentication, Object credential) {

    /** Request attribute: the principal. */
    public static final String OF_REQUEST = "org.contacts4j.http.sender";

    /** Returns the principal of a request that has been counted; null when it has no valid token. */
    public static @Nullable RequestPrincipal of(Request request) {
        return request.getAttribute(OF_REQUEST) instanceof RequestPrincipal sender ? sender : null;
    }
}
