package org.contacts4j.http.dialect;

import java.util.List;
import org.contacts4j.http.auth.Credentials;
import org.contacts4j.http.limit.LimitScope;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.route.BodyPlan;
import org.contacts4j.http.server.route.Routes;

/**
 * A foreign API over the domain services: its paths, credentials, routes and error format. A dialect only translates
 * requests and responses. The domain makes all decisions. A dialect stores values that the domain has no field for in
 * the {@code extensions} of a contact.
 */
public interface Dialect {

    /** Returns the name of this dialect in settings and reports, in lower case, such as {@code bottlecrm}. */
    String name();

    /** Returns the paths that this dialect serves, each with everything below it, such as {@code /api/contacts}. */
    List<String> roots();

    /** Returns how callers authenticate. Every route requires a token, except where {@link #isOpen} returns true. */
    Credentials credentials();

    /**
     * Returns the format of all errors at the paths of this dialect, including errors that occur before a route runs.
     */
    ErrorFormat errorFormat();

    /**
     * Adds the routes of this dialect. Literal paths must come first, since the first match wins. A trailing slash is
     * optional.
     */
    void addTo(Routes routes);

    /**
     * Returns whether the request needs no token. A token that is sent is verified all the same: an invalid one is
     * refused, and a valid one identifies the caller to the route.
     */
    default boolean isOpen(RequestHead request) {
        return false;
    }

    /** Returns the scope in which the request is counted, and with it the rate limit that applies. */
    default LimitScope limit(RequestHead request) {
        return LimitScope.ORGANIZATION;
    }

    /**
     * Returns the maximum size in bytes of a large body, which is buffered in a file until the response is sent; 0 for
     * an ordinary body.
     */
    default long fileLimit(RequestHead request) {
        return 0;
    }

    /**
     * Returns whether the routes read ordinary bodies of this media type. Other bodies are left unread and answered
     * with 415.
     */
    default boolean reads(RequestHead request) {
        return Bodies.isJson(request.header("Content-Type"));
    }

    /** Returns how the server handles the body of a request to one of the routes of this dialect. */
    default BodyPlan bodyOf(RequestHead request, String organization) {
        long fileLimit = fileLimit(request);
        if (fileLimit > 0) {
            return new BodyPlan.InFile(organization, fileLimit);
        }
        return new BodyPlan.InMemory(organization, reads(request));
    }
}
