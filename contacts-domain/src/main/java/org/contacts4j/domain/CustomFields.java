package org.contacts4j.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.contacts4j.domain.patch.Draft;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.validation.Rule;
import org.jspecify.annotations.Nullable;

/** Rules for custom values: values by key whose meaning the organization defines. Contacts and companies have them. */
public final class CustomFields {

    /** The maximum number of values of a record. */
    public static final int MAX_VALUES = 200;

    /** The maximum JSON size, in bytes, of a record's values. The same limit applies to its extensions. */
    public static final int MAX_BYTES = 64 * 1024;

    /**
     * The maximum JSON size, in bytes, of a change. It leaves room for a change of all values that names each key
     * twice. Larger changes are rejected without inspection.
     */
    private static final int MAX_CHANGE = 2 * MAX_BYTES;

    private static final String TOO_LARGE = "must not take more than " + MAX_BYTES / 1024 + " KiB";

    /** The rule for values in patches: plain data, merged by key. A null value removes its key. */
    public static final Rule<Map<String, @Nullable Object>> RULE = (values, field, faults) -> {
        if (PlainData.sizeOf(values) > MAX_CHANGE) {
            faults.add(field, TOO_LARGE);
            return Map.of();
        }
        return PlainData.copyOf(values, field, faults);
    };

    private CustomFields() {}

    /** Returns the values after a change. A null value in the change removes its key. */
    public static Map<String, @Nullable Object> merge(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> change) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(before);
        merged.putAll(change);
        merged.values().removeIf(Objects::isNull);
        return merged;
    }

    /**
     * Adds a validation error if a draft has more than {@value #MAX_VALUES} values, and one if they take more than
     * {@value #MAX_BYTES} bytes as JSON.
     */
    public static <R> void check(Draft<R> draft, Field<R, Map<String, @Nullable Object>> field) {
        if (draft.require(field).size() > MAX_VALUES) {
            draft.faults().add(field.name(), "must not hold more than " + MAX_VALUES + " values");
        }
        checkSize(draft, field);
    }

    /** Adds a validation error if the values take more than {@value #MAX_BYTES} bytes as JSON. */
    public static <R> void checkSize(Draft<R> draft, Field<R, Map<String, @Nullable Object>> field) {
        if (PlainData.sizeOf(draft.require(field)) > MAX_BYTES) {
            draft.faults().add(field.name(), TOO_LARGE);
        }
    }
}
