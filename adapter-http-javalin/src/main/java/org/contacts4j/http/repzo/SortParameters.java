package org.contacts4j.http.repzo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.application.page.Order;
import org.contacts4j.http.server.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** The order of a list: by {@code sortBy}, or else by {@code sort} and {@code sortPageOrder}, or else by id. */
final class SortParameters {

    private static final String SORT_BY = "sortBy";

    private static final Map<String, Order.Key> KEYS = Map.of(
            "_id", Order.Key.ID,
            "name", Order.Key.NAME,
            "createdAt", Order.Key.CREATED_AT,
            "updatedAt", Order.Key.UPDATED_AT);

    private static final Set<String> DIRECTIONS = Set.of("asc", "desc");

    private SortParameters() {}

    /** Returns the order. Adds the validation errors of {@code sortBy} to {@code query}. */
    static Order read(QueryParameters query) {
        List<Order> wanted = new ArrayList<>();
        MultiValueParameters.data(query, SORT_BY).forEach(item -> addOrder(wanted, item, query));
        return wanted.isEmpty() ? bySort(query) : wanted.get(0);
    }

    private static void addOrder(List<Order> wanted, @Nullable Object item, QueryParameters query) {
        Order.@Nullable Key key = item instanceof Map<?, ?> entry ? KEYS.get(text(entry, "field")) : null;
        String type = item instanceof Map<?, ?> entry ? text(entry, "type") : "";
        if (key == null || !DIRECTIONS.contains(type)) {
            query.refuse(
                    SORT_BY,
                    "must be a list such as [{\"field\":\"_id\",\"type\":\"asc\"}]; field is one of "
                            + String.join(", ", KEYS.keySet().stream().sorted().toList()) + ", type is asc or desc");
        } else {
            wanted.add(new Order(key, type.equals("desc")));
        }
    }

    /** Returns the order of {@code sort}. Ignores fields that cannot be sorted by, as Repzo's API page requires. */
    private static Order bySort(QueryParameters query) {
        String sort = textOf(query, "sort");
        boolean minus = sort.startsWith("-");
        Order.@Nullable Key key = KEYS.get(minus ? sort.substring(1) : sort);
        boolean descending = switch (textOf(query, "sortPageOrder")) {
            case "asc" -> false;
            case "dsc", "desc" -> true;
            default -> minus && key != null;
        };
        return new Order(key == null ? Order.Key.ID : key, descending);
    }

    private static String textOf(QueryParameters query, String name) {
        @Nullable String text = query.text(name);
        return text == null ? "" : text.strip();
    }

    private static String text(Map<?, ?> entry, String member) {
        return entry.get(member) instanceof String text ? text : "";
    }
}
