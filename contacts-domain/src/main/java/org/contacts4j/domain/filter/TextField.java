package org.contacts4j.domain.filter;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Comparison.OneOf;
import org.contacts4j.domain.filter.Comparison.Part;
import org.contacts4j.domain.filter.Comparison.Place;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds text. Comparisons ignore case and accents: text is {@linkplain Folded folded}, as it is for
 * searches. Unset text is the empty text.
 */
public final class TextField extends FilterField<String> {

    TextField(String name, Function<Contact, String> reader) {
        super(name, reader);
    }

    /** Returns the text in comparable form; empty for null. */
    static String key(@Nullable String text) {
        return text == null ? "" : Folded.withoutSeparators(text);
    }

    /** Matches values equal to the whole text. */
    public Condition<String> is(String text) {
        return in(text);
    }

    public Condition<String> isNot(String text) {
        return in(text).not();
    }

    /** Matches values equal to one of these texts. */
    public Condition<String> in(String... texts) {
        return in(List.of(texts));
    }

    /** Matches values equal to one of these texts. */
    public Condition<String> in(Collection<String> texts) {
        return new Condition<>(
                this, new OneOf<>(checked(texts).stream().map(TextField::key).collect(Collectors.toSet())));
    }

    /** Matches values that contain this text. */
    public Condition<String> contains(String text) {
        return part(text, Place.ANYWHERE);
    }

    public Condition<String> notContains(String text) {
        return contains(text).not();
    }

    public Condition<String> startsWith(String text) {
        return part(text, Place.START);
    }

    public Condition<String> endsWith(String text) {
        return part(text, Place.END);
    }

    @Override
    public Condition<String> isNotEmpty() {
        return in("").not();
    }

    private Condition<String> part(String text, Place place) {
        return new Condition<>(this, new Part(key(checked(text).get(0)), place));
    }
}
