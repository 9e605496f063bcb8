package org.contacts4j.domain.filter.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.contacts4j.domain.PlainData;
import org.contacts4j.domain.filter.FilterField;
import org.contacts4j.domain.filter.Moment;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** The value of a condition in client input, as plain data. Invalid values add validation errors. */
record Operand(@Nullable Object value, String path, Faults faults) {

    static final int MAX_VALUES = 100;

    @Nullable
    String text() {
        if (!(value instanceof String text)) {
            refuse("text");
            return null;
        }
        int before = faults.count();
        Rules.checkText(text, FilterField.MAX_TEXT, path, faults);
        return faults.count() == before ? text : null;
    }

    @Nullable
    Boolean flag() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        refuse("true or false");
        return null;
    }

    @Nullable
    BigDecimal number() {
        if (value instanceof Number number) {
            @Nullable Number plain = PlainData.copyOf(number, path, faults);
            return plain == null ? null : new BigDecimal(plain.toString());
        }
        refuse("a number");
        return null;
    }

    @Nullable
    Moment moment() {
        Optional<Moment> moment = value instanceof String text && text.length() <= FilterField.MAX_TEXT
                ? Moment.parse(text.strip())
                : Optional.empty();
        if (moment.isEmpty()) {
            refuse("a date, such as 2026-01-31 or 2026-01-31T12:00:00Z, of the years 1 to 9999");
        }
        return moment.orElse(null);
    }

    /** Reads a single value and applies {@code use} to it. Returns null after a validation error. */
    <O, C> @Nullable C one(Function<Operand, @Nullable O> reader, Function<O, C> use) {
        @Nullable O read = reader.apply(this);
        return read == null ? null : use.apply(read);
    }

    /** Reads a list of values and applies {@code use} to it. Returns null after a validation error. */
    <O, C> @Nullable C all(Function<Operand, @Nullable O> reader, Function<List<O>, C> use) {
        if (!(value instanceof List<?> list) || list.size() > MAX_VALUES) {
            refuse("a list of at most " + MAX_VALUES + " values");
            return null;
        }
        List<O> read = new ArrayList<>();
        for (int i = 0; i < list.size() && !faults.isFull(); i++) {
            @Nullable O item = reader.apply(new Operand(list.get(i), path, faults.item(i)));
            if (item != null) {
                read.add(item);
            }
        }
        return read.size() == list.size() ? use.apply(read) : null;
    }

    /**
     * Reads {@code [from, to]} or {@code {gte, lte}} and applies {@code use} to the ends. Returns null after a
     * validation error.
     */
    <O, C> @Nullable C pair(Function<Operand, @Nullable O> reader, BiFunction<O, O, C> use) {
        if (value instanceof List<?> list && list.size() == 2) {
            return pair(part("[0]", list.get(0)), part("[1]", list.get(1)), reader, use);
        }
        if (value instanceof Map<?, ?> ends) {
            return pair(part(".gte", ends.get("gte")), part(".lte", ends.get("lte")), reader, use);
        }
        refuse("[from, to] or {\"gte\": from, \"lte\": to}");
        return null;
    }

    private static <O, C> @Nullable C pair(
            Operand from, Operand to, Function<Operand, @Nullable O> reader, BiFunction<O, O, C> use) {
        @Nullable O low = reader.apply(from);
        @Nullable O high = reader.apply(to);
        return low == null || high == null ? null : use.apply(low, high);
    }

    private Operand part(String at, @Nullable Object part) {
        return new Operand(part, path + at, faults);
    }

    private void refuse(String wanted) {
        faults.add(path, (value == null ? "is required: " : "must be ") + wanted);
    }
}
