package org.contacts4j.jdbi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.contacts4j.application.Order;
import org.contacts4j.application.Page.Total;
import org.contacts4j.application.Position;
import org.contacts4j.application.Slice;
import org.contacts4j.domain.OrganizationId;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A query for a part of one organisation's rows of a table, which is called {@code r}. Behind an offset the part is found
 * in an index first and its rows are read then, so that the rows passed over are not read.
 */
public final class ListQuery {

    private final Session session;
    private final String table;
    private final List<String> conditions = new ArrayList<>();
    private final List<Consumer<Parameters>> bindings = new ArrayList<>();
    private boolean plannedByValues;

    public ListQuery(Session session, String table, OrganizationId organization) {
        this.session = session;
        this.table = table;
        where("r.organization_id = :organization", p -> p.text("organization", organization.value()));
    }

    /** Narrows to rows that meet the condition, whose parameters {@code binding} binds. */
    public void where(String condition, Consumer<Parameters> binding) {
        conditions.add(condition);
        bindings.add(binding);
    }

    public void where(String condition) {
        conditions.add(condition);
    }

    /** Has it planned by the values of its parameters: what is quick for a common one is slow for a rare one. */
    public void planByValues() {
        plannedByValues = true;
    }

    /** At most {@link Total#COUNTED_AT_MOST} rows are counted, and one more to see whether there are more. */
    public Total countUpToCap() {
        String sql = "select count(*) from (select 1 from " + table + " r where " + String.join(" and ", conditions)
                + " limit " + (Total.COUNTED_AT_MOST + 1) + ") counted";
        Query query = query(sql);
        bind(query);
        return Total.capped(Rows.number(query));
    }

    /** The same by the values of a column. */
    public Map<String, Long> countUpToCapBy(String column) {
        String sql = "select word, count(*) from (select r." + column + " as word from " + table + " r where "
                + String.join(" and ", conditions) + " limit " + (Total.COUNTED_AT_MOST + 1)
                + ") counted group by word";
        Query query = query(sql);
        bind(query);
        return Rows.numbers(query);
    }

    /**
     * The rows of the slice, and one more if there is one.
     *
     * @param columns what to select, from {@code r} and from what {@code joins} adds
     */
    public <T> List<T> rows(String columns, String joins, Order order, Slice slice, RowMapper<T> mapper) {
        @Nullable Position after = slice.after();
        if (after != null) {
            goOnAfter(after, order);
        }
        String sorting = sorting(order);
        String filter = " where " + String.join(" and ", conditions) + " " + sorting;
        String sql = slice.offset() == 0
                ? "select " + columns + " from " + table + " r " + joins + filter + " limit :limit"
                : "select " + columns + " from (select r.organization_id, r.id from " + table + " r" + filter
                        + " limit :limit offset :offset) part join " + table
                        + " r on r.organization_id = part.organization_id and r.id = part.id " + joins + sorting;
        Query query = query(sql);
        Parameters parameters = bind(query).number("limit", slice.limit() + 1L);
        if (slice.offset() > 0) {
            parameters.number("offset", slice.offset());
        }
        return Rows.all(query, mapper);
    }

    private Query query(String sql) {
        Query query = session.reading().createQuery(sql);
        if (plannedByValues) {
            session.database().planByValues(query);
        }
        return query;
    }

    private Parameters bind(Query query) {
        Parameters parameters = new Parameters(query, session.database());
        bindings.forEach(binding -> binding.accept(parameters));
        return parameters;
    }

    private void goOnAfter(Position after, Order order) {
        String key = "r." + column(order);
        String beyond = order.descending() ? "<" : ">";
        // The first condition follows from the second; H2 needs it to begin in the middle of an index.
        String condition = "%1$s %2$s= :afterKey and (%1$s, r.id) %2$s (:afterKey, :afterId)".formatted(key, beyond);
        where(condition, parameters -> {
            if (order.key() == Order.Key.NAME) {
                parameters.sortKey("afterKey", after.name());
            } else {
                parameters.time("afterKey", after.time());
            }
            parameters.uuid("afterId", after.id());
        });
    }

    /** Every part has the same direction, and the organisation comes first: so it is the order of an index. */
    private static String sorting(Order order) {
        String direction = order.descending() ? " desc" : "";
        return "order by r.organization_id%1$s, r.%2$s%1$s, r.id%1$s".formatted(direction, column(order));
    }

    private static String column(Order order) {
        return switch (order.key()) {
            case NAME -> "sort_name";
            case CREATED_AT -> "created_at";
            case UPDATED_AT -> "updated_at";
        };
    }
}
