package org.contacts4j.domain.filter;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.contacts4j.domain.filter.Comparison.Within;
import org.jspecify.annotations.Nullable;

/**
 * The operators of fields with ordered values, such as numbers and times.
 *
 * @param field the field
 * @param operandReader reads one value from client input; returns null if the value is invalid
 * @param scale maps operands to ranges of field values
 * @param <V> the type of the field's value
 * @param <O> the type of the operand
 */
record Ranges<V extends Comparable<V>, O>(
        FilterField<V> field, Function<Operand, @Nullable O> operandReader, Scale<V, O> scale) {

    static final Set<Operator> OPERATORS = Collections.unmodifiableSet(EnumSet.of(
            Operator.EQ,
            Operator.NEQ,
            Operator.GT,
            Operator.GTE,
            Operator.LT,
            Operator.LTE,
            Operator.BETWEEN,
            Operator.IN,
            Operator.NOT_IN,
            Operator.IS_EMPTY,
            Operator.IS_NOT_EMPTY));

    /** Maps operands to ranges of field values. A day, for example, spans many instants. */
    interface Scale<V extends Comparable<V>, O> {

        /** Returns the range from the beginning of {@code from} to the end of {@code to}. */
        Range<V> between(O from, O to);

        /** Returns the range after the operand's end; if inclusive, from its beginning on. */
        Range<V> above(O operand, boolean inclusive);

        /** Returns the range before the operand's beginning; if inclusive, up to its end. */
        Range<V> below(O operand, boolean inclusive);
    }

    @Nullable
    Condition<V> read(Operator operator, Operand operand) {
        return switch (operator) {
            case EQ -> operand.one(operandReader, value -> in(List.of(value)));
            case NEQ -> operand.one(operandReader, value -> notIn(List.of(value)));
            case GT -> operand.one(operandReader, value -> within(scale.above(value, false)));
            case GTE -> operand.one(operandReader, value -> within(scale.above(value, true)));
            case LT -> operand.one(operandReader, value -> within(scale.below(value, false)));
            case LTE -> operand.one(operandReader, value -> within(scale.below(value, true)));
            case BETWEEN -> operand.pair(operandReader, (from, to) -> within(scale.between(from, to)));
            case IN -> operand.all(operandReader, this::in);
            case NOT_IN -> operand.all(operandReader, this::notIn);
            case IS_EMPTY -> isEmpty();
            case IS_NOT_EMPTY -> within(Range.all());
            default -> throw new IllegalArgumentException(String.valueOf(operator));
        };
    }

    Condition<V> in(List<O> values) {
        return Condition.of(field, anyOf(values));
    }

    Condition<V> notIn(List<O> values) {
        return Condition.not(field, anyOf(values));
    }

    Condition<V> within(Range<V> range) {
        return Condition.of(field, new Within<>(List.of(range)));
    }

    Condition<V> isEmpty() {
        return Condition.not(field, new Within<>(List.of(Range.<V>all())));
    }

    private Within<V> anyOf(List<O> values) {
        List<Range<V>> ranges =
                values.stream().map(value -> scale.between(value, value)).toList();
        return new Within<>(ranges);
    }
}
