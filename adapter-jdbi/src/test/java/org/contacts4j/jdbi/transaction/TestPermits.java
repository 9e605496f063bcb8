package org.contacts4j.jdbi.transaction;

import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.transaction.LongStatementPermits.LongStatement;

/** Gives tests of other packages access to the permits of long statements. */
public final class TestPermits {

    private TestPermits() {}

    /** Acquires a permit. The result releases it. */
    public static Runnable hold(LongStatementPermits permits, LongStatement statement, OrganizationId organization) {
        return permits.acquire(statement, organization)::close;
    }

    /** Returns the number of threads that wait for a permit. */
    public static int waiting(LongStatementPermits permits, LongStatement statement) {
        return permits.permits(statement).waiting();
    }

    /** Returns the number of permits granted so far. */
    public static long granted(LongStatementPermits permits, LongStatement statement) {
        return permits.permits(statement).granted();
    }
}
