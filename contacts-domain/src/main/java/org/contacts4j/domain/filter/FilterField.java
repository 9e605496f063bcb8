package org.contacts4j.domain.filter;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A field that contacts can be filtered by. Its type determines the available comparisons. {@link Fields} lists all
 * fields.
 *
 * <p>A condition with <em>not</em> in its name, or a {@linkplain Condition#not negated} one, is true wherever its opposite is false, including where
 * the field is unset. Text operands have at most {@value #MAX_TEXT} characters, and only characters that can be stored.
 * Methods that take text throw {@link ContactsFailure.InvalidFilter} otherwise.
 *
 * @param <V> the type of the field's value
 */
public abstract sealed class FilterField<V> permits TextField, ItemsField, FlagField, RangeField, ExactField {

    /** The maximum length of a text operand. */
    public static final int MAX_TEXT = 500;

    private final String name;
    private final Function<Contact, ? extends @Nullable V> reader;

    /**
     * Creates a field.
     *
     * @param reader returns the contact's value in comparable form; null, or the value that represents unset, if unset
     */
    FilterField(String name, Function<Contact, ? extends @Nullable V> reader) {
        this.name = name;
        this.reader = reader;
    }

    /** Returns the field's name, such as {@code created_at} or {@code custom.city}. */
    public final String name() {
        return name;
    }

    /** Returns the contact's value in comparable form. An unset value is null, or the value that represents unset. */
    public final @Nullable V of(Contact contact) {
        return reader.apply(contact);
    }

    /** Matches set values. */
    public abstract Condition<V> isNotEmpty();

    /** Matches unset values. */
    public final Condition<V> isEmpty() {
        return isNotEmpty().not();
    }

    /** Fields are equal if they have the same type and name. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof FilterField<?> field && field.getClass() == getClass() && field.name.equals(name);
    }

    @Override
    public final int hashCode() {
        return name.hashCode();
    }

    @Override
    public final String toString() {
        return name;
    }

    /** Returns the texts unchanged after a check. Text from applications has the same limits as client input. */
    final List<String> checked(Collection<String> texts) {
        Faults faults = new Faults();
        texts.forEach(text -> Rules.checkText(text, MAX_TEXT, name, faults));
        if (faults.count() > 0) {
            throw new ContactsFailure.InvalidFilter(faults.list());
        }
        return List.copyOf(texts);
    }

    final List<String> checked(String... texts) {
        return checked(Arrays.asList(texts));
    }
}
