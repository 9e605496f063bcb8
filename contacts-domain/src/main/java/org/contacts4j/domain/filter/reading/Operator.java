package org.contacts4j.domain.filter.reading;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contacts4j.domain.EnumNames;

/** The operator of a condition. Each has one name, and some have synonyms for clients of other APIs. */
enum Operator {
    EQ("equals", "is", "="),
    NEQ("not_eq", "not_equals", "ne", "!="),
    CONTAINS,
    NOT_CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    GT("after", "greater_than"),
    GTE,
    LT("before", "less_than"),
    LTE,
    BETWEEN("range"),
    IN("any_of"),
    NOT_IN("none_of"),
    IS_EMPTY("not_exists"),
    IS_NOT_EMPTY("exists");

    private static final Map<String, Operator> BY_NAME = byName();

    private final String[] synonyms;

    Operator(String... synonyms) {
        this.synonyms = synonyms;
    }

    /** Returns the operator with this name or synonym, in snake_case or camelCase. */
    static Optional<Operator> find(String name) {
        return Optional.ofNullable(BY_NAME.get(FieldNames.inSnakeCase(name)));
    }

    /** Returns the names for error messages: {@code eq, neq, contains}. */
    static String names(Collection<Operator> operators) {
        return operators.stream().map(EnumNames::of).collect(Collectors.joining(", "));
    }

    private static Map<String, Operator> byName() {
        Map<String, Operator> operators = new HashMap<>();
        for (Operator operator : values()) {
            operators.put(EnumNames.of(operator), operator);
            Arrays.stream(operator.synonyms).forEach(synonym -> operators.put(synonym, operator));
        }
        return operators;
    }
}
