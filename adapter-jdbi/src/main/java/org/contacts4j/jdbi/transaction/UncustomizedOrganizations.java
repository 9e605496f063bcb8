package org.contacts4j.jdbi.transaction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.contacts4j.domain.id.OrganizationId;

/**
 * A cache of the organizations that, at the last check in this process, had never had a custom field or a webhook. Most
 * organizations are such. Writes for them skip the lookup, on condition that this is {@link #IS_UNCUSTOMIZED} true. The other
 * organizations have a row in {@code customized_organization}. Custom fields and webhooks reference that row, so that
 * neither can exist without it.
 */
final class UncustomizedOrganizations {

    /** The condition that an organization has or had custom fields or webhooks. */
    static final String IS_CUSTOMIZED =
            "exists (select 1 from customized_organization where organization_id = :organization)";

    /** The condition that an organization never had custom fields or webhooks. */
    static final String IS_UNCUSTOMIZED = "not " + IS_CUSTOMIZED;

    /** Permanently flags the organization as customized. Idempotent. */
    static final String MARK_CUSTOMIZED =
            "insert into customized_organization (organization_id) select cast(:organization as varchar) where "
                    + IS_UNCUSTOMIZED;

    private final Cache<OrganizationId, Boolean> cached =
            Caffeine.newBuilder().maximumSize(10_000).build();

    boolean contain(OrganizationId organization) {
        return cached.getIfPresent(organization) != null;
    }

    /** Records the result of a lookup. */
    void found(OrganizationId organization, boolean uncustomized) {
        if (!uncustomized) {
            cached.invalidate(organization);
        } else if (!contain(organization)) {
            cached.put(organization, true);
        }
    }
}
