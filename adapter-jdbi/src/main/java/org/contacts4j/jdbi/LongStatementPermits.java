package org.contacts4j.jdbi;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.jdbi.FairSemaphore.Limits;

/**
 * Bounds the long statements that run at once, for each organization and in all. Everything else uses the remaining
 * connections, so that it waits for none of them.
 */
final class LongStatementPermits {

    /** Kinds of long work. Each kind has its own permits. */
    enum LongStatement {
        /** An index leads to the rows, or most rows match; usually a few milliseconds, rarely a second. */
        SEARCH("This list takes long, and other lists of your organization are still being read. Try again."),
        /** No index leads to the rows: seconds for a million contacts. */
        SCAN(
                "This search reads every contact, and other such searches of your organization are still running. Narrow it"
                        + " by a tag, a name, an e-mail address or a date, or try again."),
        /** A change of all contacts that have something in common. */
        CHANGE("Another change of many contacts of your organization is still running. Try again.");

        private final String refusal;

        LongStatement(String refusal) {
            this.refusal = refusal;
        }
    }

    private static final long WAIT_MILLIS = 3_000;

    /** Nobody notices such a wait. */
    private static final long QUICK_MILLIS = 30;

    /** Behind slow work some threads are left for the organization's short requests. */
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
     * Lanes for a pool of connections. Each kind has half as many permits as there are processors, at least two: one
     * organization takes half of them while its work is long, so that another one need not wait. Three kinds leave a
     * quarter of the pool free.
     */
    static LongStatementPermits of(int connections, int processors) {
        return new LongStatementPermits(Math.max(1, Math.min(Math.max(2, processors / 2), connections / 4)));
    }

    FairSemaphore.Permit enter(LongStatement statement, OrganizationId organization) {
        return permits(statement).acquire(organization);
    }

    /** Empty when the caller would have to wait. */
    Optional<FairSemaphore.Permit> enterNow(LongStatement statement, OrganizationId organization) {
        return permits(statement).acquireNow(organization);
    }

    FairSemaphore permits(LongStatement statement) {
        return Objects.requireNonNull(permits.get(statement));
    }
}
