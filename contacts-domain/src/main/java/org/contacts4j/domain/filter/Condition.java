package org.contacts4j.domain.filter;

import org.contacts4j.domain.contact.Contact;

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
    public boolean matches(Contact contact) {
        return comparison.holds(field.of(contact)) != negated;
    }
}
