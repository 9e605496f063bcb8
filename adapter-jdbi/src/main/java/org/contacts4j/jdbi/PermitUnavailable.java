package org.contacts4j.jdbi;

import org.contacts4j.domain.OrganizationId;
import org.contacts4j.jdbi.LongStatementPermits.LongStatement;

/**
 * Thrown when work in a transaction needs a permit that is not free. The rollback releases the connection and the
 * locks, and the work runs again once it has the permit.
 */
@SuppressWarnings("serial") // never serialized
final class PermitUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final LongStatement statement;
    private final OrganizationId organization;

    PermitUnavailable(LongStatement statement, OrganizationId organization) {
        super(null, null, false, false);
        this.statement = statement;
        this.organization = organization;
    }

    /** Waits until the unit of work has the permit. */
    void acquire(UnitOfWork unitOfWork) {
        unitOfWork.acquire(statement, organization);
    }
}
