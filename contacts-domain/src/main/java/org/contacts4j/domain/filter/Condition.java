package org.contacts4j.domain.filter;

import org.contacts4j.domain.contact.Contact;

/**
 * Something that is true of a contact or not.
 *
 * @param negated whether it is true where the comparison does not hold; a value that is unset then matches
 * @param <V> what the field holds
 */
public record Condition<V>(FilterField<V> field, Comparison<V> comparison, boolean negated) {

    static <V> Condition<V> of(FilterField<V> field, Comparison<V> comparison) {
        return new Condition<>(field, comparison, false);
    }

    static <V> Condition<V> not(FilterField<V> field, Comparison<V> comparison) {
        return new Condition<>(field, comparison, true);
    }

    /** Whether it is true of this contact. */
    public boolean matches(Contact contact) {
        return comparison.holds(field.of(contact)) != negated;
    }
}
