package org.contacts4j.jdbi;

import org.contacts4j.application.Order;
import org.contacts4j.application.Position;

/** An order in SQL, of rows that are called {@code r}. */
record Sorting(Order order) {

    /** The column that rows are sorted by, before their id. */
    String column() {
        return switch (order.key()) {
            case NAME -> "sort_name";
            case CREATED_AT -> "created_at";
            case UPDATED_AT -> "updated_at";
        };
    }

    /** Every part has the same direction, and the organisation comes first: so it is the order of an index. */
    String clause() {
        String direction = order.descending() ? " desc" : "";
        return "order by r.organization_id%1$s, r.%2$s%1$s, r.id%1$s".formatted(direction, column());
    }

    /** The condition that a row comes after a position, which {@link #bind} binds. */
    String beyond() {
        // The first condition follows from the second; H2 needs it to begin in the middle of an index.
        return "r.%1$s %2$s= :afterKey and (r.%1$s, r.id) %2$s (:afterKey, :afterId)"
                .formatted(column(), order.descending() ? "<" : ">");
    }

    void bind(Parameters parameters, Position after) {
        if (order.key() == Order.Key.NAME) {
            parameters.sortKey("afterKey", after.name());
        } else {
            parameters.time("afterKey", after.time());
        }
        parameters.uuid("afterId", after.id());
    }
}
