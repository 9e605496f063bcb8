package org.contacts4j.domain.filter.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.FilterField;
import org.jspecify.annotations.Nullable;

/** Finds fields by the names that clients use, in snake_case or camelCase. */
final class FieldNames {

    private static final Pattern CAMEL_CASE_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Map<String, FilterField<?>> BY_NAME =
            Fields.all().stream().collect(Collectors.toUnmodifiableMap(FilterField::name, Function.identity()));
    private static final Set<Operator> ORDERING_OPERATORS =
            EnumSet.of(Operator.GT, Operator.GTE, Operator.LT, Operator.LTE, Operator.BETWEEN);

    private FieldNames() {}

    /**
     * Returns the field with this name. A custom field has its defined type. Without a definition, the operator and the
     * value determine the type.
     */
    static Optional<FilterField<?>> find(
            String name, CustomFieldTypes types, @Nullable Operator operator, @Nullable Object value) {
        if (!name.startsWith(Fields.CUSTOM)) {
            return Optional.ofNullable(BY_NAME.get(inSnakeCase(name)));
        }
        String key = name.substring(Fields.CUSTOM.length());
        if (!Fields.canName(key)) {
            return Optional.empty();
        }
        @Nullable CustomFieldType type = types.typeOf(key);
        return Optional.of(
                type == null
                        ? undefined(types.hides(key) ? Fields.UNUSED_KEY : key, operator, value)
                        : custom(key, type));
    }

    /** Returns the field names for error messages. */
    static String all() {
        return Fields.all().stream().map(FilterField::name).collect(Collectors.joining(", "));
    }

    static String inSnakeCase(String name) {
        return CAMEL_CASE_BOUNDARY.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static FilterField<?> custom(String key, CustomFieldType type) {
        return switch (type) {
            case TEXT, SELECT, URL, EMAIL -> Fields.custom(key);
            case NUMBER -> Fields.customNumber(key);
            case BOOLEAN -> Fields.customFlag(key);
            case DATE -> Fields.customTime(key);
            case MULTISELECT -> Fields.customItems(key);
        };
    }

    /** Returns a field without a definition: text, unless the operator or the value requires another type. */
    private static FilterField<?> undefined(String key, @Nullable Operator operator, @Nullable Object value) {
        @Nullable Object sample = sample(value);
        if (sample instanceof Number) {
            return Fields.customNumber(key);
        }
        if (operator != null && ORDERING_OPERATORS.contains(operator)) {
            return Fields.customTime(key);
        }
        return sample instanceof Boolean ? Fields.customFlag(key) : Fields.custom(key);
    }

    private static @Nullable Object sample(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : list.get(0);
        }
        return value instanceof Map<?, ?> ends ? ends.get("gte") : value;
    }
}
