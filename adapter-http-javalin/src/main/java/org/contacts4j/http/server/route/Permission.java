package org.contacts4j.http.server.route;

import io.javalin.security.RouteRole;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.organization.Caller;

/** The permission that a route requires. It is checked before the body of the request is received. */
@FunctionalInterface
public interface Permission extends RouteRole {

    /** Allows every caller. */
    Permission READ = caller -> {};

    /** Allows callers that may write; rejects read-only callers. */
    Permission WRITE = Caller::requireWrite;

    /**
     * Checks that the caller may use the route.
     *
     * @throws ContactsFailure.Forbidden when the caller may not
     */
    void check(Caller caller);

    /** Returns whether the caller may use the route. */
    default boolean allows(Caller caller) {
        try {
            check(caller);
            return true;
        } catch (ContactsFailure.Forbidden forbidden) {
            return false;
        }
    }
}
