package org.contacts4j.jdbi.query;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.OrderByClause;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** A single statement for the rows of a slice and their total. It finds the rows once, counts them, and sorts them. */
record SingleStatementPage(String table, String conditions) {

    /** Returns the statement. {@link #bind} binds the values of a slice. */
    String sql(String columns, String joins, Order order, Slice slice) {
        OrderByClause sorting = new OrderByClause(order);
        String afterPosition = slice.after() == null ? "" : "where " + sorting.afterPosition();
        return """
                with found as materialized (
                    select %1$s from %2$s r where %3$s limit %4$d)
                select %5$s, part.id as part_id, counted.total as total
                from (select count(*) as total from found) counted
                left join (select r.organization_id, r.id from found r %6$s %7$s limit :limit offset :offset) part on true
                left join %2$s r on r.organization_id = part.organization_id and r.id = part.id
                %8$s %7$s
                """.formatted(
                        sorting.columns(),
                        table,
                        conditions,
                        Total.COUNT_LIMIT + 1,
                        columns,
                        afterPosition,
                        sorting.clause(),
                        joins);
    }

    static void bind(StatementParameters parameters, Order order, Slice slice) {
        parameters.number("limit", slice.limit() + 1L).number("offset", slice.offset());
        @Nullable Position after = slice.after();
        if (after != null) {
            new OrderByClause(order).bind(parameters, after);
        }
    }

    /** Reads the result of the statement. An empty slice is a row that contains only the total. */
    static <T> RowsWithTotal<T> read(Query query, RowMapper<T> mapper) {
        AtomicLong total = new AtomicLong();
        List<Optional<T>> rows = Rows.all(query, (row, context) -> {
            total.set(row.getLong("total"));
            return row.getObject("part_id") == null ? Optional.empty() : Optional.of(mapper.map(row, context));
        });
        return new RowsWithTotal<>(rows.stream().flatMap(Optional::stream).toList(), Total.capped(total.get()));
    }
}
