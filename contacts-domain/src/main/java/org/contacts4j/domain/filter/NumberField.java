package org.contacts4j.domain.filter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.contacts4j.domain.contact.Contact;
import org.jspecify.annotations.Nullable;

/** A field that holds a number. An unset value is neither above, below nor between any numbers. */
public final class NumberField extends FilterField<BigDecimal> {

    private static final Ranges.Scale<BigDecimal, BigDecimal> SCALE = new Ranges.Scale<>() {
        @Override
        public Range<BigDecimal> between(BigDecimal from, BigDecimal to) {
            return Range.closed(from, to);
        }

        @Override
        public Range<BigDecimal> above(BigDecimal number, boolean inclusive) {
            return Range.above(number, inclusive);
        }

        @Override
        public Range<BigDecimal> below(BigDecimal number, boolean inclusive) {
            return Range.below(number, inclusive);
        }
    };

    private final Function<Contact, @Nullable BigDecimal> reader;
    private final Ranges<BigDecimal, BigDecimal> ranges = new Ranges<>(this, Operand::number, SCALE);

    NumberField(String name, Function<Contact, @Nullable BigDecimal> reader) {
        super(name);
        this.reader = reader;
    }

    @Override
    public @Nullable BigDecimal of(Contact contact) {
        return reader.apply(contact);
    }

    /** Matches values equal to this number, regardless of scale: 1.5 equals 1.50. */
    public Condition<BigDecimal> is(BigDecimal number) {
        return ranges.in(List.of(number));
    }

    public Condition<BigDecimal> isNot(BigDecimal number) {
        return ranges.notIn(List.of(number));
    }

    /** Matches values strictly greater than the number. */
    public Condition<BigDecimal> isAbove(BigDecimal number) {
        return ranges.within(SCALE.above(number, false));
    }

    /** Matches values strictly less than the number. */
    public Condition<BigDecimal> isBelow(BigDecimal number) {
        return ranges.within(SCALE.below(number, false));
    }

    /** Matches values between the two numbers, inclusive. */
    public Condition<BigDecimal> isBetween(BigDecimal from, BigDecimal to) {
        return ranges.within(SCALE.between(from, to));
    }

    public Condition<BigDecimal> isEmpty() {
        return ranges.isEmpty();
    }

    public Condition<BigDecimal> isNotEmpty() {
        return ranges.within(Range.all());
    }

    @Override
    String kind() {
        return "a number";
    }

    @Override
    Set<Operator> operators() {
        return Ranges.OPERATORS;
    }

    @Override
    @Nullable
    Condition<BigDecimal> read(Operator operator, Operand operand) {
        return ranges.read(operator, operand);
    }
}
