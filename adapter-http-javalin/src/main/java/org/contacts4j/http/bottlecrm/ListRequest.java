package org.contacts4j.http.bottlecrm;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contacts4j.application.Order;
import org.contacts4j.application.Slice;
import org.contacts4j.application.contact.ContactQuery;
import org.contacts4j.application.contact.ContactQuery.Conditions;
import org.contacts4j.http.server.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of contacts, as it is asked for; newest first.
 *
 * @param filters the parameters that narrow the list, for the links to its other parts
 */
record ListRequest(Conditions conditions, int limit, int offset, SortedMap<String, List<String>> filters) {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 1_000;

    /** How far the list reaches. */
    private static final int MAX_OFFSET = 1_000_000;

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);

    static ListRequest of(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        Conditions conditions = ListFilters.read(query);
        SortedMap<String, List<String>> filters = new TreeMap<>();
        for (String name : ListFilters.NAMES) {
            if (query.has(name)) {
                filters.put(name, query.texts(name));
            }
        }
        query.throwIfWrong();
        return new ListRequest(
                conditions,
                number(query, "limit", DEFAULT_LIMIT, MAX_LIMIT),
                number(query, "offset", 0, MAX_OFFSET),
                filters);
    }

    ContactQuery query() {
        return new ContactQuery(conditions, NEWEST_FIRST, Slice.at(offset, limit), false);
    }

    /** The number of the page from 1. */
    int page() {
        return offset / limit + 1;
    }

    /** Where the list goes on; null where it does not reach. */
    @Nullable
    String next() {
        return offset + limit > MAX_OFFSET ? null : link(offset + limit);
    }

    /** What comes before this part; null at the start. */
    @Nullable
    String previous() {
        return offset == 0 ? null : link(Math.max(0, offset - limit));
    }

    /** Parameters sorted by name, as Django REST framework has them. */
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

    /** What is no number above zero is as good as not sent, and what is too large is cut. */
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
