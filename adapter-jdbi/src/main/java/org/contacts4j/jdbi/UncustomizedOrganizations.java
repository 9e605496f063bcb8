package org.contacts4j.jdbi;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.contacts4j.domain.OrganizationId;

/**
 * The organisations that never had a custom field or a webhook when this process last looked, as most have not. What is
 * written for one of these need not look before: it is written provided that this is {@link #STILL} so. The others are in a
 * table, which custom fields and webhooks refer to, so that none can be without.
 */
final class UncustomizedOrganizations {

    /** The condition that an organisation is none of these. */
    static final String IS_CUSTOMIZED =
            "exists (select 1 from customized_organization where organization_id = :organization)";

    /** The condition that an organisation is one of these. */
    static final String STILL = "not " + IS_CUSTOMIZED;

    /** Makes an organisation none of these for good, if it is one. */
    static final String MARK_CUSTOMIZED =
            "insert into customized_organization (organization_id) select cast(:organization as varchar) where "
                    + STILL;

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
