package org.contacts4j.jdbi;

import java.util.Collection;
import org.contacts4j.domain.OrganizationId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * How many records of a kind an organisation has, without counting them. Writers only ever add a row that says "one more"
 * or "one less", so that they never wait for each other; {@link CountFolder} adds those rows up into the totals.
 */
public final class RecordCounts {

    private static final String ADD = """
            insert into record_count_change (organization_id, kind, change)
            values (:organization, :kind, :change)
            """;

    private static final String TOTAL = """
            select coalesce((
                       select sum(total) from record_count
                       where organization_id = :organization and kind = any(:kinds)), 0)
                 + coalesce((
                       select sum(change) from record_count_change
                       where organization_id = :organization and kind = any(:kinds)), 0)
            """;

    private final Handle handle;
    private final Database database;

    public RecordCounts(Handle handle, Database database) {
        this.handle = handle;
        this.database = database;
    }

    /** Notes, in this transaction, that there are {@code change} more records of the kind. */
    public void add(OrganizationId organization, String kind, int change) {
        handle.createUpdate(ADD)
                .bind("organization", organization.value())
                .bind("kind", kind)
                .bind("change", change)
                .execute();
    }

    /** How many records of these kinds there are, all in all. */
    public long total(OrganizationId organization, Collection<String> kinds) {
        Query query = handle.createQuery(TOTAL).bind("organization", organization.value());
        new Parameters(query, database).texts("kinds", kinds);
        return query.mapTo(Long.class).one();
    }
}
