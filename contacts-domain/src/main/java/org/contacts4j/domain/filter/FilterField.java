package org.contacts4j.domain.filter;

import java.util.Set;
import org.contacts4j.domain.contact.Contact;
import org.jspecify.annotations.Nullable;

/**
 * A field that contacts can be filtered by. Its type determines the available comparisons. {@link Fields} lists all
 * fields.
 *
 * <p>A condition with <em>not</em> or <em>none</em> in its name is true wherever its opposite is false, including where
 * the field is unset. Text operands have at most 500 characters, and only characters that can be stored. Methods that
 * take text throw {@link org.contacts4j.domain.ContactsFailure.InvalidFilter} otherwise.
 *
 * @param <V> the type of the field's value
 */
public abstract sealed class FilterField<V> permits TextField, ItemsField, FlagField, NumberField, TimeField {

    private final String name;

    FilterField(String name) {
        this.name = name;
    }

    /** Returns the field's name, such as {@code created_at} or {@code custom.city}. */
    public final String name() {
        return name;
    }

    /** Returns the contact's value in comparable form. An unset value is null, or the value that represents unset. */
    public abstract @Nullable V of(Contact contact);

    /** Returns the type of the field's values for error messages, such as {@code text}. */
    abstract String kind();

    abstract Set<Operator> operators();

    /**
     * Builds a condition from an operator of this field and an operand.
     *
     * @return null if the value is invalid; the operand then has the validation error
     */
    abstract @Nullable Condition<V> read(Operator operator, Operand operand);

    @Override
    public final String toString() {
        return name;
    }
}
