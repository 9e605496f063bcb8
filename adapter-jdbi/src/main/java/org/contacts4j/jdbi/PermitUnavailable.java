package org.contacts4j.jdbi;

import org.contacts4j.domain.OrganizationId;
import org.contacts4j.jdbi.LongStatementPermits.LongStatement;

/**
 * Work in a transaction needs a permit that is not free. The transaction is rolled back, which gives its connection and
 * its locks back, and the work runs again once it has the permit.
 */
@SuppressWarnings("serial") // never leaves the process
final class PermitUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final LongStatement statement;
    private final OrganizationId organization;

    PermitUnavailable(LongStatement statement, OrganizationId organization) {
        super(null, null, false, false);
        this.statement = statement;
        this.organization = organization;
    }

    /** Waits for the permit. */
    void enter(UnitOfWork unitOfWork) {
        unitOfWork.enter(statement, organization);
    }
}
