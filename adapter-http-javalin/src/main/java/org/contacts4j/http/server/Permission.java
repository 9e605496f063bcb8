package org.contacts4j.http.server;

import io.javalin.security.RouteRole;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.organization.Caller;

/** What a route requires of its callers. Checked before the request's body is received. */
@FunctionalInterface
public interface Permission extends RouteRole {

    /** Every caller may use the route. */
    Permission READ = caller -> {};

    /** Callers who may only read are refused. */
    Permission WRITE = Caller::mustBeAbleToWrite;

    /**
     * Checks that the caller may use the route.
     *
     * @throws ContactsFailure.Forbidden when the caller may not
     */
    void check(Caller caller);

    /** Whether the caller may use the route. */
    default boolean allows(Caller caller) {
        try {
            check(caller);
            return true;
        } catch (ContactsFailure.Forbidden forbidden) {
            return false;
        }
    }
}
