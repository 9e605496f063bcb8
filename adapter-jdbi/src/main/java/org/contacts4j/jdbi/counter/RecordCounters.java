package org.contacts4j.jdbi.counter;

import java.util.Collection;
import java.util.Map;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;

/**
 * The number of records of each kind in an organization, without counting rows: the compacted totals plus the pending
 * entries of the {@link CounterJournal}.
 */
public final class RecordCounters {

    private static final String TOTAL = """
            coalesce((
                select sum(total) from record_count
                where organization_id = :organization and kind = any(%1$s)), 0)
            + coalesce((
                select sum(change) from counter_journal
                where organization_id = :organization and kind = any(%1$s)), 0)
            """;

    private static final String TOTALS = """
            select kind, sum(counted) from (
                select kind, total as counted from record_count
                where organization_id = :organization and kind = any(:kinds)
                union all
                select kind, change as counted from counter_journal
                where organization_id = :organization and kind = any(:kinds)) counts
            group by kind
            """;

    private final UnitOfWork unitOfWork;

    public RecordCounters(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Returns an SQL expression for the number of the organization's records of {@code :kinds}. */
    public static String total(Database database) {
        return TOTAL.formatted(database.anyTexts(":kinds"));
    }

    /** Returns the number of records of these kinds, summed over the kinds. */
    public long total(OrganizationId organization, Collection<String> kinds) {
        return Rows.number(query("select " + total(unitOfWork.database()), organization, kinds));
    }

    /** Returns the number of records of each of these kinds; kinds without a counter are absent. */
    public Map<String, Long> totals(OrganizationId organization, Collection<String> kinds) {
        return Rows.numbers(query(TOTALS, organization, kinds));
    }

    private Query query(String sql, OrganizationId organization, Collection<String> kinds) {
        Query query = unitOfWork.reading().createQuery(sql);
        new StatementParameters(query, unitOfWork.database())
                .text("organization", organization.value())
                .texts("kinds", kinds);
        return query;
    }
}
