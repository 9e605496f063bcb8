package org.contacts4j.jdbi;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.jdbi.FairPermits.Limits;

/**
 * Bounds the long statements that run at once, for each organization and in all. Everything else uses the remaining
 * connections, so that it waits for none of them.
 */
final class Lanes {

    /** Kinds of long work. Each kind has its own permits. */
    enum Lane {
        /** An index leads to the rows, or most rows match; usually a few milliseconds, rarely a second. */
        SEARCH("This list takes long, and other lists of your organization are still being read. Try again."),
        /** No index leads to the rows: seconds for a million contacts. */
        SCAN(
                "This search reads every contact, and other such searches of your organization are still running. Narrow it"
                        + " by a tag, a name, an e-mail address or a date, or try again."),
        /** A change of all contacts that have something in common. */
        CHANGE("Another change of many contacts of your organization is still running. Try again.");

        private final String refusal;

        Lane(String refusal) {
            this.refusal = refusal;
        }
    }

    private static final long WAIT_MILLIS = 3_000;

    /** Behind a slow read some threads are left for the organization's short requests. */
    private static final int WAITING_READS = 5;

    private static final long SLOW_READ_MILLIS = 500;

    /** These wait while they hold a connection. */
    private static final int WAITING_CHANGES = 3;

    private final Map<Lane, FairPermits> permits = new EnumMap<>(Lane.class);

    private Lanes(int all) {
        int ofOne = Math.max(1, all / 2);
        Limits reads = new Limits(all, ofOne, WAITING_READS, SLOW_READ_MILLIS, WAIT_MILLIS);
        Limits changes = new Limits(all, ofOne, WAITING_CHANGES, 0, WAIT_MILLIS);
        for (Lane lane : Lane.values()) {
            permits.put(lane, new FairPermits(lane == Lane.CHANGE ? changes : reads, lane.refusal));
        }
    }

    /**
     * Lanes for a pool of connections. Each kind has half as many permits as there are processors, at least two: one
     * organization takes half of them, so that another one need not wait. Three kinds leave a quarter of the pool free.
     */
    static Lanes of(int connections, int processors) {
        return new Lanes(Math.max(1, Math.min(Math.max(2, processors / 2), connections / 4)));
    }

    FairPermits.Permit enter(Lane lane, OrganizationId organization) {
        return permits(lane).acquire(organization);
    }

    FairPermits permits(Lane lane) {
        return Objects.requireNonNull(permits.get(lane));
    }
}
