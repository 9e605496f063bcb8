package org.contacts4j.jdbi.transaction;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.contacts4j.domain.id.OrganizationId;

/**
 * A cache of the organizations that, at the last check in this process, had never had a custom field or a webhook. Most
 * organizations are such. Writes for them skip the lookup, on condition that this is {@link #IS_UNCUSTOMIZED} true. The other
 * organizations have a row in {@code customized_organization}. Custom fields and webhooks reference that row, so that
 * neither can exist without it.
 */
public final class UncustomizedOrganizations {

    /** The condition that an organization has or had custom fields or webhooks. */
    static final String IS_CUSTOMIZED =
            "exists (select 1 from customized_organization where organization_id = :organization)";

    /** The condition that an organization never had custom fields or webhooks. */
    static final String IS_UNCUSTOMIZED = "not " + IS_CUSTOMIZED;

    /** Permanently flags the organization as customized. Idempotent. */
    static final String MARK_CUSTOMIZED =
            "insert into customized_organization (organization_id) select cast(:organization as varchar) where "
                    + IS_UNCUSTOMIZED;

    /** The size limit of the cache. A full cache is cleared, and organizations are looked up again on demand. */
    private static final int MAX_CACHED = 10_000;

    private final Set<OrganizationId> cached = ConcurrentHashMap.newKeySet();

    boolean contain(OrganizationId organization) {
        return cached.contains(organization);
    }

    /** Records the result of a lookup. */
    void found(OrganizationId organization, boolean uncustomized) {
        if (!uncustomized) {
            cached.remove(organization);
        } else if (!cached.contains(organization)) {
            if (cached.size() >= MAX_CACHED) {
                cached.clear();
            }
            cached.add(organization);
        }
    }
}
