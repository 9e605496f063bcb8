package org.contacts4j.jdbi;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.contacts4j.domain.OrganizationId;
import org.jdbi.v3.core.statement.Query;

/**
 * How many records of a kind an organisation has, without counting them. Writers only ever add a row that says "one more"
 * or "one less", so that they never wait for each other; {@link CountFolder} adds those rows up into the totals.
 */
public final class RecordCounts {

    private static final String ADD = """
            insert into record_count_change (organization_id, kind, id, change)
            values (:organization, :kind, :countId, :change)
            """;

    private static final String MOVE = """
            insert into record_count_change (organization_id, kind, id, change)
            values (:organization, :from, :countId, -1), (:organization, :to, :countId, 1)
            """;

    private static final String TOTAL = """
            select coalesce((
                       select sum(total) from record_count
                       where organization_id = :organization and kind = any(:kinds)), 0)
                 + coalesce((
                       select sum(change) from record_count_change
                       where organization_id = :organization and kind = any(:kinds)), 0)
            """;

    private static final String TOTALS = """
            select kind, sum(counted) from (
                select kind, total as counted from record_count
                where organization_id = :organization and kind = any(:kinds)
                union all
                select kind, change as counted from record_count_change
                where organization_id = :organization and kind = any(:kinds)) counts
            group by kind
            """;

    private final Session session;

    public RecordCounts(Session session) {
        this.session = session;
    }

    /** Notes that there is one more record of the kind. */
    public static void addOne(Writes writes, String kind) {
        add(writes, kind, 1);
    }

    /** Notes that there are so many more records of the kind. */
    public static void addMany(Writes writes, String kind, long count) {
        add(writes, kind, count);
    }

    /** Notes that there is one record less of the kind. */
    public static void removeOne(Writes writes, String kind) {
        add(writes, kind, -1);
    }

    /** Notes that a record is of another kind now. */
    public static void move(Writes writes, String from, String to) {
        writes.and(
                MOVE,
                parameters ->
                        parameters.uuid("countId", newId()).text("from", from).text("to", to));
    }

    private static void add(Writes writes, String kind, long change) {
        writes.and(
                ADD,
                parameters ->
                        parameters.uuid("countId", newId()).text("kind", kind).number("change", change));
    }

    private static UUID newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** How many records of these kinds there are, all in all. */
    public long total(OrganizationId organization, Collection<String> kinds) {
        return Rows.number(query(TOTAL, organization, kinds));
    }

    /** How many records of these kinds there are, by kind. */
    public Map<String, Long> totals(OrganizationId organization, Collection<String> kinds) {
        return Rows.numbers(query(TOTALS, organization, kinds));
    }

    private Query query(String sql, OrganizationId organization, Collection<String> kinds) {
        Query query = session.reading().createQuery(sql);
        new Parameters(query, session.database())
                .text("organization", organization.value())
                .texts("kinds", kinds);
        return query;
    }
}
