package org.contacts4j.domain.filter;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contacts4j.domain.UnicodeText;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Comparison.IsSet;
import org.contacts4j.domain.filter.Comparison.OneOf;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A field whose values are compared as they are stored: ids, constants, and texts including their case. Text operands
 * may be longer than {@link #MAX_TEXT}. Methods that take text throw {@link
 * org.contacts4j.domain.ContactsFailure.Invalid} if it has characters that no stored text can contain.
 *
 * @param <V> the type of the field's value
 */
public final class ExactField<V> extends FilterField<V> {

    ExactField(String name, Function<Contact, @Nullable V> reader) {
        super(name, reader);
    }

    public Condition<V> is(V value) {
        return in(List.of(value));
    }

    public Condition<V> isNot(V value) {
        return is(value).not();
    }

    /** Matches values equal to one of these. */
    public Condition<V> in(Collection<V> values) {
        return new Condition<>(
                this,
                new OneOf<>(
                        checkedAsStored(values).stream().map(ExactField::stored).collect(Collectors.toSet())));
    }

    @Override
    public Condition<V> isNotEmpty() {
        return new Condition<>(this, new IsSet<>());
    }

    /** Returns the values that the filter accepts; empty unless it is one condition that lists values of this field. */
    @SuppressWarnings("unchecked")
    public Optional<Set<V>> valuesOf(Filter filter) {
        return filter instanceof Condition<?> condition
                        && condition.field().equals(this)
                        && condition.comparison() instanceof OneOf<?> wanted
                        && !condition.negated()
                ? Optional.of((Set<V>) wanted.values())
                : Optional.empty();
    }

    /** Returns the value in the form in which texts are stored. */
    @SuppressWarnings("unchecked")
    private static <V> V stored(V value) {
        return value instanceof String text ? (V) UnicodeText.normalized(text) : value;
    }

    /** Returns the values unchanged, after a check that stores can compare them. Databases would otherwise fail. */
    static <V> Collection<V> checkedAsStored(Collection<V> values) {
        Faults faults = new Faults();
        for (V value : values) {
            if (value instanceof String text) {
                Rules.checkText(text, Rules.PROSE, "query", faults);
            }
        }
        faults.throwIfAny();
        return values;
    }
}
