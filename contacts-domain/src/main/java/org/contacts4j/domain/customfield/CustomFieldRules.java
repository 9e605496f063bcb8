package org.contacts4j.domain.customfield;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contacts4j.domain.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation's definitions ask of custom values. Keys that were never defined are free. Read it once for any
 * number of records.
 */
public final class CustomFieldRules {

    private final Map<String, CustomField> fields;
    private final Set<String> deletedKeys;

    /**
     * The rules of these definitions.
     *
     * @param deletedKeys keys of definitions that were deleted: their values are kept for the day they come back, so
     *     nothing else may be written there
     */
    public CustomFieldRules(Collection<CustomField> fields, Collection<String> deletedKeys) {
        this.fields = fields.stream().collect(Collectors.toMap(CustomField::key, Function.identity()));
        this.deletedKeys = Set.copyOf(deletedKeys);
    }

    /**
     * Checks values as programs send them; see {@link CustomField#check}.
     *
     * @param values by key; null takes the key's value away
     * @param field what the values are called; a fault names {@code field.key}
     * @return the values in the form they are kept in, without those that had faults
     */
    public Map<String, @Nullable Object> check(Map<String, @Nullable Object> values, String field, Faults faults) {
        return checked(values, field, faults, CustomField::check);
    }

    /** Checks values that may come as text, such as the cells of a table; see {@link CustomField#convert}. */
    public Map<String, @Nullable Object> convert(Map<String, @Nullable Object> values, String field, Faults faults) {
        return checked(values, field, faults, CustomField::convert);
    }

    /** Adds a fault for each value that was there before, is not there after, and must stay. */
    public void checkWhatMustStay(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, String field, Faults faults) {
        before.keySet().forEach(key -> {
            @Nullable CustomField custom = fields.get(key);
            if (custom != null && custom.mustStay() && after.get(key) == null) {
                faults.add(field + "." + key, "is required: it can be replaced but not taken away");
            }
        });
    }

    /** The type of the field with this key; null when there is no such definition. */
    public @Nullable CustomFieldType typeOf(String key) {
        @Nullable CustomField custom = fields.get(key);
        return custom == null ? null : custom.type();
    }

    /** Whether the key is that of a deleted definition, whose values are hidden. */
    public boolean hides(String key) {
        return deletedKeys.contains(key);
    }

    private Map<String, @Nullable Object> checked(
            Map<String, @Nullable Object> values, String field, Faults faults, Check check) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            int before = faults.count();
            @Nullable Object form = value == null ? null : checked(key, value, field, faults.member(key), check);
            if (faults.count() == before) {
                kept.put(key, form);
            }
        });
        return kept;
    }

    private @Nullable Object checked(String key, Object value, String field, Faults faults, Check check) {
        if (deletedKeys.contains(key)) {
            faults.add(field, "belongs to a custom field that was deleted; define the field again to write to it");
            return null;
        }
        @Nullable CustomField custom = fields.get(key);
        return custom == null ? value : check.check(custom, value, field, faults);
    }

    @FunctionalInterface
    private interface Check {
        @Nullable
        Object check(CustomField custom, Object value, String field, Faults faults);
    }
}
