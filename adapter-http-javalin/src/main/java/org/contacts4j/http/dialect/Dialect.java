package org.contacts4j.http.dialect;

import java.util.List;
import org.contacts4j.http.auth.Credentials;
import org.contacts4j.http.limit.LimitScope;
import org.contacts4j.http.server.Bodies;
import org.contacts4j.http.server.BodyPlan;
import org.contacts4j.http.server.ErrorFormat;
import org.contacts4j.http.server.RequestHead;
import org.contacts4j.http.server.Routes;

/**
 * One API over the services: its paths, how its callers show who they are, its routes, and its words for what goes wrong.
 * A dialect translates and decides nothing: rules are the domain's, and what it cannot say to the domain it keeps in the
 * {@code extensions} of a contact.
 */
public interface Dialect {

    /** What operators call it, in settings and reports, such as {@code bottlecrm}; in lower case. */
    String name();

    /** The paths at and below which everything is this dialect's, such as {@code /api/contacts}. */
    List<String> roots();

    /** How its callers show who they are. Every route asks, but for those that {@linkplain #isOpen are open}. */
    Credentials credentials();

    /** Its words for whatever goes wrong at its paths, be it in a route or before one is reached. */
    ErrorFormat wording();

    /** Adds its routes. Literal paths come first: the first that matches is taken, with a slash at its end or without. */
    void addTo(Routes routes);

    /**
     * Whether anybody may ask this: no token is wanted. One that is sent all the same is checked, and refused when it does
     * not hold, so that whoever shows who they are is known to the route.
     */
    default boolean isOpen(RequestHead request) {
        return false;
    }

    /** With whose requests this one is counted, and so how often it may be sent. */
    default LimitScope limit(RequestHead request) {
        return LimitScope.ORGANIZATION;
    }

    /** The most bytes of a large body, which is kept in a file until the request is answered; 0 for an ordinary one. */
    default long fileLimit(RequestHead request) {
        return 0;
    }

    /** Whether its routes read ordinary bodies of this media type. Others are left unread, and answered 415. */
    default boolean reads(RequestHead request) {
        return Bodies.isJson(request.header("Content-Type"));
    }

    /** What to do with the body of a request that one of its routes answers. */
    default BodyPlan bodyOf(RequestHead request, String organization) {
        long fileLimit = fileLimit(request);
        if (fileLimit > 0) {
            return new BodyPlan.InFile(organization, fileLimit);
        }
        return new BodyPlan.InMemory(organization, reads(request));
    }
}
