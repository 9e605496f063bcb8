package org.contacts4j.jdbi;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /** Nobody notices such a wait. */
    private static final long QUICK_MILLIS = 30;

    /** Behind slow work some threads are left for the organization's short requests. */
    private static final int WAITING = 5;

    private static final long SLOW_MILLIS = 500;

    private final Map<Lane, FairPermits> permits = new EnumMap<>(Lane.class);

    private Lanes(int all) {
        Limits limits = new Limits(all, Math.max(1, all / 2), QUICK_MILLIS, WAITING, SLOW_MILLIS, WAIT_MILLIS);
        for (Lane lane : Lane.values()) {
            permits.put(lane, new FairPermits(limits, lane.refusal));
        }
    }

    /**
     * Lanes for a pool of connections. Each kind has half as many permits as there are processors, at least two: one
     * organization takes half of them while its work is long, so that another one need not wait. Three kinds leave a
     * quarter of the pool free.
     */
    static Lanes of(int connections, int processors) {
        return new Lanes(Math.max(1, Math.min(Math.max(2, processors / 2), connections / 4)));
    }

    FairPermits.Permit enter(Lane lane, OrganizationId organization) {
        return permits(lane).acquire(organization);
    }

    /** Empty when the caller would have to wait. */
    Optional<FairPermits.Permit> enterNow(Lane lane, OrganizationId organization) {
        return permits(lane).acquireNow(organization);
    }

    FairPermits permits(Lane lane) {
        return Objects.requireNonNull(permits.get(lane));
    }
}
