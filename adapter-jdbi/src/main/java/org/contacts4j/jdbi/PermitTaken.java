package org.contacts4j.jdbi;

import org.contacts4j.domain.OrganizationId;
import org.contacts4j.jdbi.Lanes.Lane;

/**
 * Work in a transaction needs a permit that is not free. The transaction is rolled back, which gives its connection and
 * its locks back, and the work runs again once it has the permit.
 */
@SuppressWarnings("serial") // never leaves the process
final class PermitTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Lane lane;
    private final OrganizationId organization;

    PermitTaken(Lane lane, OrganizationId organization) {
        super(null, null, false, false);
        this.lane = lane;
        this.organization = organization;
    }

    /** Waits for the permit. */
    void enter(Session session) {
        session.enter(lane, organization);
    }
}
