package org.contacts4j.jdbi.transaction;

import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.transaction.LongStatementPermits.LongStatement;

/**
 * Thrown when work in a transaction needs a permit that is not free. The rollback releases the connection and the
 * locks, and the work runs again once it has the permit.
 */
@SuppressWarnings("serial") // never serialized
public final class PermitUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final LongStatement statement;
    private final OrganizationId organization;

    PermitUnavailable(LongStatement statement, OrganizationId organization) {
        super(null, null, false, false);
        this.statement = statement;
        this.organization = organization;
    }

    /** Waits until the unit of work has the permit. */
    public void acquire(UnitOfWork unitOfWork) {
        unitOfWork.acquire(statement, organization);
    }
}
