package org.contacts4j.domain.filter;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Comparison.IsFlag;
import org.jspecify.annotations.Nullable;

/** A field whose value is true, false or unset. */
public final class FlagField extends FilterField<Boolean> {

    private static final Set<Operator> OPERATORS = Collections.unmodifiableSet(EnumSet.of(
            Operator.EQ, Operator.NEQ, Operator.IN, Operator.NOT_IN, Operator.IS_EMPTY, Operator.IS_NOT_EMPTY));

    private final Function<Contact, @Nullable Boolean> reader;

    FlagField(String name, Function<Contact, @Nullable Boolean> reader) {
        super(name);
        this.reader = reader;
    }

    @Override
    public @Nullable Boolean of(Contact contact) {
        return reader.apply(contact);
    }

    public Condition<Boolean> is(boolean flag) {
        return in(List.of(flag));
    }

    public Condition<Boolean> isNot(boolean flag) {
        return Condition.not(this, new IsFlag(Set.of(flag)));
    }

    public Condition<Boolean> isEmpty() {
        return Condition.not(this, new IsFlag(Set.of(true, false)));
    }

    public Condition<Boolean> isNotEmpty() {
        return in(List.of(true, false));
    }

    @Override
    String kind() {
        return "true or false";
    }

    @Override
    Set<Operator> operators() {
        return OPERATORS;
    }

    @Override
    @Nullable
    Condition<Boolean> read(Operator operator, Operand operand) {
        return switch (operator) {
            case EQ -> operand.one(Operand::flag, this::is);
            case NEQ -> operand.one(Operand::flag, this::isNot);
            case IN -> operand.all(Operand::flag, this::in);
            case NOT_IN ->
                operand.all(
                        Operand::flag, flags -> Condition.not(this, in(flags).comparison()));
            case IS_EMPTY -> isEmpty();
            case IS_NOT_EMPTY -> isNotEmpty();
            default -> throw new IllegalArgumentException(String.valueOf(operator));
        };
    }

    private Condition<Boolean> in(List<Boolean> flags) {
        return Condition.of(this, new IsFlag(Set.copyOf(flags)));
    }
}
