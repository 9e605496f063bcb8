package org.contacts4j.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values by key that the organisation, not Contacts4J, gives a meaning; contacts and companies both have them. */
public final class CustomFields {

    /** The most values a record has. */
    public static final int MAX_VALUES = 200;

    /** The most bytes that all values of a record, or its extensions, take as JSON. */
    public static final int MAX_BYTES = 64 * 1024;

    /** A change of all values that names each key twice over: what is longer is refused without being looked at. */
    private static final int MAX_CHANGE = 2 * MAX_BYTES;

    private static final String TOO_LARGE = "must not take more than " + MAX_BYTES / 1024 + " KiB";

    /** A rule for values in patches: plain data, merged by key, where null takes its key away. */
    public static final Rule<Map<String, @Nullable Object>> RULE = (values, field, faults) -> {
        if (PlainData.sizeOf(values) > MAX_CHANGE) {
            faults.add(field, TOO_LARGE);
            return Map.of();
        }
        return PlainData.copyOf(values, field, faults);
    };

    private CustomFields() {}

    /** The values after a change of some. */
    public static Map<String, @Nullable Object> merge(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> change) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(before);
        merged.putAll(change);
        merged.values().removeIf(Objects::isNull);
        return merged;
    }

    /** Adds a fault when a record would have more than {@value #MAX_VALUES} values. */
    public static void checkCount(Map<String, @Nullable Object> values, String field, Faults faults) {
        if (values.size() > MAX_VALUES) {
            faults.add(field, "must not hold more than " + MAX_VALUES + " values");
        }
    }

    /** Adds a fault when the values of a record would take more than {@value #MAX_BYTES} bytes as JSON. */
    public static void checkSize(Map<String, @Nullable Object> values, String field, Faults faults) {
        if (PlainData.sizeOf(values) > MAX_BYTES) {
            faults.add(field, TOO_LARGE);
        }
    }
}
