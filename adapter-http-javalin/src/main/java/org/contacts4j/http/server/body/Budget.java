package org.contacts4j.http.server.body;

import java.util.HashMap;
import java.util.Map;

/**
 * A limited quantity, such as bytes of memory, that is shared by requests. One organization holds at most half of it.
 */
final class Budget {

    private final long total;
    private final Map<String, Long> held = new HashMap<>();
    private long sum;

    Budget(long total) {
        this.total = total;
    }

    /** Returns an empty share for a request of this organization. */
    Share share(String organization) {
        return new Share(organization);
    }

    private synchronized boolean reserve(String organization, long amount) {
        long ofOrganization = held.getOrDefault(organization, 0L) + amount;
        if (sum + amount > total || ofOrganization > total / 2) {
            return false;
        }
        sum += amount;
        held.put(organization, ofOrganization);
        return true;
    }

    private synchronized void subtract(String organization, long amount) {
        sum -= amount;
        held.computeIfPresent(organization, (key, all) -> all == amount ? null : Long.valueOf(all - amount));
    }

    /** The part of the budget that one request holds. */
    final class Share {

        private final String organization;
        private long amount;
        private boolean released;

        private Share(String organization) {
            this.organization = organization;
        }

        /**
         * Adds to the share. Returns false and changes nothing when too little is left or the share has been released.
         */
        synchronized boolean grow(long more) {
            if (released || !reserve(organization, more)) {
                return false;
            }
            amount += more;
            return true;
        }

        /** Returns the whole share to the budget. Idempotent. */
        synchronized void release() {
            released = true;
            if (amount > 0) {
                subtract(organization, amount);
                amount = 0;
            }
        }
    }
}
