package org.contacts4j.domain.filter;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Comparison.HasAll;
import org.contacts4j.domain.filter.Comparison.HasAny;
import org.contacts4j.domain.filter.Comparison.IsSet;

/** A field that holds any number of items, such as tags, member ids or chosen options. */
public final class ItemsField extends FilterField<Collection<String>> {

    private final UnaryOperator<String> key;

    /**
     * Creates a field.
     *
     * @param reader returns the contact's items in comparable form
     * @param key normalizes an operand for comparison
     */
    ItemsField(String name, Function<Contact, ? extends Collection<String>> reader, UnaryOperator<String> key) {
        super(name, reader);
        this.key = key;
    }

    /** Matches contacts that have this item. Items are compared as a whole. */
    public Condition<Collection<String>> contains(String item) {
        return containsAny(item);
    }

    public Condition<Collection<String>> notContains(String item) {
        return contains(item).not();
    }

    /** Matches contacts that have at least one of these items. */
    public Condition<Collection<String>> containsAny(String... items) {
        return containsAny(List.of(items));
    }

    /** Matches contacts that have at least one of these items. */
    public Condition<Collection<String>> containsAny(Collection<String> items) {
        return new Condition<>(this, new HasAny(keys(checked(items))));
    }

    /**
     * Matches contacts that have all of these items. Items may be longer than {@link #MAX_TEXT}.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid if an item has characters that no stored text can contain
     */
    public Condition<Collection<String>> containsAll(Collection<String> items) {
        return new Condition<>(this, new HasAll(keys(ExactField.checkedAsStored(items))));
    }

    @Override
    public Condition<Collection<String>> isNotEmpty() {
        return new Condition<>(this, new IsSet<>());
    }

    private Set<String> keys(Collection<String> items) {
        return items.stream().map(key).collect(Collectors.toSet());
    }
}
