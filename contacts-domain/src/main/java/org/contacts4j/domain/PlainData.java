package org.contacts4j.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Schemaless data of custom fields and extensions: text, numbers, booleans, null, lists and maps with text keys. Copies
 * are deep and immutable. Numbers are stored as {@link Long} or {@link BigDecimal}, so that a value equals itself after
 * a round trip through any store.
 */
public final class PlainData {

    private static final int MAX_DEPTH = 16;

    /** The maximum number of digits of a number. */
    public static final int MAX_DIGITS = 100;

    /** The maximum number of decimal places, and of trailing zeros: what plain notation may add to the digits. */
    public static final int MAX_SCALE = 300;

    private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private PlainData() {}

    /** Copies a map and adds a validation error for everything that is not plain data. Null values are preserved. */
    public static Map<String, @Nullable Object> copyOf(Map<?, ?> source, String field, Faults faults) {
        return copyMap(source, field, faults, 0);
    }

    /** Returns whether a number is short in plain notation, as plain data requires. 1e999999999 is not. */
    public static boolean isShort(BigDecimal number) {
        return number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_SCALE;
    }

    /** Returns the approximate JSON size of the data, in bytes. */
    public static int sizeOf(@Nullable Object value) {
        int size = 0;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                size += sizeOf(entry.getKey()) + sizeOf(entry.getValue()) + 2;
            }
            return size;
        }
        if (value instanceof List<?> list) {
            for (Object item : list) {
                size += sizeOf(item) + 1;
            }
            return size + 2;
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
            return copyOf(number, field, faults);
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
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (faults.isFull()) {
                    break;
                }
                String name = String.valueOf(entry.getKey());
                if (isKey(name, field, faults)) {
                    copy.put(name, copy(entry.getValue(), field, faults.member(name), depth));
                }
            }
        }
        return Collections.unmodifiableMap(copy);
    }

    private static List<@Nullable Object> copyList(List<?> list, String field, Faults faults, int depth) {
        List<@Nullable Object> copy = new ArrayList<>();
        if (isWithinDepth(field, faults, depth)) {
            for (int i = 0; i < list.size() && !faults.isFull(); i++) {
                copy.add(copy(list.get(i), field, faults.item(i), depth));
            }
        }
        return Collections.unmodifiableList(copy);
    }

    /** Returns whether a key is valid. Values under invalid keys are not inspected. */
    private static boolean isKey(String name, String field, Faults faults) {
        int before = faults.count();
        if (name.isBlank()) {
            faults.add(field, "must not have a blank key");
        } else {
            Rules.checkText(name, Rules.TEXT, field, faults.member(name));
        }
        return faults.count() == before;
    }

    private static boolean isWithinDepth(String field, Faults faults, int depth) {
        if (depth > MAX_DEPTH) {
            faults.add(field, "must not be nested deeper than " + MAX_DEPTH + " levels");
        }
        return depth <= MAX_DEPTH;
    }

    /** Returns the number in its stored form; null if a validation error was added. */
    public static @Nullable Number copyOf(Number number, String field, Faults faults) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short) {
            return number.longValue();
        }
        BigDecimal exact;
        try {
            exact = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        } catch (NumberFormatException notANumber) {
            faults.add(field, "must be a finite number");
            return null;
        }
        if (!isShort(exact)) {
            faults.add(field, "must be a number of at most " + MAX_DIGITS + " digits");
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
