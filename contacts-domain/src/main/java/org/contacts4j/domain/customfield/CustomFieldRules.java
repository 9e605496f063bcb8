package org.contacts4j.domain.customfield;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The validation rules that an organization's custom-field definitions imply. Keys without a definition accept any
 * value. Load the rules once to validate any number of records.
 */
public final class CustomFieldRules {

    private final Map<String, CustomField> fields;
    private final Set<String> deletedKeys;

    /**
     * Creates the rules of these definitions.
     *
     * @param deletedKeys the keys of deleted definitions; their values are stored in case a definition is restored, so
     *     writes to these keys are rejected
     */
    public CustomFieldRules(Collection<CustomField> fields, Collection<String> deletedKeys) {
        this.fields = fields.stream().collect(Collectors.toMap(CustomField::key, Function.identity()));
        this.deletedKeys = Set.copyOf(deletedKeys);
    }

    /**
     * Validates values without type conversion; see {@link CustomField#check}.
     *
     * @param values the values by key; null removes the key's value
     * @param field the field name of the values; errors refer to {@code field.key}
     * @return the values in their stored form, without the invalid ones
     */
    public Map<String, @Nullable Object> check(Map<String, @Nullable Object> values, String field, Faults faults) {
        return checked(values, field, faults, CustomField::check);
    }

    /** Converts and validates values that may be text, such as table cells; see {@link CustomField#convert}. */
    public Map<String, @Nullable Object> convert(
            Map<String, @Nullable Object> values, LocalForms forms, String field, Faults faults) {
        return checked(values, field, faults, (custom, value, at, found) -> custom.convert(value, forms, at, found));
    }

    /** Adds a validation error for each required value that is in {@code before} but not in {@code after}. */
    public void checkRequiredValues(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, String field, Faults faults) {
        before.keySet().forEach(key -> {
            @Nullable CustomField custom = fields.get(key);
            if (custom != null && custom.isValueRequired() && after.get(key) == null) {
                faults.add(field + "." + key, "is required: it can be replaced but not taken away");
            }
        });
    }

    /** Returns the type of the field with this key; null if there is no such definition. */
    public @Nullable CustomFieldType typeOf(String key) {
        @Nullable CustomField custom = fields.get(key);
        return custom == null ? null : custom.type();
    }

    /** Returns whether the key belongs to a deleted definition, whose values are hidden. */
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
