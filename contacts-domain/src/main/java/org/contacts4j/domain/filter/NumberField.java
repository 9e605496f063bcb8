package org.contacts4j.domain.filter;

import java.math.BigDecimal;
import java.util.function.Function;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Comparison.Bound;
import org.contacts4j.domain.filter.Comparison.Range;
import org.jspecify.annotations.Nullable;

/** A field that holds a number. Numbers are compared regardless of scale: 1.5 equals 1.50. */
public final class NumberField extends RangeField<BigDecimal, BigDecimal> {

    NumberField(String name, Function<Contact, @Nullable BigDecimal> reader) {
        super(name, reader);
    }

    @Override
    Range<BigDecimal> between(BigDecimal from, BigDecimal to) {
        return new Range<>(new Bound<>(from, true), new Bound<>(to, true));
    }

    @Override
    Range<BigDecimal> above(BigDecimal number, boolean inclusive) {
        return Range.above(number, inclusive);
    }

    @Override
    Range<BigDecimal> below(BigDecimal number, boolean inclusive) {
        return Range.below(number, inclusive);
    }
}
