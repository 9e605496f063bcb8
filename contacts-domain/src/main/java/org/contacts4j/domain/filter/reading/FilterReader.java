package org.contacts4j.domain.filter.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.contacts4j.domain.filter.Condition;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.FilterField;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** Parses a filter from plain data. Reports each validation error with its location. */
public final class FilterReader {

    private static final int MAX_NAME = 100;

    private final CustomFieldTypes types;
    private final Faults faults;

    /**
     * Creates a reader for one input.
     *
     * @param types the types of the organization's custom fields
     * @param faults collects the validation errors
     */
    public FilterReader(CustomFieldTypes types, Faults faults) {
        this.types = types;
        this.faults = faults;
    }

    /**
     * Parses {@code {"groups": [{"conditions": [{"field", "op", "value"}]}]}}. A contact matches if it meets all
     * conditions of at least one group. Adds a validation error for every problem. Callers must not use the result if
     * errors were added.
     *
     * @param query null for no filter, which matches every contact
     * @param path the location in the input for validation errors, such as {@code query}
     */
    public Filter read(@Nullable Object query, String path) {
        if (query == null) {
            return Filter.matchAll();
        }
        if (!(query instanceof Map<?, ?> object)) {
            faults.add(path, "must be an object with groups of conditions");
            return Filter.matchAll();
        }
        @Nullable Object groups = object.get("groups");
        return groups == null ? Filter.matchAll() : groups(groups, path + ".groups");
    }

    private Filter groups(Object groups, String path) {
        if (!(groups instanceof List<?> list)) {
            faults.add(path, "must be a list of groups");
            return Filter.matchAll();
        }
        if (isTooLarge(list)) {
            faults.add(path, Filter.TOO_LARGE);
            return Filter.matchAll();
        }
        List<Filter> read = new ArrayList<>();
        for (int i = 0; i < list.size() && !faults.isFull(); i++) {
            read.add(group(list.get(i), path + "[" + i + "]"));
        }
        return read.isEmpty() ? Filter.matchAll() : Filter.anyOf(read);
    }

    private static boolean isTooLarge(List<?> groups) {
        return groups.size() > Filter.MAX_GROUPS
                || groups.stream().mapToInt(FilterReader::conditionsOf).sum() > Filter.MAX_CONDITIONS;
    }

    private static int conditionsOf(@Nullable Object group) {
        return group instanceof Map<?, ?> object && object.get("conditions") instanceof List<?> list ? list.size() : 0;
    }

    private Filter group(@Nullable Object group, String path) {
        List<Condition<?>> read = new ArrayList<>();
        if (!(group instanceof Map<?, ?> object)) {
            faults.add(path, "must be an object with conditions");
        } else if (!(object.get("conditions") instanceof List<?> list)) {
            faults.add(path + ".conditions", "must be a list of conditions");
        } else {
            for (int i = 0; i < list.size() && !faults.isFull(); i++) {
                condition(list.get(i), path + ".conditions[" + i + "]").ifPresent(read::add);
            }
        }
        return Filter.allOf(read);
    }

    private Optional<Condition<?>> condition(@Nullable Object condition, String path) {
        if (!(condition instanceof Map<?, ?> object)) {
            faults.add(path, "must be an object with field, op and value");
            return Optional.empty();
        }
        @Nullable Object value = object.get("value");
        Optional<Operator> operator = operator(object.get("op"), path + ".op");
        Optional<FilterField<?>> field = field(object.get("field"), operator.orElse(null), value, path + ".field");
        return operator.isPresent() && field.isPresent()
                ? condition(field.get(), operator.get(), value, path)
                : Optional.empty();
    }

    private Optional<Condition<?>> condition(
            FilterField<?> field, Operator operator, @Nullable Object value, String path) {
        Operators operators = Operators.of(field);
        @Nullable
        Function<Operand, @Nullable Condition<?>> reader =
                operators.byOperator().get(operator);
        if (reader == null) {
            faults.add(
                    path + ".op",
                    "does not go with " + field + ", which holds " + operators.kind() + "; there are "
                            + Operator.names(operators.byOperator().keySet()));
            return Optional.empty();
        }
        return Optional.ofNullable(reader.apply(new Operand(value, path + ".value", faults)));
    }

    private Optional<Operator> operator(@Nullable Object name, String path) {
        Optional<Operator> operator =
                name instanceof String text && isShort(text) ? Operator.find(text) : Optional.empty();
        if (operator.isEmpty()) {
            faults.add(path, "must be one of " + Operator.names(List.of(Operator.values())));
        }
        return operator;
    }

    /**
     * Returns whether the text is short enough to be a name. Longer texts are not looked up, because a lookup converts
     * their case first.
     */
    private static boolean isShort(String name) {
        return name.length() <= MAX_NAME;
    }

    private Optional<FilterField<?>> field(
            @Nullable Object name, @Nullable Operator operator, @Nullable Object value, String path) {
        Optional<FilterField<?>> field = name instanceof String text && isShort(text)
                ? FieldNames.find(text, types, operator, value)
                : Optional.empty();
        if (field.isEmpty()) {
            faults.add(path, "must be one of " + FieldNames.all() + ", or custom. and the key of a custom field");
        }
        return field;
    }
}
