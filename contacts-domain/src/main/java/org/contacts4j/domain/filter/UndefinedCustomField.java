package org.contacts4j.domain.filter;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Custom fields without a definition. Such a field is text unless the operator or the value requires a number, a time
 * or a flag.
 */
final class UndefinedCustomField {

    private static final Set<Operator> ORDERING_OPERATORS =
            EnumSet.of(Operator.GT, Operator.GTE, Operator.LT, Operator.LTE, Operator.BETWEEN);

    private UndefinedCustomField() {}

    static FilterField<?> field(String key, @Nullable Operator operator, @Nullable Object value) {
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
