package org.contacts4j.domain.filter;

import org.contacts4j.domain.contact.Contact;

/**
 * A predicate on one field of a contact.
 *
 * @param negated whether the condition is true where the comparison is false; unset values then match
 * @param <V> the type of the field's value
 */
public record Condition<V>(FilterField<V> field, Comparison<V> comparison, boolean negated) {

    static <V> Condition<V> of(FilterField<V> field, Comparison<V> comparison) {
        return new Condition<>(field, comparison, false);
    }

    static <V> Condition<V> not(FilterField<V> field, Comparison<V> comparison) {
        return new Condition<>(field, comparison, true);
    }

    /** Returns whether the contact satisfies this condition. */
    public boolean matches(Contact contact) {
        return comparison.holds(field.of(contact)) != negated;
    }
}
