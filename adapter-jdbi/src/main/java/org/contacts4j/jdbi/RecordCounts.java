package org.contacts4j.jdbi;

import java.util.Collection;
import java.util.List;
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

    private static final String CHANGE_MANY = """
            insert into record_count_change (organization_id, kind, id, change)
            select cast(:organization as varchar), more.kind, cast(:countsId as uuid), 1 from %s
            union all
            select cast(:organization as varchar), less.kind, cast(:countsId as uuid), -1 from %s
            """;

    private static final String ADD_EACH = """
            insert into record_count_change (organization_id, kind, id, change)
            select cast(:organization as varchar), more.kind, cast(:countsId as uuid), cast(more.change as bigint) from %s
            """;

    private static final String TOTAL = """
            select coalesce((
                       select sum(total) from record_count
                       where organization_id = :organization and kind = any(:kinds)), 0)
                 + coalesce((
                       select sum(change) from record_count_change
                       where organization_id = :organization and kind = any(:kinds)), 0)
            """;

    private final Session session;

    public RecordCounts(Session session) {
        this.session = session;
    }

    /** Notes that there is one more record of the kind. */
    public static void addOne(Writes writes, String kind) {
        add(writes, kind, 1);
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

    /** Notes that there is one record more of each of some kinds, and one less of each of others. */
    public static void changeMany(Writes writes, Database database, List<String> more, List<String> less) {
        if (more.isEmpty() && less.isEmpty()) {
            return;
        }
        String statement =
                CHANGE_MANY.formatted(database.rows("more (kind)", "more"), database.rows("less (kind)", "less"));
        writes.and(
                statement,
                parameters ->
                        parameters.uuid("countsId", newId()).texts("more", more).texts("less", less));
    }

    /** Notes that there are so many records more of these kinds. */
    public static void addEach(Writes writes, Database database, Map<String, Long> counts) {
        List<String> numbers = counts.values().stream().map(String::valueOf).toList();
        writes.and(
                ADD_EACH.formatted(database.rows("more (kind, change)", "kinds", "changes")),
                parameters -> parameters
                        .uuid("countsId", newId())
                        .texts("kinds", counts.keySet())
                        .texts("changes", numbers));
    }

    private static void add(Writes writes, String kind, int change) {
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
        Query query = session.reading().createQuery(TOTAL);
        new Parameters(query, session.database())
                .text("organization", organization.value())
                .texts("kinds", kinds);
        return Rows.number(query);
    }
}
