package org.contacts4j.domain.filter;

import java.util.Set;
import org.contacts4j.domain.contact.Contact;
import org.jspecify.annotations.Nullable;

/**
 * A field that contacts are filtered by. Its kind says what it can be compared with; {@link Fields} has them all.
 *
 * <p>A condition with <em>not</em> or <em>none</em> in its name is true where the other is not, so also where the field is
 * unset. Text that is compared with has at most 500 characters, and none that cannot be kept: the methods that take it throw
 * {@link org.contacts4j.domain.ContactsFailure.InvalidFilter} otherwise.
 *
 * @param <V> what the field holds
 */
public abstract sealed class FilterField<V> permits TextField, ItemsField, FlagField, NumberField, TimeField {

    private final String name;

    FilterField(String name) {
        this.name = name;
    }

    /** The field's name, such as {@code created_at} or {@code custom.city}. */
    public final String name() {
        return name;
    }

    /** The contact's value as it is compared; null when it is unset, or what stands for that among the values. */
    public abstract @Nullable V of(Contact contact);

    /** What the field holds, for messages: {@code text}. */
    abstract String kind();

    abstract Set<Operator> operators();

    /**
     * The condition that an operator of this field makes of a value.
     *
     * @return null when the value is wrong; the operand has the fault then
     */
    abstract @Nullable Condition<V> read(Operator operator, Operand operand);

    @Override
    public final String toString() {
        return name;
    }
}
