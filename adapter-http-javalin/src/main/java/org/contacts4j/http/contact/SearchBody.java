package org.contacts4j.http.contact;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.filter.reading.QueryFaults;
import org.contacts4j.domain.validation.Rules;
import org.contacts4j.http.canonical.Cursors;
import org.contacts4j.http.canonical.ListParameters;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/**
 * The members of a search body other than the filter: text, order and position. All members are optional; invalid
 * members are validation errors.
 */
final class SearchBody {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final int MAX_OFFSET = 1_000_000;
    private static final int MAX_TEXT = 500;

    private static final Map<String, Order.Key> KEYS = Map.of(
            "name", Order.Key.NAME,
            "createdAt", Order.Key.CREATED_AT,
            "created_at", Order.Key.CREATED_AT,
            "updatedAt", Order.Key.UPDATED_AT,
            "updated_at", Order.Key.UPDATED_AT);
    private static final Map<String, Boolean> DIRECTIONS =
            Map.of("asc", false, "ASC", false, "desc", true, "DESC", true);

    private final Map<?, ?> body;
    private final QueryFaults faults;

    SearchBody(Map<?, ?> body, QueryFaults faults) {
        this.body = body;
        this.faults = faults;
    }

    /**
     * Returns the text that the name, an email, a phone or the company must contain; null when the search has no text.
     */
    @Nullable
    String text() {
        @Nullable Object q = body.get("q");
        @Nullable String text = q == null ? null : ValueReaders.TEXT.read(q, "q", faults.ofFilters());
        if (text != null) {
            Rules.checkText(text, MAX_TEXT, "q", faults.ofFilters());
        }
        return text;
    }

    ListParameters list(Cursors cursors) {
        @Nullable Boolean descending = word("orderDirection", DIRECTIONS);
        Order.@Nullable Key key = word("orderBy", KEYS);
        Order order = new Order(key == null ? Order.Key.NAME : key, descending != null && descending);
        int limit = number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
        int offset = number("offset", 0, MAX_OFFSET, 0);
        boolean counted = word("total", Map.of("none", false)) == null;
        return body.get("cursor") == null
                ? new ListParameters(order, Slice.at(offset, limit), offset / limit + 1, counted)
                : new ListParameters(order, afterCursor(cursors, order, limit), null, counted);
    }

    private Slice afterCursor(Cursors cursors, Order order, int limit) {
        if (body.get("offset") != null) {
            faults.others().add("cursor", "goes without offset: it says itself where the list goes on");
        }
        Optional<Position> position =
                body.get("cursor") instanceof String cursor ? cursors.read(order, cursor) : Optional.empty();
        if (position.isEmpty()) {
            faults.others().add("cursor", "is not the nextCursor of a search with this orderBy and orderDirection");
        }
        return position.map(after -> Slice.after(after, limit)).orElseGet(() -> Slice.first(limit));
    }

    private int number(String name, int min, int max, int otherwise) {
        @Nullable Object value = body.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number && isWithin(new BigDecimal(number.toString()), min, max)) {
            return number.intValue();
        }
        faults.others().add(name, "must be a whole number from " + min + " to " + max);
        return otherwise;
    }

    private static boolean isWithin(BigDecimal number, int min, int max) {
        return number.compareTo(BigDecimal.valueOf(min)) >= 0
                && number.compareTo(BigDecimal.valueOf(max)) <= 0
                && number.remainder(BigDecimal.ONE).signum() == 0;
    }

    private <T> @Nullable T word(String name, Map<String, T> words) {
        @Nullable Object value = body.get(name);
        @Nullable T meaning = value instanceof String text ? words.get(text.strip()) : null;
        if (value != null && meaning == null) {
            faults.others()
                    .add(
                            name,
                            "must be one of " + words.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return meaning;
    }
}
