package org.contacts4j.domain.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Comparison.Bound;
import org.contacts4j.domain.filter.Comparison.Range;
import org.jspecify.annotations.Nullable;

/** A field that holds a time. The operand is an instant or a day; a day spans the whole day in UTC. */
public final class TimeField extends RangeField<Instant, Moment> {

    TimeField(String name, Function<Contact, @Nullable Instant> reader) {
        super(name, reader);
    }

    @Override
    Range<Instant> between(Moment from, Moment to) {
        return new Range<>(new Bound<>(from.from(), true), new Bound<>(to.until(), false));
    }

    @Override
    Range<Instant> above(Moment moment, boolean inclusive) {
        return Range.above(inclusive ? moment.from() : moment.until(), true);
    }

    @Override
    Range<Instant> below(Moment moment, boolean inclusive) {
        return Range.below(inclusive ? moment.until() : moment.from(), false);
    }

    /** Matches times within the day in UTC. */
    public Condition<Instant> isOn(LocalDate day) {
        return is(Moment.ofDay(day));
    }

    /** Matches times strictly after the instant. */
    public Condition<Instant> isAfter(Instant instant) {
        return isAbove(Moment.at(instant));
    }

    /** Matches times strictly before the instant. */
    public Condition<Instant> isBefore(Instant instant) {
        return isBelow(Moment.at(instant));
    }

    /** Matches times at or after the instant. */
    public Condition<Instant> isFrom(Instant instant) {
        return isAtLeast(Moment.at(instant));
    }

    /** Matches times at or before the instant. */
    public Condition<Instant> isUpTo(Instant instant) {
        return isAtMost(Moment.at(instant));
    }

    /** Matches times between the two instants, inclusive. */
    public Condition<Instant> isBetween(Instant from, Instant to) {
        return isBetween(Moment.at(from), Moment.at(to));
    }

    /** Matches times from the beginning of one day to the end of the other, in UTC. */
    public Condition<Instant> isBetween(LocalDate from, LocalDate to) {
        return isBetween(Moment.ofDay(from), Moment.ofDay(to));
    }
}
