package org.contacts4j.domain.filter;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Comparison.Range;
import org.contacts4j.domain.filter.Comparison.Within;
import org.jspecify.annotations.Nullable;

/**
 * A field with ordered values. An unset value is neither above, below nor between any values.
 *
 * @param <V> the type of the field's value
 * @param <O> the type of the operand, which may stand for a range of values: a day spans many instants
 */
public abstract sealed class RangeField<V extends Comparable<V>, O> extends FilterField<V>
        permits NumberField, TimeField {

    RangeField(String name, Function<Contact, @Nullable V> reader) {
        super(name, reader);
    }

    /** Returns the range from the beginning of {@code from} to the end of {@code to}. */
    abstract Range<V> between(O from, O to);

    /** Returns the range after the operand's end; if inclusive, from its beginning on. */
    abstract Range<V> above(O operand, boolean inclusive);

    /** Returns the range before the operand's beginning; if inclusive, up to its end. */
    abstract Range<V> below(O operand, boolean inclusive);

    /** Matches values equal to the operand, or within the range that it stands for. */
    public final Condition<V> is(O operand) {
        return in(List.of(operand));
    }

    public final Condition<V> isNot(O operand) {
        return is(operand).not();
    }

    /** Matches values equal to one of the operands, or within the ranges that they stand for. */
    public final Condition<V> in(Collection<O> operands) {
        return new Condition<>(
                this,
                new Within<>(operands.stream()
                        .map(operand -> between(operand, operand))
                        .toList()));
    }

    /** Matches values strictly above the operand. */
    public final Condition<V> isAbove(O operand) {
        return within(above(operand, false));
    }

    /** Matches values equal to the operand or above it. */
    public final Condition<V> isAtLeast(O operand) {
        return within(above(operand, true));
    }

    /** Matches values strictly below the operand. */
    public final Condition<V> isBelow(O operand) {
        return within(below(operand, false));
    }

    /** Matches values equal to the operand or below it. */
    public final Condition<V> isAtMost(O operand) {
        return within(below(operand, true));
    }

    /** Matches values between the two operands, inclusive. */
    public final Condition<V> isBetween(O from, O to) {
        return within(between(from, to));
    }

    @Override
    public final Condition<V> isNotEmpty() {
        return within(Range.all());
    }

    private Condition<V> within(Range<V> range) {
        return new Condition<>(this, new Within<>(List.of(range)));
    }
}
