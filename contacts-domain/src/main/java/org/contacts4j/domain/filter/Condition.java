package org.contacts4j.domain.filter;

import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.PhoneNumbers;

/**
 * A predicate on one field of a contact.
 *
 * @param negated whether the condition is true where the comparison is false; unset values then match
 * @param <V> the type of the field's value
 */
public record Condition<V>(FilterField<V> field, Comparison<V> comparison, boolean negated) implements Filter {

    Condition(FilterField<V> field, Comparison<V> comparison) {
        this(field, comparison, false);
    }

    @Override
    public Condition<V> not() {
        return new Condition<>(field, comparison, !negated);
    }

    @Override
    public boolean matches(Contact contact, PhoneNumbers numbers) {
        return holds(contact, numbers) != negated;
    }

    private boolean holds(Contact contact, PhoneNumbers numbers) {
        return field.equals(Fields.phone())
                ? PhoneComparison.of(comparison, numbers).holds(contact)
                : comparison.holds(field.of(contact));
    }
}
