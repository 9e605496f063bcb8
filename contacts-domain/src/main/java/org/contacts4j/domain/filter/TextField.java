package org.contacts4j.domain.filter;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Comparison.OneOf;
import org.contacts4j.domain.filter.Comparison.Part;
import org.contacts4j.domain.filter.Comparison.Place;
import org.jspecify.annotations.Nullable;

/** A field that holds text. Comparisons ignore case and accents. Unset text is the empty text. */
public final class TextField extends FilterField<String> {

    private static final Set<Operator> OPERATORS = Collections.unmodifiableSet(EnumSet.of(
            Operator.EQ,
            Operator.NEQ,
            Operator.CONTAINS,
            Operator.NOT_CONTAINS,
            Operator.STARTS_WITH,
            Operator.ENDS_WITH,
            Operator.IN,
            Operator.NOT_IN,
            Operator.IS_EMPTY,
            Operator.IS_NOT_EMPTY));

    private final Function<Contact, String> reader;

    TextField(String name, Function<Contact, String> reader) {
        super(name);
        this.reader = reader;
    }

    @Override
    public String of(Contact contact) {
        return reader.apply(contact);
    }

    /** Matches values equal to the whole text. */
    public Condition<String> is(String text) {
        return in(text);
    }

    /** Matches values equal to the constant's name, such as a status. */
    public Condition<String> is(Enum<?> constant) {
        return in(EnumNames.of(constant));
    }

    public Condition<String> isNot(String text) {
        return notIn(text);
    }

    /** Matches values equal to one of these texts. */
    public Condition<String> in(String... texts) {
        return Condition.of(this, oneOf(checked(texts)));
    }

    public Condition<String> notIn(String... texts) {
        return Condition.not(this, oneOf(checked(texts)));
    }

    /** Matches values that contain this text. */
    public Condition<String> contains(String text) {
        return part(text, Place.ANYWHERE);
    }

    public Condition<String> notContains(String text) {
        return Condition.not(this, part(text, Place.ANYWHERE).comparison());
    }

    public Condition<String> startsWith(String text) {
        return part(text, Place.START);
    }

    public Condition<String> endsWith(String text) {
        return part(text, Place.END);
    }

    /** Matches unset values. */
    public Condition<String> isEmpty() {
        return in("");
    }

    public Condition<String> isNotEmpty() {
        return notIn("");
    }

    @Override
    String kind() {
        return "text";
    }

    @Override
    Set<Operator> operators() {
        return OPERATORS;
    }

    @Override
    @Nullable
    Condition<String> read(Operator operator, Operand operand) {
        return switch (operator) {
            case EQ -> operand.one(Operand::text, this::is);
            case NEQ -> operand.one(Operand::text, this::isNot);
            case CONTAINS -> operand.one(Operand::text, this::contains);
            case NOT_CONTAINS -> operand.one(Operand::text, this::notContains);
            case STARTS_WITH -> operand.one(Operand::text, this::startsWith);
            case ENDS_WITH -> operand.one(Operand::text, this::endsWith);
            case IN -> operand.all(Operand::text, texts -> Condition.of(this, oneOf(texts)));
            case NOT_IN -> operand.all(Operand::text, texts -> Condition.not(this, oneOf(texts)));
            case IS_EMPTY -> isEmpty();
            case IS_NOT_EMPTY -> isNotEmpty();
            default -> throw new IllegalArgumentException(String.valueOf(operator));
        };
    }

    private Condition<String> part(String text, Place place) {
        return Condition.of(this, new Part(ComparedText.of(Operand.checked(text, name())), place));
    }

    private List<String> checked(String... texts) {
        return Arrays.stream(texts).map(text -> Operand.checked(text, name())).toList();
    }

    private static OneOf oneOf(List<String> texts) {
        return new OneOf(texts.stream().map(ComparedText::of).collect(Collectors.toSet()));
    }
}
