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

/** A field that holds any number of items, such as tags, member ids or chosen options. */
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
     * Creates a field.
     *
     * @param reader returns the contact's items in comparable form
     * @param key normalizes an operand for comparison
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

    /** Matches contacts that have this item. Items are compared as a whole. */
    public Condition<Collection<String>> contains(String item) {
        return containsAny(item);
    }

    public Condition<Collection<String>> notContains(String item) {
        return containsNone(item);
    }

    /** Matches contacts that have at least one of these items. */
    public Condition<Collection<String>> containsAny(String... items) {
        return Condition.of(this, hasAny(checked(items)));
    }

    /** Matches contacts that have none of these items. */
    public Condition<Collection<String>> containsNone(String... items) {
        return Condition.not(this, hasAny(checked(items)));
    }

    /** Matches contacts without items. */
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
