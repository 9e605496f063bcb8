package org.contacts4j.jdbi.sql;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Position;

/** An {@code order by} clause for rows with the alias {@code r}. */
public record OrderByClause(Order order) {

    /**
     * Returns the columns that rows are sorted by. The organization comes first, so that the order is that of an index.
     */
    public String columns() {
        return columns("");
    }

    /** Returns the {@code order by} clause. All columns have the same direction, as in the index. */
    public String clause() {
        return "order by " + columns(order.descending() ? " desc" : "");
    }

    /**
     * Returns a condition on the leading sort column that every row matches. H2 estimates the same cost for all indexes
     * that begin with the organization. Without this condition, it may use an index in another order and sort all rows
     * for each page.
     */
    public String alwaysTrueOnSortColumn() {
        return switch (order.key()) {
            case NAME -> "r.sort_name >= x''";
            case CREATED_AT -> "r.created_at >= timestamp with time zone '0001-01-01 00:00:00+00'";
            case UPDATED_AT -> "r.updated_at >= timestamp with time zone '0001-01-01 00:00:00+00'";
            case ID -> "r.id >= uuid '00000000-0000-0000-0000-000000000000'";
        };
    }

    /** Returns the condition that a row comes after a position. {@link #bind} binds the position. */
    public String afterPosition() {
        String comparison = order.descending() ? "<" : ">";
        // The first condition is implied by the second; H2 needs it to start in the middle of an index.
        return key().map(key -> "r.%1$s %2$s= :afterKey and (r.%1$s, r.id) %2$s (:afterKey, :afterId)"
                        .formatted(key, comparison))
                .findFirst()
                .orElse("r.id " + comparison + " :afterId");
    }

    public void bind(StatementParameters parameters, Position after) {
        switch (order.key()) {
            case NAME -> parameters.sortKey("afterKey", after.name());
            case CREATED_AT, UPDATED_AT -> parameters.time("afterKey", after.time());
            case ID -> {} // needs no key beside the id
        }
        parameters.uuid("afterId", after.id());
    }

    private String columns(String direction) {
        return Stream.of(Stream.of("organization_id"), key(), Stream.of("id"))
                .flatMap(columns -> columns)
                .map(column -> "r." + column + direction)
                .collect(Collectors.joining(", "));
    }

    /** Returns the sort column before the id, if there is one. */
    private Stream<String> key() {
        return switch (order.key()) {
            case NAME -> Stream.of("sort_name");
            case CREATED_AT -> Stream.of("created_at");
            case UPDATED_AT -> Stream.of("updated_at");
            case ID -> Stream.of();
        };
    }
}
