package org.contacts4j.domain.filter;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Comparison.OneOf;
import org.jspecify.annotations.Nullable;

/** A field whose value is true, false or unset. */
public final class FlagField extends FilterField<Boolean> {

    FlagField(String name, Function<Contact, @Nullable Boolean> reader) {
        super(name, reader);
    }

    public Condition<Boolean> is(boolean flag) {
        return in(List.of(flag));
    }

    public Condition<Boolean> isNot(boolean flag) {
        return is(flag).not();
    }

    /** Matches values equal to one of these flags. */
    public Condition<Boolean> in(Collection<Boolean> flags) {
        return new Condition<>(this, new OneOf<>(Set.copyOf(flags)));
    }

    @Override
    public Condition<Boolean> isNotEmpty() {
        return in(List.of(true, false));
    }
}
