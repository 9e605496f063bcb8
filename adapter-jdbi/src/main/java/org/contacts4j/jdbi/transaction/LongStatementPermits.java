package org.contacts4j.jdbi.transaction;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.transaction.FairSemaphore.Limits;

/**
 * Limits the long statements that run at once, for each organization and in total. Other work uses the remaining
 * connections, so that it does not wait for long statements.
 */
public final class LongStatementPermits {

    /** The kinds of long statements. Each kind has its own permits. */
    public enum LongStatement {
        /** An index finds the rows, or most rows match; usually a few milliseconds, rarely a second. */
        SEARCH("This list takes long, and other lists of your organization are still being read. Try again."),
        /** No index finds the rows; takes seconds for a million contacts. */
        SCAN(
                "This search reads every contact, and other such searches of your organization are still running. Narrow it"
                        + " by a tag, a name, an e-mail address or a date, or try again."),
        /** A change of all contacts that share a property, such as a tag. */
        CHANGE("Another change of many contacts of your organization is still running. Try again.");

        private final String refusal;

        LongStatement(String refusal) {
            this.refusal = refusal;
        }
    }

    private static final long WAIT_MILLIS = 3_000;

    /** A wait of this length is not noticeable. */
    private static final long QUICK_MILLIS = 30;

    /** The limit of waiting threads behind slow work, so that threads remain for the organization's short requests. */
    private static final int WAITING = 5;

    private static final long SLOW_MILLIS = 500;

    private final Map<LongStatement, FairSemaphore> permits = new EnumMap<>(LongStatement.class);

    private LongStatementPermits(int all) {
        Limits limits = new Limits(all, Math.max(1, all / 2), QUICK_MILLIS, WAITING, SLOW_MILLIS, WAIT_MILLIS);
        for (LongStatement statement : LongStatement.values()) {
            permits.put(statement, new FairSemaphore(limits, statement.refusal));
        }
    }

    /**
     * Returns the permits for a connection pool. Each kind has half as many permits as there are processors, and at
     * least two. An organization takes at most half of them while its work is long, so that another organization need
     * not wait. A kind has at most a quarter of the pool, so the three kinds leave a quarter of it free.
     */
    public static LongStatementPermits of(int connections, int processors) {
        return new LongStatementPermits(Math.max(1, Math.min(Math.max(2, processors / 2), connections / 4)));
    }

    FairSemaphore.Permit acquire(LongStatement statement, OrganizationId organization) {
        return permits(statement).acquire(organization);
    }

    /** Returns a permit; empty when the caller would have to wait. */
    Optional<FairSemaphore.Permit> tryAcquire(LongStatement statement, OrganizationId organization) {
        return permits(statement).tryAcquire(organization);
    }

    FairSemaphore permits(LongStatement statement) {
        return Objects.requireNonNull(permits.get(statement));
    }
}
