package org.contacts4j.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Data without a schema, as custom fields and extensions hold it: text, numbers, booleans, null, lists and maps with
 * text keys. Copies are deep and immutable; numbers are kept as {@link Long} or {@link BigDecimal}, so that a value
 * equals itself after a trip through any store.
 */
public final class PlainData {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_PRECISION = 100;
    private static final int MAX_SCALE = 300;
    private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private PlainData() {}

    /** Copies a map, adding a fault for everything in it that is not plain data. Null values stay. */
    public static Map<String, @Nullable Object> copyOf(Map<?, ?> source, String field, Faults faults) {
        return copyMap(source, field, faults, 0);
    }

    /** About how many bytes the data takes as JSON. */
    public static int sizeOf(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToInt(e -> sizeOf(e.getKey()) + sizeOf(e.getValue()) + 2)
                    .sum();
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(item -> sizeOf(item) + 1).sum() + 2;
        }
        return value instanceof String text
                ? utf8Length(text) + 2
                : String.valueOf(value).length();
    }

    private static @Nullable Object copy(@Nullable Object value, String field, Faults faults, int depth) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            Rules.checkText(text, Rules.PROSE, field, faults);
            return text;
        }
        if (value instanceof Number number) {
            return copyNumber(number, field, faults);
        }
        if (value instanceof Map<?, ?> map) {
            return copyMap(map, field, faults, depth + 1);
        }
        if (value instanceof List<?> list) {
            return copyList(list, field, faults, depth + 1);
        }
        faults.add(field, "must be text, a number, a boolean, a list or an object");
        return null;
    }

    private static Map<String, @Nullable Object> copyMap(Map<?, ?> map, String field, Faults faults, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        if (isWithinDepth(field, faults, depth)) {
            map.forEach((key, value) -> {
                String name = String.valueOf(key);
                if (name.isBlank()) {
                    faults.add(field, "must not have a blank key");
                }
                Rules.checkText(name, Rules.TEXT, field + "." + name, faults);
                copy.put(name, copy(value, field + "." + name, faults, depth));
            });
        }
        return Collections.unmodifiableMap(copy);
    }

    private static List<@Nullable Object> copyList(List<?> list, String field, Faults faults, int depth) {
        List<@Nullable Object> copy = new ArrayList<>();
        if (isWithinDepth(field, faults, depth)) {
            for (int i = 0; i < list.size(); i++) {
                copy.add(copy(list.get(i), field + "[" + i + "]", faults, depth));
            }
        }
        return Collections.unmodifiableList(copy);
    }

    private static boolean isWithinDepth(String field, Faults faults, int depth) {
        if (depth > MAX_DEPTH) {
            faults.add(field, "must not be nested deeper than " + MAX_DEPTH + " levels");
        }
        return depth <= MAX_DEPTH;
    }

    private static @Nullable Object copyNumber(Number number, String field, Faults faults) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short) {
            return number.longValue();
        }
        BigDecimal exact;
        try {
            exact = new BigDecimal(number.toString());
        } catch (NumberFormatException notANumber) {
            faults.add(field, "must be a finite number");
            return null;
        }
        if (exact.precision() > MAX_PRECISION || Math.abs((long) exact.scale()) > MAX_SCALE) {
            faults.add(field, "must be a number of at most " + MAX_PRECISION + " digits");
            return null;
        }
        BigDecimal shortest = exact.stripTrailingZeros();
        return shortest.scale() <= 0 ? wholeNumber(shortest.toBigInteger()) : shortest;
    }

    private static Number wholeNumber(BigInteger whole) {
        boolean fits = whole.compareTo(MIN_LONG) >= 0 && whole.compareTo(MAX_LONG) <= 0;
        return fits ? (Number) whole.longValue() : new BigDecimal(whole);
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
