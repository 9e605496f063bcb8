package org.contacts4j.http.bottlecrm;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.http.server.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page of the list of contacts, newest first.
 *
 * @param filters the filter parameters, for the links to other pages
 */
record ListRequest(Filter filter, int limit, int offset, SortedMap<String, List<String>> filters) {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 1_000;

    /** The largest offset of a page. */
    private static final int MAX_OFFSET = 1_000_000;

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);

    static ListRequest of(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        Filter filter = ListFilters.read(query);
        SortedMap<String, List<String>> filters = new TreeMap<>();
        for (String name : ListFilters.NAMES) {
            if (query.has(name)) {
                filters.put(name, query.texts(name));
            }
        }
        query.throwIfInvalid();
        return new ListRequest(
                filter,
                number(query, "limit", DEFAULT_LIMIT, MAX_LIMIT),
                number(query, "offset", 0, MAX_OFFSET),
                filters);
    }

    PageRequest pageRequest() {
        return PageRequest.of(NEWEST_FIRST, Slice.at(offset, limit));
    }

    /** Returns the page number, from 1. */
    int page() {
        return offset / limit + 1;
    }

    /** Returns the link to the next page; null beyond the largest offset. */
    @Nullable
    String next() {
        return offset + limit > MAX_OFFSET ? null : link(offset + limit);
    }

    /** Returns the link to the previous page; null at the start of the list. */
    @Nullable
    String previous() {
        return offset == 0 ? null : link(Math.max(0, offset - limit));
    }

    /**
     * Returns the link to the page at this offset, with the parameters sorted by name as Django REST framework sorts
     * them.
     */
    private String link(int other) {
        SortedMap<String, List<String>> parameters = new TreeMap<>(filters);
        parameters.put("limit", List.of(String.valueOf(limit)));
        if (other > 0) {
            parameters.put("offset", List.of(String.valueOf(other)));
        }
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, values) ->
                values.forEach(value -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return BottleCrm.ROOT + "/?" + String.join("&", pairs);
    }

    /**
     * Returns a numeric parameter. Anything but a positive number is treated as absent. Larger numbers are reduced to
     * {@code max}.
     */
    private static int number(QueryParameters query, String name, int otherwise, int max) {
        @Nullable String text = query.text(name);
        String digits = text == null ? "" : text.strip();
        if (!digits.matches("[0-9]{1,100}") || digits.matches("0+")) {
            return otherwise;
        }
        String number = digits.replaceFirst("^0+", "");
        return number.length() > 9 ? max : Math.min(max, Integer.parseInt(number));
    }
}
