package org.contacts4j.http.canonical;

import java.util.Map;
import java.util.Optional;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.http.server.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of every list: {@code page}, {@code offset} or {@code cursor}, {@code limit}, {@code orderBy},
 * {@code orderDirection} and {@code total}.
 *
 * @param page the page number, from 1; null when the request has a cursor
 * @param counted whether the response includes the total
 */
public record ListParameters(
        Order order, Slice slice, @Nullable Integer page, boolean counted) {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    /** The highest position that {@code page} and {@code offset} can address. */
    private static final int MAX_OFFSET = 1_000_000;

    private static final Map<String, Order.Key> KEYS =
            Map.of("name", Order.Key.NAME, "createdAt", Order.Key.CREATED_AT, "updatedAt", Order.Key.UPDATED_AT);
    private static final Map<String, Boolean> DIRECTIONS =
            Map.of("asc", false, "ASC", false, "desc", true, "DESC", true);

    /** Returns the requested page. */
    public PageRequest request() {
        PageRequest request = PageRequest.of(order, slice);
        return counted ? request : request.uncounted();
    }

    /** Reads the parameters. Validation errors are added to {@code query}. */
    public static ListParameters read(QueryParameters query, Cursors cursors) {
        return read(query, cursors, order(query));
    }

    /** Reads the parameters of a list with a fixed order. Validation errors are added to {@code query}. */
    public static ListParameters read(QueryParameters query, Cursors cursors, Order order) {
        int limit = or(query.number("limit", 1, MAX_LIMIT), DEFAULT_LIMIT);
        boolean counted = query.word("total", Map.of("none", false)) == null;
        if (query.has("cursor")) {
            return new ListParameters(order, afterCursor(query, cursors, order, limit), null, counted);
        }
        int offset = offset(query, limit);
        return new ListParameters(order, Slice.at(offset, limit), offset / limit + 1, counted);
    }

    private static Order order(QueryParameters query) {
        Order.@Nullable Key key = query.word("orderBy", KEYS);
        @Nullable Boolean descending = query.word("orderDirection", DIRECTIONS);
        return new Order(key == null ? Order.Key.NAME : key, descending != null && descending);
    }

    private static Slice afterCursor(QueryParameters query, Cursors cursors, Order order, int limit) {
        if (query.has("page") || query.has("offset")) {
            query.refuse("cursor", "goes without page and offset: it says itself where the list goes on");
        }
        String cursor = String.valueOf(query.text("cursor"));
        Optional<Position> position = cursors.read(order, cursor);
        if (position.isEmpty()) {
            query.refuse("cursor", "is not the nextCursor of a list with this orderBy and orderDirection");
        }
        return position.map(after -> Slice.after(after, limit)).orElseGet(() -> Slice.first(limit));
    }

    private static int offset(QueryParameters query, int limit) {
        if (query.has("page") && query.has("offset")) {
            query.refuse("offset", "goes without page; send one of the two");
        }
        int offset = or(query.number("offset", 0, Integer.MAX_VALUE), 0);
        int page = or(query.number("page", 1, Integer.MAX_VALUE), 1);
        long reach = query.has("offset") ? offset : (page - 1L) * limit;
        if (reach > MAX_OFFSET) {
            query.refuse(
                    query.has("offset") ? "offset" : "page",
                    "reaches further than " + MAX_OFFSET + " records; walk on by cursor=nextCursor instead");
            return 0;
        }
        return (int) reach;
    }

    private static int or(@Nullable Integer number, int otherwise) {
        return number == null ? otherwise : number;
    }
}
