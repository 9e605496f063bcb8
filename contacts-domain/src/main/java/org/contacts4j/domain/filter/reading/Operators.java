package org.contacts4j.domain.filter.reading;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.contacts4j.domain.filter.Condition;
import org.contacts4j.domain.filter.FilterField;
import org.contacts4j.domain.filter.FlagField;
import org.contacts4j.domain.filter.ItemsField;
import org.contacts4j.domain.filter.NumberField;
import org.contacts4j.domain.filter.RangeField;
import org.contacts4j.domain.filter.TextField;
import org.contacts4j.domain.filter.TimeField;
import org.jspecify.annotations.Nullable;

/**
 * The operators of a field. Each makes a condition of an operand, or null if the operand is invalid; the operand then
 * has the validation error.
 *
 * @param kind the type of the field's values for error messages, such as {@code text}
 */
record Operators(String kind, Map<Operator, Function<Operand, @Nullable Condition<?>>> byOperator) {

    static Operators of(FilterField<?> field) {
        Operators operators = ofType(field);
        return operators
                .with(Operator.IS_EMPTY, operand -> field.isEmpty())
                .with(Operator.IS_NOT_EMPTY, operand -> field.isNotEmpty());
    }

    private static Operators ofType(FilterField<?> field) {
        if (field instanceof TextField text) {
            return texts(text);
        }
        if (field instanceof ItemsField items) {
            return items(items);
        }
        if (field instanceof FlagField flag) {
            return flags(flag);
        }
        if (field instanceof NumberField number) {
            return ranges("a number", number, Operand::number);
        }
        if (field instanceof TimeField time) {
            return ranges("a time", time, Operand::moment);
        }
        throw new IllegalArgumentException("clients cannot name " + field);
    }

    private static Operators texts(TextField field) {
        return new Operators("text", new EnumMap<>(Operator.class))
                .with(Operator.EQ, operand -> operand.one(Operand::text, field::is))
                .with(Operator.NEQ, operand -> operand.one(Operand::text, field::isNot))
                .with(Operator.CONTAINS, operand -> operand.one(Operand::text, field::contains))
                .with(Operator.NOT_CONTAINS, operand -> operand.one(Operand::text, field::notContains))
                .with(Operator.STARTS_WITH, operand -> operand.one(Operand::text, field::startsWith))
                .with(Operator.ENDS_WITH, operand -> operand.one(Operand::text, field::endsWith))
                .with(Operator.IN, operand -> operand.all(Operand::text, field::in))
                .with(
                        Operator.NOT_IN,
                        operand -> operand.all(
                                Operand::text, texts -> field.in(texts).not()));
    }

    private static Operators items(ItemsField field) {
        return new Operators("a list", new EnumMap<>(Operator.class))
                .with(Operator.EQ, operand -> operand.one(Operand::text, field::contains))
                .with(Operator.NEQ, operand -> operand.one(Operand::text, field::notContains))
                .with(Operator.CONTAINS, operand -> operand.one(Operand::text, field::contains))
                .with(Operator.NOT_CONTAINS, operand -> operand.one(Operand::text, field::notContains))
                .with(Operator.IN, operand -> operand.all(Operand::text, field::containsAny))
                .with(
                        Operator.NOT_IN,
                        operand -> operand.all(
                                Operand::text, items -> field.containsAny(items).not()));
    }

    private static Operators flags(FlagField field) {
        return new Operators("true or false", new EnumMap<>(Operator.class))
                .with(Operator.EQ, operand -> operand.one(Operand::flag, field::is))
                .with(Operator.NEQ, operand -> operand.one(Operand::flag, field::isNot))
                .with(Operator.IN, operand -> operand.all(Operand::flag, field::in))
                .with(
                        Operator.NOT_IN,
                        operand -> operand.all(
                                Operand::flag, flags -> field.in(flags).not()));
    }

    private static <V extends Comparable<V>, O> Operators ranges(
            String kind, RangeField<V, O> field, Function<Operand, @Nullable O> reader) {
        return new Operators(kind, new EnumMap<>(Operator.class))
                .with(Operator.EQ, operand -> operand.one(reader, field::is))
                .with(Operator.NEQ, operand -> operand.one(reader, field::isNot))
                .with(Operator.GT, operand -> operand.one(reader, field::isAbove))
                .with(Operator.GTE, operand -> operand.one(reader, field::isAtLeast))
                .with(Operator.LT, operand -> operand.one(reader, field::isBelow))
                .with(Operator.LTE, operand -> operand.one(reader, field::isAtMost))
                .with(Operator.BETWEEN, operand -> operand.pair(reader, field::isBetween))
                .with(Operator.IN, operand -> operand.all(reader, field::in))
                .with(
                        Operator.NOT_IN,
                        operand ->
                                operand.all(reader, values -> field.in(values).not()));
    }

    private Operators with(Operator operator, Function<Operand, @Nullable Condition<?>> reader) {
        byOperator.put(operator, reader);
        return this;
    }
}
