package org.contacts4j.http.member;

import java.util.Optional;
import java.util.function.Function;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;

/** An id of an external system in a path or query. */
record OpaqueId(String text) {

    /**
     * Returns the id; empty when the text is blank, longer than {@code maxLength} or contains disallowed characters.
     */
    <T> Optional<T> as(Function<String, T> id, int maxLength) {
        Faults faults = new Faults();
        Rules.checkText(text, maxLength, "id", faults);
        boolean fits = !text.isBlank() && text.length() <= maxLength && faults.count() == 0;
        return fits ? Optional.of(id.apply(text)) : Optional.empty();
    }

    static ContactsFailure malformed(int maxLength) {
        return new ContactsFailure.Invalid("id", "must have 1 to " + maxLength + " characters");
    }
}
