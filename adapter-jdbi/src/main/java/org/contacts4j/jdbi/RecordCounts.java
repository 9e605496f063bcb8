package org.contacts4j.jdbi;

import java.util.Collection;
import org.contacts4j.domain.OrganizationId;
import org.jdbi.v3.core.Handle;

/**
 * How many records of a kind an organisation has, without counting them. Writers only ever add a row that says "one more"
 * or "one less", so that they never wait for each other; {@link CountFolder} adds those rows up into the totals.
 */
public final class RecordCounts {

    private final Handle handle;

    public RecordCounts(Handle handle) {
        this.handle = handle;
    }

    /** Notes, in this transaction, that there are {@code change} more records of the kind. */
    public void add(OrganizationId organization, String kind, int change) {
        handle.attach(CountSql.class).add(organization.value(), kind, change);
    }

    /** How many records of these kinds there are, all in all. */
    public long total(OrganizationId organization, Collection<String> kinds) {
        return handle.attach(CountSql.class).total(organization.value(), kinds.toArray(String[]::new));
    }
}
