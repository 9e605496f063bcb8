package org.contacts4j.jdbi;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.contacts4j.domain.OrganizationId;

/**
 * The organisations that had neither custom fields nor webhooks when this process last looked, as most have not. What is
 * written for one of these need not look before: it is written {@link #STILL} provided that there are none.
 */
final class PlainOrganizations {

    /** The condition that an organisation has neither. */
    static final String STILL = "not exists (select 1 from custom_field where organization_id = :organization)"
            + " and not exists (select 1 from webhook where organization_id = :organization)";

    /** When so many are remembered, all are forgotten: what is asked for again is looked up again. */
    private static final int REMEMBERED = 10_000;

    private final Set<OrganizationId> remembered = ConcurrentHashMap.newKeySet();

    boolean contain(OrganizationId organization) {
        return remembered.contains(organization);
    }

    /** Somebody has looked. */
    void found(OrganizationId organization, boolean isPlain) {
        if (!isPlain) {
            remembered.remove(organization);
        } else if (!remembered.contains(organization)) {
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            remembered.add(organization);
        }
    }
}
