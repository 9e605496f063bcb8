package org.contacts4j.domain.filter;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Comparison.HasAny;
import org.contacts4j.domain.filter.Comparison.HasSome;
import org.jspecify.annotations.Nullable;

/** A field that holds any number of items: tags, ids of members, chosen options. */
public final class ItemsField extends FilterField<Collection<String>> {

    private static final Set<Operator> OPERATORS = Collections.unmodifiableSet(EnumSet.of(
            Operator.EQ,
            Operator.NEQ,
            Operator.CONTAINS,
            Operator.NOT_CONTAINS,
            Operator.IN,
            Operator.NOT_IN,
            Operator.IS_EMPTY,
            Operator.IS_NOT_EMPTY));

    private final Function<Contact, ? extends Collection<String>> reader;
    private final UnaryOperator<String> key;

    /**
     * A field.
     *
     * @param reader the contact's items as they are compared
     * @param key an item that is looked for, as it is compared
     */
    ItemsField(String name, Function<Contact, ? extends Collection<String>> reader, UnaryOperator<String> key) {
        super(name);
        this.reader = reader;
        this.key = key;
    }

    @Override
    public Collection<String> of(Contact contact) {
        return reader.apply(contact);
    }

    /** Has this item, which is compared as a whole. */
    public Condition<Collection<String>> contains(String item) {
        return containsAny(item);
    }

    public Condition<Collection<String>> notContains(String item) {
        return containsNone(item);
    }

    /** Has one of these items or several. */
    public Condition<Collection<String>> containsAny(String... items) {
        return Condition.of(this, hasAny(checked(items)));
    }

    /** Has none of these items. */
    public Condition<Collection<String>> containsNone(String... items) {
        return Condition.not(this, hasAny(checked(items)));
    }

    /** Has no items. */
    public Condition<Collection<String>> isEmpty() {
        return Condition.not(this, new HasSome());
    }

    public Condition<Collection<String>> isNotEmpty() {
        return Condition.of(this, new HasSome());
    }

    @Override
    String kind() {
        return "a list";
    }

    @Override
    Set<Operator> operators() {
        return OPERATORS;
    }

    @Override
    @Nullable
    Condition<Collection<String>> read(Operator operator, Operand operand) {
        return switch (operator) {
            case EQ, CONTAINS -> operand.one(Operand::text, this::contains);
            case NEQ, NOT_CONTAINS -> operand.one(Operand::text, this::notContains);
            case IN -> operand.all(Operand::text, items -> Condition.of(this, hasAny(items)));
            case NOT_IN -> operand.all(Operand::text, items -> Condition.not(this, hasAny(items)));
            case IS_EMPTY -> isEmpty();
            case IS_NOT_EMPTY -> isNotEmpty();
            default -> throw new IllegalArgumentException(String.valueOf(operator));
        };
    }

    private List<String> checked(String... items) {
        return Arrays.stream(items).map(item -> Operand.checked(item, name())).toList();
    }

    private HasAny hasAny(List<String> items) {
        return new HasAny(items.stream().map(key).collect(Collectors.toSet()));
    }
}
