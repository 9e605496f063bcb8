package org.contacts4j.domain.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.contacts4j.domain.contact.Contact;
import org.jspecify.annotations.Nullable;

/** A field that holds a time. The operand is an instant or a day; a day spans the whole day in UTC. */
public final class TimeField extends FilterField<Instant> {

    private static final Ranges.Scale<Instant, Moment> SCALE = new Ranges.Scale<>() {
        @Override
        public Range<Instant> between(Moment from, Moment to) {
            return Range.halfOpen(from.from(), to.until());
        }

        @Override
        public Range<Instant> above(Moment moment, boolean inclusive) {
            return Range.above(inclusive ? moment.from() : moment.until(), true);
        }

        @Override
        public Range<Instant> below(Moment moment, boolean inclusive) {
            return Range.below(inclusive ? moment.until() : moment.from(), false);
        }
    };

    private final Function<Contact, @Nullable Instant> reader;
    private final Ranges<Instant, Moment> ranges = new Ranges<>(this, Operand::moment, SCALE);

    TimeField(String name, Function<Contact, @Nullable Instant> reader) {
        super(name);
        this.reader = reader;
    }

    @Override
    public @Nullable Instant of(Contact contact) {
        return reader.apply(contact);
    }

    /** Matches times within the day in UTC. */
    public Condition<Instant> isOn(LocalDate day) {
        return ranges.in(List.of(Moment.ofDay(day)));
    }

    /** Matches times strictly after the instant. */
    public Condition<Instant> isAfter(Instant instant) {
        return ranges.within(SCALE.above(Moment.at(instant), false));
    }

    /** Matches times strictly before the instant. */
    public Condition<Instant> isBefore(Instant instant) {
        return ranges.within(SCALE.below(Moment.at(instant), false));
    }

    /** Matches times at or after the instant. */
    public Condition<Instant> isFrom(Instant instant) {
        return ranges.within(SCALE.above(Moment.at(instant), true));
    }

    /** Matches times at or before the instant. */
    public Condition<Instant> isUpTo(Instant instant) {
        return ranges.within(SCALE.below(Moment.at(instant), true));
    }

    /** Matches times between the two instants, inclusive. */
    public Condition<Instant> isBetween(Instant from, Instant to) {
        return ranges.within(SCALE.between(Moment.at(from), Moment.at(to)));
    }

    /** Matches times from the beginning of one day to the end of the other, in UTC. */
    public Condition<Instant> isBetween(LocalDate from, LocalDate to) {
        return ranges.within(SCALE.between(Moment.ofDay(from), Moment.ofDay(to)));
    }

    public Condition<Instant> isEmpty() {
        return ranges.isEmpty();
    }

    public Condition<Instant> isNotEmpty() {
        return ranges.within(Range.all());
    }

    @Override
    String kind() {
        return "a time";
    }

    @Override
    Set<Operator> operators() {
        return Ranges.OPERATORS;
    }

    @Override
    @Nullable
    Condition<Instant> read(Operator operator, Operand operand) {
        return ranges.read(operator, operand);
    }
}
